/* What GridCase adds to the Tasklist: the widgets of its forms, a language switch, and the case on a task's card. */
import '/gridcase/widgets.js';
import '/gridcase/webapps-names.js';
import {countdown} from '/gridcase/countdown.js';
import {english, otherLanguage} from '/gridcase/webapps.js';

document.documentElement.lang = english ? 'en' : 'zh-CN';

const languageSwitch = {
  id: 'gridcase-language',
  pluginPoint: 'tasklist.navbar.action',
  priority: 350,
  render: node => node.append(otherLanguage()),
  unmount: () => {}
};

/* The cards of a list come one by one; what they show is asked for once, for all of them. */
const waiting = new Map();

function ask(taskId) {
  if (!waiting.size) setTimeout(askAll, 30);
  if (!waiting.has(taskId)) {
    let tell;
    waiting.set(taskId, {told: new Promise(resolve => { tell = resolve; }), tell});
  }
  return waiting.get(taskId).told;
}

async function askAll() {
  const asked = new Map(waiting);
  waiting.clear();
  const ids = [...asked.keys()].map(id => 'id=' + encodeURIComponent(id)).join('&');
  const cards = await fetch('/work/tasks?' + ids, {headers: {Accept: 'application/json'}})
    .then(answer => answer.ok ? answer.json() : []).catch(() => []);
  const known = new Map(cards.map(one => [one.task, one]));
  for (const [id, {tell}] of asked) tell(known.get(id));
}

const card = {
  id: 'gridcase-card',
  pluginPoint: 'tasklist.card',
  priority: 100,
  render: async (node, {taskId}) => {
    const line = document.createElement('p');
    line.className = 'gc-tasklist-card';
    node.append(line);
    const it = await ask(taskId);
    if (!it) return;
    const number = document.createElement('strong');
    number.textContent = it.number;
    const words = document.createElement('span');
    words.textContent = [it.words, it.place].join(' · ');
    const left = document.createElement('span');
    left.className = 'gc-card-left';
    if (it.timed) left.append(countdown(it.left));
    line.append(number, ' ');
    if (it.watched) {
      const badge = document.createElement('span');
      badge.className = 'gc-watched';
      badge.textContent = english ? 'Watched' : '督办';
      line.append(badge, ' ');
    }
    line.append(words, left);
  },
  unmount: () => {}
};

/* On a phone the task takes the list's place, so there is a way back. */
const back = {
  id: 'gridcase-back',
  pluginPoint: 'tasklist.task.action',
  priority: 100,
  render: node => {
    const link = document.createElement('a');
    link.href = '#/';
    link.className = 'gc-back';
    link.textContent = english ? '‹ All tasks' : '‹ 返回列表';
    link.addEventListener('click', event => {
      event.preventDefault();
      location.hash = location.hash.replace(/([?&])(task|detailsTab)=[^&]*/g, '$1');
    });
    node.append(link);
  },
  unmount: () => {}
};

export default [languageSwitch, card, back];
