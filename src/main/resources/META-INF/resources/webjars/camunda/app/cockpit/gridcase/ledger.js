/* A process's case: its clocks and every line of their ledgers. */
import {lamp} from '/gridcase/countdown.js';
import {ask, el, fill, table} from './make.js';
import {say} from './words.js';

function clock(it) {
  const head = [it.name, it.unit].filter(Boolean).join(' · ');
  return el('div', {class: 'gc-part'},
    el('h3', {}, lamp(it.lamp), head), el('p', {class: 'gc-muted'}, [it.state, it.used, it.left, it.due].filter(Boolean).join(' · ')),
    table(head, [
      [say.when, line => line.at], [say.what, line => line.what], [say.amount, line => line.amount], [say.who, line => line.who], [say.why, line => line.why]
    ], it.lines));
}

async function ledger(api, instance) {
  const process = await ask(`${api.engineApi}/process-instance/${encodeURIComponent(instance)}`);
  if (!process.businessKey) return [el('p', {class: 'gc-muted'}, say.noLedger)];
  const it = await ask(`/work/cases/${encodeURIComponent(process.businessKey)}/clocks`);
  return [el('p', {}, `${say.caseOf} `, el('a', {href: '/cases/' + it.id, class: 'gc-number'}, it.number)), ...it.clocks.map(clock)];
}

export default {
  id: 'gridcase-ledger',
  pluginPoint: 'cockpit.processInstance.runtime.tab',
  priority: 100,
  properties: {label: say.ledger},
  render: (node, {api, processInstanceId}) => {
    const body = el('div', {class: 'gc-deadlines'}, el('p', {class: 'gc-muted'}, say.loading));
    node.append(body);
    fill(body, ledger(api, processInstanceId));
  },
  unmount: () => {}
};
