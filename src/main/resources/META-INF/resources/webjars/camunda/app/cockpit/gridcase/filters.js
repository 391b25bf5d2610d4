/* The filters of a list: what somebody can see, and nothing else. */
import {ask, el} from './make.js';
import {say} from './words.js';

function select(name, label, options, value, changed) {
  const box = el('select', {name, class: 'form-control', onchange: changed},
    el('option', {value: ''}, say.any), ...options.map(one => el('option', {value: one.code, selected: one.code === value}, one.name)));
  return el('label', {class: 'gc-filter'}, el('span', {}, label), box);
}

/**
 * @param parts further fields, each made from what is asked and what to do when it changes
 * @param changed gets what is asked now
 */
export async function filters(kind, asked, parts, changed) {
  const choices = await ask('/work/deadlines/choices');
  const form = el('form', {class: 'gc-filters', 'aria-label': say.narrow, onsubmit: event => event.preventDefault()});
  const now = () => Object.fromEntries(new FormData(form));
  const draw = wanted => {
    const told = () => changed(now());
    const within = one => !wanted.district || one.of === wanted.district;
    form.replaceChildren(
      ...choices.districts.length > 1 ? [select('district', say.district, choices.districts, wanted.district, () => {
        draw({...now(), street: '', unit: ''});
        told();
      })] : [],
      select('street', say.street, choices.streets.filter(within), wanted.street, told),
      select('unit', say.unit, choices.units.filter(within), wanted.unit, told),
      select('kind', say.kind, choices.kinds, wanted.kind, told),
      select('stage', kind === 'ended' ? say.how : say.stage, kind === 'ended' ? choices.ends : choices.stages, wanted.stage, told),
      ...parts.map(part => part(wanted, told)),
      el('button', {type: 'button', class: 'btn btn-default', onclick: () => {
        draw({});
        told();
      }}, say.clear));
  };
  draw(asked);
  return {
    form,
    choose: more => {
      draw({...now(), ...more});
      changed(now());
    },
    now
  };
}

export function choice(name, label, options) {
  return (asked, changed) => select(name, label, options, asked[name], changed);
}

export function day(name, label) {
  return (asked, changed) => el('label', {class: 'gc-filter'}, el('span', {}, label),
    el('input', {type: 'date', name, class: 'form-control', value: asked[name] || '', onchange: changed}));
}
