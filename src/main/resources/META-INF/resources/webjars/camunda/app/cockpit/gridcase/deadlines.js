/* All deadlines: filters, lamps, trend, hours, and the cases themselves. */
import {countdown} from '/gridcase/countdown.js';
import {heat, trend} from './charts.js';
import {choice, filters} from './filters.js';
import {list} from './list.js';
import {ask, caseLink, counts, el, fill, processLink, tiles} from './make.js';
import {say} from './words.js';

const LAMPS = ['RED', 'YELLOW', 'GREEN', 'NONE'].map(code => ({code, name: say[code.toLowerCase()]}));
const HEAT_DAYS = 91;
const TREND_DAYS = 30;

async function page(node) {
  const asked = JSON.parse(sessionStorage.getItem('gc-deadlines') || '{}');
  sessionStorage.removeItem('gc-deadlines');
  const lamps = el('div');
  const charts = el('div', {class: 'gc-two'});
  const cases = list(say.cases, '/work/deadlines/open', [
    [say.left, line => countdown(line.left)], [say.number, caseLink], [say.kind, line => line.className], [say.street, line => line.street],
    [say.stage, line => line.stage], [say.unit, line => line.unit], [say.due, line => line.due], [say.process, processLink]
  ]);
  let charted = '';
  const show = wanted => {
    fill(lamps, ask('/work/deadlines/lamps', wanted).then(it => [
      tiles(it.total, lamp => form.choose({lamp})),
      el('div', {class: 'gc-two'}, counts(say.byStage, say.stage, it.stages, line => form.choose({stage: line.code})),
        counts(say.byUnit, say.unit, it.units.slice(0, 12), line => form.choose({unit: line.code || ''})))]));
    cases.show(wanted);
    const {district, street, unit, kind} = wanted;
    const ofCharts = {district, street, unit, kind};
    if (charted !== JSON.stringify(ofCharts)) {
      charted = JSON.stringify(ofCharts);
      fill(charts, Promise.all([ask('/work/deadlines/trend', {...ofCharts, days: TREND_DAYS}), ask('/work/deadlines/trend', {...ofCharts, days: HEAT_DAYS})])
        .then(([month, quarter]) => [trend(month.days), heat(quarter.week)]));
    }
  };
  const form = await filters('open', asked, [choice('lamp', say.lamp, LAMPS)], show);
  node.replaceChildren(el('h2', {}, say.deadlines), form.form, lamps, charts, el('p', {class: 'gc-muted'}, say.trendHint),
    el('div', {class: 'gc-part'}, el('h3', {}, say.cases), cases.node));
  show(form.now());
}

export default {
  id: 'gridcase-deadlines',
  pluginPoint: 'cockpit.route',
  properties: {path: '/gridcase-deadlines'},
  render: node => {
    const main = el('main', {class: 'gc-deadlines gc-full'}, el('p', {class: 'gc-muted'}, say.loading));
    node.append(main);
    document.title = document.title.replace(/\|.*|$/, ` | ${say.deadlines}`);
    page(main).catch(() => main.replaceChildren(el('p', {class: 'gc-note', role: 'alert'}, say.failed)));
  },
  unmount: () => {}
};
