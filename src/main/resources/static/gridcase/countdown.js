/* What is left of a limit, in words that go on by themselves: counted from what was answered once, never asked again. */
const MINUTE = 60000;
const HOUR = 60 * MINUTE;
const STEP = 15000;
const SHAPES = {RED: 'red', YELLOW: 'amber', GREEN: 'green'};
const ZH = {RED: '红灯：已超时', YELLOW: '黄灯：快超时', GREEN: '绿灯：未超时', NONE: '没有在计的时限'};
const EN = {RED: 'Red lamp: overdue', YELLOW: 'Yellow lamp: nearly due', GREEN: 'Green lamp: in time', NONE: 'No limit runs'};

// the web apps say their language after this is read
const english = () => document.documentElement.lang.startsWith('en');

const shown = new Set();
setInterval(() => {
  for (const one of shown) {
    if (one.node.isConnected) one.say();
    else if (one.seen) shown.delete(one);
  }
}, STEP);

export function lampName(name) {
  return (english() ? EN : ZH)[name];
}

/** A lamp: a colour and a shape, and its name for whoever sees neither. */
export function lamp(name) {
  const node = document.createElement('span');
  node.className = SHAPES[name] ? `gc-lamp gc-lamp-${SHAPES[name]}` : 'gc-lamp-none';
  node.setAttribute('role', 'img');
  node.setAttribute('aria-label', lampName(name));
  node.title = lampName(name);
  return node;
}

/** Counted milliseconds in words: hours and minutes, from a day on days and hours. */
export function spell(millis, working, day) {
  const time = Math.abs(millis);
  const hours = Math.floor(time / HOUR);
  const minutes = Math.floor(time % HOUR / MINUTE);
  if (time >= day) {
    const days = Math.floor(time / day);
    const rest = Math.floor(time % day / HOUR);
    if (english()) return `${days} ${working ? 'working ' : ''}${days === 1 ? 'day' : 'days'}${rest ? ` ${rest} h` : ''}`;
    return `${days} ${working ? '个工作日' : '天'}${rest ? ` ${rest} 小时` : ''}`;
  }
  const parts = [];
  if (hours) parts.push(`${hours} ${english() ? 'h' : '小时'}`);
  if (minutes || !hours) parts.push(`${minutes} ${english() ? 'min' : hours ? '分' : '分钟'}`);
  return parts.join(' ') + (working ? english() ? ' of working time' : '工作时' : '');
}

function words(left, it) {
  const time = spell(left, it.working, it.day);
  if (left < 0) return english() ? `${time} over` : `超时 ${time}`;
  return english() ? `${time} left` : `还剩 ${time}`;
}

/** @param it left, lamp, working, day, counts as the server tells them; none while no limit runs */
export function countdown(it) {
  const node = document.createElement('span');
  node.className = 'gc-left';
  if (!it) {
    node.append(lamp('NONE'), lampName('NONE'));
    return node;
  }
  const start = performance.now();
  const text = document.createElement('span');
  let light = lamp(it.lamp);
  node.append(light, text);
  const one = {
    node,
    say() {
      one.seen ||= node.isConnected;
      const passed = performance.now() - start;
      const counted = it.counts.reduce((sum, [from, to]) => sum + Math.max(0, Math.min(to, passed) - Math.max(from, 0)), 0);
      const left = it.left - counted;
      const turned = left < 0 ? lamp('RED') : light;
      if (turned.title !== light.title) {
        light.replaceWith(turned);
        light = turned;
      }
      const said = words(left, it);
      if (text.textContent !== said) text.textContent = said;
    }
  };
  one.say();
  shown.add(one);
  return node;
}
