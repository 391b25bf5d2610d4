/* A form's fields in their order, what each of them is, and how it looks on a desk and on a phone while it is changed. */

import './preview.js';
import {make} from '../widgets/make.js';
import {Refused, post} from './server.js';
import {wordsOf} from './words.js';

const MOST_STEPS = 100;
const CHOOSES = ['select', 'radio'];
const CONDITIONAL = ['select', 'radio', 'checkbox'];

class FormStudio {
  constructor(node) {
    this.node = node;
    this.say = wordsOf(node);
    this.mayChange = node.dataset.mayChange === 'true';
    this.types = JSON.parse(node.dataset.types);
    this.widgets = JSON.parse(node.dataset.widgets);
    this.sha256 = node.dataset.sha256;
    this.json = node.dataset.json;
    this.saved = this.json;
    this.schema = JSON.parse(this.json);
    this.back = [];
    this.at = 0;
  }

  $(name) {
    return this.node.querySelector(`[data-${name}]`);
  }

  begin() {
    this.draw();
    const acts = {save: () => this.save(), undo: () => this.undo(), add: () => this.add()};
    for (const [name, act] of Object.entries(acts)) this.$(name)?.addEventListener('click', act);
    for (const button of this.node.querySelectorAll('[data-width]')) button.addEventListener('click', () => this.widen(button));
    this.node.addEventListener('keydown', event => {
      const control = event.ctrlKey || event.metaKey;
      if (control && event.key.toLowerCase() === 's' && this.mayChange) {
        event.preventDefault();
        this.save();
      }
    });
    addEventListener('beforeunload', event => { if (this.changed) event.preventDefault(); });
    this.$('frame').addEventListener('submit', event => event.preventDefault());
    this.preview();
    this.node.dataset.ready = '';
  }

  get changed() {
    return this.json !== this.saved;
  }

  get fields() {
    return this.schema.components;
  }

  /** After the form was changed; {@code quietly} where the person types and the fields they type into stay. */
  touched(quietly = false) {
    this.back.push(this.json);
    if (this.back.length > MOST_STEPS) this.back.shift();
    this.json = JSON.stringify(this.schema, null, 2) + '\n';
    if (quietly) this.side();
    else this.draw();
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.preview(), 300);
  }

  undo() {
    if (!this.back.length) return;
    this.json = this.back.pop();
    this.schema = JSON.parse(this.json);
    this.at = Math.min(this.at, this.fields.length - 1);
    this.draw();
    this.preview();
  }

  /* -- the list -- */

  draw() {
    this.side();
    this.detail();
  }

  side() {
    const list = this.$('fields');
    list.replaceChildren(...this.fields.map((field, i) => make('li', {},
      make('button', {type: 'button', class: 'gc-studio-field', 'aria-current': i === this.at ? 'true' : null, 'data-key': field.key ?? '',
        onclick: () => { this.at = i; this.draw(); this.lit(); this.$('fields').querySelectorAll('button')[i]?.focus(); }},
        make('span', {}, this.name(field)), make('small', {}, this.kind(field) + (field.validate?.required ? ' *' : ''))))));
    this.$('json').textContent = this.json;
    this.$('state').textContent = this.changed ? this.say('unsaved') : '';
    if (this.$('save')) this.$('save').disabled = !this.changed;
    if (this.$('undo')) this.$('undo').disabled = !this.back.length;
  }

  name(field) {
    const text = field.type === 'text';
    const english = document.documentElement.lang.startsWith('en') && field.properties?.[text ? 'textEn' : 'labelEn'];
    return english || (text ? field.text : field.label) || field.key || this.say('untitled');
  }

  kind(field) {
    const widget = this.widgets.find(one => one.code === field.properties?.widget);
    return widget ? widget.name : this.types.find(one => one.code === field.type)?.name ?? field.type;
  }

  add() {
    const keys = new Set(this.fields.map(field => field.key));
    let n = this.fields.length + 1;
    while (keys.has('field' + n)) n++;
    const field = {id: `${this.schema.id}_field${n}`, type: 'textfield', key: 'field' + n, label: this.say('new')};
    this.fields.splice(this.at + 1, 0, field);
    this.at = Math.min(this.at + 1, this.fields.length - 1);
    this.touched();
    this.$('detail').querySelector('input')?.focus();
  }

  move(by) {
    const to = this.at + by;
    if (to < 0 || to >= this.fields.length) return;
    const [field] = this.fields.splice(this.at, 1);
    this.fields.splice(to, 0, field);
    this.at = to;
    this.touched();
    this.lit();
  }

  remove() {
    this.fields.splice(this.at, 1);
    this.at = Math.max(0, Math.min(this.at, this.fields.length - 1));
    this.touched();
    this.$('fields').querySelectorAll('button')[this.at]?.focus();
  }

  /* -- one field -- */

  detail() {
    const field = this.fields[this.at];
    const place = this.$('detail');
    if (!field) {
      place.replaceChildren();
      return;
    }
    const buttons = make('div', {class: 'gc-studio-bar'},
      this.button('up', 'arrow-up', () => this.move(-1), this.at === 0),
      this.button('down', 'arrow-down', () => this.move(1), this.at === this.fields.length - 1),
      this.button('remove', 'trash', () => this.remove()));
    const set = make('fieldset', {disabled: !this.mayChange}, make('legend', {class: 'visually-hidden'}, this.name(field)),
      ...(this.mayChange ? [buttons] : []), ...this.inputs(field));
    place.replaceChildren(set);
  }

  button(word, icon, act, disabled = false) {
    return make('button', {type: 'button', class: 'btn btn-sm btn-light border', disabled, onclick: act},
      make('i', {class: 'bi bi-' + icon, 'aria-hidden': 'true'}), this.say(word));
  }

  inputs(field) {
    const text = field.type === 'text';
    const own = field.type === 'textfield';
    const shows = ['case', 'request', 'map', 'photosBefore', 'proposal'].includes(field.properties?.widget);
    const all = [this.choose('type', this.types, field.type, value => this.retype(field, value))];
    if (!text) all.push(this.line('key', field.key ?? '', value => { field.key = value; }));
    if (text) {
      all.push(this.area('text', field.text ?? '', value => { field.text = value; }), this.property(field, 'textEn', true));
    } else {
      all.push(this.line('label', field.label ?? '', value => { field.label = value; }), this.property(field, 'labelEn'),
        this.line('hint', field.description ?? '', value => put(field, 'description', value)), this.property(field, 'descriptionEn', false, 'hintEn'));
    }
    if (own) {
      all.push(this.choose('widget', [{code: '', name: this.say('noWidget')}, ...this.widgets], field.properties?.widget ?? '',
        value => { within(field, 'properties', 'widget', value); this.touched(); }));
    }
    if (!text && !shows) {
      all.push(this.tick('required', field.validate?.required ?? false, value => within(field, 'validate', 'required', value || null)),
        this.condition(field, 'requiredWhen'));
    }
    all.push(this.condition(field, 'showWhen'));
    if (own && !field.properties?.widget || field.type === 'textarea') {
      all.push(this.line('maxLength', field.validate?.maxLength ?? '', value => within(field, 'validate', 'maxLength', value ? Number(value) : null), 'number'));
    }
    if (field.properties?.widget === 'photos') all.push(this.property(field, 'most'));
    if (field.properties?.widget === 'proposal') all.push(this.other(field, 'target'));
    if (['class', 'row', 'unit'].includes(field.properties?.widget)) all.push(this.other(field, 'differs'));
    if (CHOOSES.includes(field.type)) all.push(this.choices(field));
    return all;
  }

  labelled(word, input) {
    const id = 'gc-studio-' + word;
    input.id = id;
    return make('div', {class: 'gc-studio-input'}, make('label', {class: 'form-label', for: id}, this.say(word)), input);
  }

  line(word, value, put_, type = 'text') {
    const input = make('input', {class: 'form-control', type, value, maxlength: 1000, autocomplete: 'off'});
    input.addEventListener('input', () => { put_(input.value); this.touched(true); });
    return this.labelled(word, input);
  }

  area(word, value, put_) {
    const input = make('textarea', {class: 'form-control', rows: 3, maxlength: 1000}, value);
    input.addEventListener('input', () => { put_(input.value); this.touched(true); });
    return this.labelled(word, input);
  }

  property(field, name, long = false, word = name) {
    return (long ? this.area : this.line).call(this, word, field.properties?.[name] ?? '', value => within(field, 'properties', name, value));
  }

  choose(word, options, value, put_) {
    const select = make('select', {class: 'form-select'}, ...options.map(one => make('option', {value: one.code, selected: one.code === value}, one.name)));
    select.addEventListener('change', () => put_(select.value));
    return this.labelled(word, select);
  }

  tick(word, value, put_) {
    const input = make('input', {type: 'checkbox', class: 'form-check-input', checked: value, id: 'gc-studio-' + word});
    input.addEventListener('change', () => { put_(input.checked); this.touched(true); });
    return make('div', {class: 'gc-studio-input form-check'}, input, make('label', {class: 'form-check-label', for: 'gc-studio-' + word}, this.say(word)));
  }

  other(field, name) {
    const options = [{code: '', name: '—'}, ...this.fields.filter(one => one !== field && one.key).map(one => ({code: one.key, name: this.name(one)}))];
    return this.choose(name, options, field.properties?.[name] ?? '', value => { within(field, 'properties', name, value); this.touched(true); });
  }

  /** Holds while a field that is chosen from has one of some values. */
  condition(field, name) {
    const [key, values] = (field.properties?.[name] ?? '=').split('=');
    const chosen = values ? values.split(',') : [];
    const others = this.fields.filter(one => one !== field && CONDITIONAL.includes(one.type));
    const write = (of, some) => within(field, 'properties', name, of && some.length ? `${of}=${some.join(',')}` : null);
    const select = this.choose(name, [{code: '', name: this.say('always')}, ...others.map(one => ({code: one.key, name: this.name(one)}))], key, of => {
      const it = others.find(one => one.key === of);
      write(of, it ? (it.type === 'checkbox' ? ['true'] : [it.values?.[0]?.value].filter(Boolean)) : []);
      this.touched();
    });
    const it = others.find(one => one.key === key);
    if (!it) return select;
    const offered = it.type === 'checkbox' ? [{value: 'true', label: '✓'}, {value: 'false', label: '—'}] : it.values ?? [];
    const ticks = offered.map((one, i) => {
      const id = `gc-studio-${name}-${i}`;
      const box = make('input', {type: 'checkbox', class: 'form-check-input', id, checked: chosen.includes(one.value)});
      box.addEventListener('change', () => {
        const now = offered.filter((other, j) => ticks[j].firstChild.checked).map(other => other.value);
        if (!now.length) { box.checked = true; return; }
        write(key, now);
        this.touched(true);
      });
      return make('div', {class: 'form-check'}, box, make('label', {class: 'form-check-label', for: id}, one.label));
    });
    select.append(make('div', {class: 'gc-studio-when', role: 'group', 'aria-label': this.say(name)}, make('span', {class: 'gc-muted'}, this.say('is')), ...ticks));
    return select;
  }

  choices(field) {
    field.values ??= [];
    const row = (choice, i) => {
      const part = (word, value, put_) => {
        const input = make('input', {class: 'form-control', value, maxlength: 200, 'aria-label': `${this.say(word)} ${i + 1}`, placeholder: this.say(word), autocomplete: 'off'});
        input.addEventListener('input', () => { put_(input.value); this.touched(true); });
        return input;
      };
      const english = value => 'en.' + value;
      return make('li', {},
        part('choice', choice.label, value => { choice.label = value; }),
        part('choiceEn', field.properties?.[english(choice.value)] ?? '', value => within(field, 'properties', english(choice.value), value)),
        part('value', choice.value, value => {
          const said = field.properties?.[english(choice.value)];
          within(field, 'properties', english(choice.value), null);
          choice.value = value;
          within(field, 'properties', english(value), said);
        }),
        make('button', {type: 'button', class: 'btn btn-sm btn-light border', 'aria-label': `${this.say('remove')} ${choice.label}`, onclick: () => {
          within(field, 'properties', english(choice.value), null);
          field.values.splice(i, 1);
          this.touched();
        }}, make('i', {class: 'bi bi-x-lg', 'aria-hidden': 'true'})));
    };
    return make('div', {class: 'gc-studio-input gc-studio-choices'}, make('span', {class: 'form-label'}, this.say('choices')),
      make('ol', {}, ...field.values.map(row)),
      make('button', {type: 'button', class: 'btn btn-sm btn-light border', onclick: () => {
        field.values.push({label: this.say('choice') + (field.values.length + 1), value: 'choice' + (field.values.length + 1)});
        this.touched();
      }}, this.say('addChoice')));
  }

  /** What another type has not is left behind. */
  retype(field, type) {
    field.type = type;
    if (CHOOSES.includes(type)) field.values ??= [{label: this.say('choice') + 1, value: 'choice1'}];
    else {
      for (const choice of field.values ?? []) within(field, 'properties', 'en.' + choice.value, null);
      delete field.values;
    }
    if (type !== 'textfield') for (const name of ['widget', 'most', 'target', 'differs']) within(field, 'properties', name, null);
    if (type !== 'textfield' && type !== 'textarea') within(field, 'validate', 'maxLength', null);
    if (type === 'text') {
      field.text = field.label || field.text || this.say('text');
      delete field.label;
      delete field.key;
      delete field.validate;
    } else if (!field.key) {
      field.key = 'field' + (this.at + 1);
      field.label = field.text ?? '';
      delete field.text;
    }
    this.touched();
  }

  /* -- how it looks -- */

  widen(button) {
    this.$('frame').dataset.shown = button.dataset.width;
    for (const one of this.node.querySelectorAll('[data-width]')) one.setAttribute('aria-pressed', String(one === button));
  }

  async preview() {
    const sent = this.json;
    try {
      const html = await post(this.node.dataset.preview, sent, 'text/html');
      if (sent !== this.json) return;
      const typed = this.typed();
      this.$('frame').innerHTML = html;
      // what needs a case is only a picture here
      this.$('frame').querySelectorAll('.gc-field').forEach((one, i) => {
        const widget = one.querySelector('.gc-widget:empty');
        widget?.setAttribute('role', 'img');
        if (widget && this.fields[i]) widget.dataset.kind = this.kind(this.fields[i]);
      });
      this.type(typed);
      this.$('refused').textContent = '';
      this.$('refused').hidden = true;
      this.lit();
    } catch (failure) {
      if (!(failure instanceof Refused)) return;
      this.$('refused').textContent = failure.message || this.say('lost');
      this.$('refused').hidden = false;
    }
  }

  /** What somebody tried out in the preview. */
  typed() {
    return [...this.$('frame').querySelectorAll('[cam-variable-name]')].map(input => [input.id, input.type === 'checkbox' ? input.checked : input.value]);
  }

  type(values) {
    for (const [id, value] of values) {
      const input = this.$('frame').querySelector('#' + CSS.escape(id));
      if (!input || !value) continue;
      if (input.type === 'checkbox') input.checked = value === true;
      else input.value = value;
      input.dispatchEvent(new Event('change', {bubbles: true}));
    }
  }

  /** The field that is being changed is marked where it is seen. */
  lit() {
    for (const one of this.$('frame').querySelectorAll('.gc-studio-lit')) one.classList.remove('gc-studio-lit');
    this.$('frame').querySelectorAll('.gc-field')[this.at]?.classList.add('gc-studio-lit');
  }

  tell(words, bad = false) {
    const place = this.$('told');
    place.textContent = words;
    place.className = words ? (bad ? 'gc-note gc-note-bad' : 'gc-note gc-note-good') : '';
  }

  async save() {
    if (!this.changed) return;
    const sent = this.json;
    try {
      const it = await post(this.node.dataset.save, {sha256: this.sha256, json: sent});
      this.sha256 = it.sha256;
      this.saved = sent;
      this.tell(this.say('saved'));
    } catch (failure) {
      this.tell(failure.message || this.say('lost'), true);
      if (failure.status === 409) this.$('told').append(' ', make('a', {href: location.href}, this.say('reload')));
    }
    this.side();
  }
}

function put(object, name, value) {
  if (value == null || value === '') delete object[name];
  else object[name] = value;
}

/** Of an object inside that goes when nothing is left in it. */
function within(field, part, name, value) {
  const inner = field[part] ?? {};
  put(inner, name, value);
  if (Object.keys(inner).length) field[part] = inner;
  else delete field[part];
}

for (const node of document.querySelectorAll('.gc-studio-form')) new FormStudio(node).begin();
