/* What GridCase adds to the Tasklist: the widgets of its forms, a language switch, and the case on a task's card. */
import '/gridcase/widgets.js';
import '/gridcase/webapps-names.js';
import {english} from '/gridcase/webapps.js';

document.documentElement.lang = english ? 'en' : 'zh-CN';

const languageSwitch = {
  id: 'gridcase-language',
  pluginPoint: 'tasklist.navbar.action',
  priority: 350,
  render: node => {
    const link = document.createElement('a');
    const other = english ? 'zh' : 'en';
    link.href = '';
    link.lang = other;
    link.className = 'gc-language';
    link.textContent = other === 'zh' ? '中文' : 'English';
    link.addEventListener('click', event => {
      event.preventDefault();
      document.cookie = `gc-lang=${other}; path=/; max-age=31536000; samesite=lax`;
      location.reload();
    });
    node.append(link);
  },
  unmount: () => {}
};

const card = {
  id: 'gridcase-card',
  pluginPoint: 'tasklist.card',
  priority: 100,
  render: async (node, {taskId}) => {
    const line = document.createElement('p');
    line.className = 'gc-tasklist-card';
    node.append(line);
    const answer = await fetch('/work/tasks/' + encodeURIComponent(taskId), {headers: {Accept: 'application/json'}});
    if (!answer.ok) return;
    const it = await answer.json();
    const number = document.createElement('strong');
    number.textContent = it.number;
    const words = document.createElement('span');
    words.textContent = [it.className || it.description.slice(0, 30), it.address || it.area].join(' · ');
    line.append(number, ' ', words);
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
