/* Ended cases, which the Cockpit by itself does not know any more. */
import {lamp, spell} from '/gridcase/countdown.js';
import {choice, day, filters} from './filters.js';
import {list} from './list.js';
import {ask, caseLink, el} from './make.js';
import {say} from './words.js';

const OUTCOMES = [{code: 'IN_TIME', name: say.inTime}, {code: 'LATE', name: say.late}, {code: 'EXEMPT', name: say.exempt}];
const DAY = 86400000;

function outcome(line) {
  if (line.stage !== 'CLOSED' && !line.late) return '–';
  const [name, words] = line.late ? line.exempt ? ['YELLOW', say.exempt] : ['RED', say.late] : ['GREEN', say.inTime];
  return el('span', {class: 'gc-left'}, lamp(name), words);
}

const COLUMNS = [
  [say.number, caseLink], [say.kind, line => line.className], [say.street, line => line.street], [say.unit, line => line.unit],
  [say.how, line => line.stageName], [say.reported, line => line.opened], [say.closed, line => line.closed], [say.outcome, outcome],
  [say.used, line => line.used === undefined ? '–' : `${spell(line.used, false, DAY)} / ${spell(line.limit, false, DAY)}`, true],
  [say.took, line => spell(line.took, false, DAY), true]
];

function draw(main, ...heading) {
  const cases = list(say.ended, '/work/deadlines/ended', COLUMNS);
  filters('ended', {}, [choice('outcome', say.outcome, OUTCOMES), day('from', say.from), day('until', say.until)], cases.show).then(form => {
    main.replaceChildren(...heading, form.form, el('p', {class: 'gc-muted'}, say.searched), cases.node);
    cases.show(form.now());
  }).catch(() => main.replaceChildren(el('p', {class: 'gc-note', role: 'alert'}, say.failed)));
}

const page = {
  id: 'gridcase-ended',
  pluginPoint: 'cockpit.route',
  properties: {path: '/gridcase-ended'},
  render: node => {
    const main = el('main', {class: 'gc-deadlines gc-full'}, el('p', {class: 'gc-muted'}, say.loading));
    node.append(main);
    document.title = document.title.replace(/\|.*|$/, ` | ${say.ended}`);
    draw(main, el('h2', {}, say.ended));
  },
  unmount: () => {}
};

/* The same beside what runs of the flow that carries cases. */
const tab = {
  id: 'gridcase-ended-tab',
  pluginPoint: 'cockpit.processDefinition.runtime.tab',
  priority: 1,
  properties: {label: say.ended},
  render: async (node, {api, processDefinitionId}) => {
    const body = el('div', {class: 'gc-deadlines'}, el('p', {class: 'gc-muted'}, say.loading));
    node.append(body);
    const definition = await ask(`${api.engineApi}/process-definition/${encodeURIComponent(processDefinitionId)}`).catch(() => ({}));
    if (definition.key === 'case-handling') draw(body);
    else body.replaceChildren(el('p', {class: 'gc-muted'}, say.noCases));
  },
  unmount: () => {}
};

export default [page, tab];
