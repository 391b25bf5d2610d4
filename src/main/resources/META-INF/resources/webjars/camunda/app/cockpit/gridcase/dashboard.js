/* The dashboard: how the open cases do, and the ten that are worst. */
import {countdown} from '/gridcase/countdown.js';
import {ask, caseLink, counts, el, fill, processLink, table, tiles} from './make.js';
import {say} from './words.js';

const UNITS = 8;
const WORST = 10;

function toPage(asked) {
  sessionStorage.setItem('gc-deadlines', JSON.stringify(asked));
  location.hash = '#/gridcase-deadlines';
}

async function all() {
  const [lamps, worst] = await Promise.all([ask('/work/deadlines/lamps'), ask('/work/deadlines/open', {lamp: 'RED', most: WORST})]);
  return [
    tiles(lamps.total, lamp => toPage({lamp})),
    el('div', {class: 'gc-two'},
      counts(say.byStage, say.stage, lamps.stages, line => toPage({stage: line.code})),
      counts(say.byUnit, say.unit, lamps.units.slice(0, UNITS), line => toPage(line.code ? {unit: line.code} : {}))),
    el('div', {class: 'gc-part'}, el('h3', {}, say.worst), worst.lines.length ? table(say.worst, [
      [say.number, caseLink], [say.kind, line => line.className], [say.unit, line => line.unit], [say.stage, line => line.stage],
      [say.left, line => countdown(line.left)], [say.process, processLink]
    ], worst.lines) : el('p', {class: 'gc-muted'}, say.noneOver)),
    el('p', {}, el('a', {href: '#/gridcase-deadlines'}, say.whole))
  ];
}

export default {
  id: 'gridcase-dashboard',
  pluginPoint: 'cockpit.dashboard',
  priority: 100,
  properties: {label: say.deadlines},
  render: node => {
    const body = el('div', {}, el('p', {class: 'gc-muted'}, say.loading));
    node.append(el('div', {class: 'gc-deadlines gc-dashboard'}, el('h2', {}, say.deadlines), body));
    fill(body, all());
  },
  unmount: () => {}
};
