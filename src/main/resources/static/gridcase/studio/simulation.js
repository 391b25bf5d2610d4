/* The simulation's own words, which it has in English alone. */
import { chinese } from './words.js';

const TITLES = {
  'Toggle Simulation Log': '显示或收起经过',
  'Play/Pause Simulation': '暂停或继续',
  'Reset Simulation': '重新开始',
  'Set Animation Speed': '动画速度',
  'Set animation speed = Slow': '慢速',
  'Set animation speed = Normal': '常速',
  'Set animation speed = Fast': '快速',
  'Trigger Event': '触发事件',
  'Set Sequence Flow': '改走另一条',
  'Pause Simulation': '暂停',
  'Play Simulation': '继续',
  'Add pause point': '在此停下',
  'Remove pause point': '不在此停下',
  'Trigger boundary event': '触发边界事件',
  'Show Simulation Log': '显示经过',
  'Simulation Log': '经过',
  'No Entries': '还没有经过',
};

const SENTENCES = [
  [/^Start simulation$/i, '开始模拟'],
  [/^Process (\d+) started$/i, '流程 $1 开始'],
  [/^Process (\d+) finished$/i, '流程 $1 结束'],
  [/^Process (\d+) canceled$/i, '流程 $1 取消'],
  [/^Process (.+) started$/i, '流程 $1 开始'],
  [/^Process (.+) finished$/i, '流程 $1 结束'],
  [/^Subprocess (.+) started$/i, '子流程 $1 开始'],
  [/^Subprocess (.+) finished$/i, '子流程 $1 结束'],
  [/^Process started$/i, '流程开始'],
  [/^Process finished$/i, '流程结束'],
  [/^Process canceled$/i, '流程取消'],
  [/^Sub ?process started$/i, '子流程开始'],
  [/^Sub ?process finished$/i, '子流程结束'],
  [/^Sub ?process canceled$/i, '子流程取消'],
  [/^Finished$/i, '已结束'],
  [/^Found unsupported elements$/i, '有不能模拟的元素'],
  [/^User Task$/i, '人工任务'],
  [/^Service Task$/i, '自动步骤'],
  [/^Call Activity$/i, '调用流程'],
  [/^(Exclusive|Parallel|Inclusive) Gateway$/i, '网关'],
  [/^Start Event$/i, '开始事件'],
  [/^End Event$/i, '结束事件'],
  [/^Gateway$/i, '网关'],
  [/^Task$/i, '任务'],
  [/^Intermediate Event$/i, '中间事件'],
  [/^Boundary Event$/i, '边界事件'],
  [/^Reset Simulation$/i, '已重新开始'],
  [/^(Play|Pause) Simulation$/i, (all, what) => (what.toLowerCase() === 'play' ? '继续' : '已暂停')],
  [/^Not supported$/i, '不能模拟'],
];

const inChinese = text => {
  if (TITLES[text]) return TITLES[text];
  const found = SENTENCES.find(([pattern]) => pattern.test(text));
  return found ? text.replace(found[0], found[1]) : text;
};

class Speaking {
  static $inject = ['eventBus', 'canvas', 'notifications', 'log', 'elementNotifications'];

  constructor(eventBus, canvas, notifications, log, elementNotifications) {
    if (!chinese) return;
    for (const [teller, method] of [[notifications, 'showNotification'], [log, 'log'], [elementNotifications, 'addElementNotification']]) {
      const tell = teller[method];
      teller[method] = function (...what) {
        return tell.apply(this, what.map(one => (one?.text ? { ...one, text: inChinese(one.text) } : one)));
      };
    }
    const retitle = () => canvas.getContainer().querySelectorAll('[class^="bts-"][title], .bts-entry[title], .bts-log .bts-header, .bts-log .placeholder')
      .forEach(one => {
        if (one.title) one.title = inChinese(one.title);
        for (const child of one.childNodes) {
          if (child.nodeType === Node.TEXT_NODE && child.data.trim()) child.data = child.data.replace(child.data.trim(), inChinese(child.data.trim()));
        }
      });
    eventBus.on('tokenSimulation.toggleMode', 100, () => setTimeout(retitle));
    eventBus.on('tokenSimulation.simulator.scopeChanged', 100, () => setTimeout(retitle));
  }
}

export const speakingSimulation = { __init__: ['speaking'], speaking: ['type', Speaking] };
