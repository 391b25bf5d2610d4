/* Charts as plain SVG and tables: each figure can be read by everybody. */
import {el} from './make.js';
import {say} from './words.js';

const SVG = 'http://www.w3.org/2000/svg';
const WIDTH = 720;
const HEIGHT = 180;
const FOOT = 22;
const SIDE = 44;
const LEVELS = 5;

function svg(name, attributes, ...inside) {
  const node = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  node.append(...inside);
  return node;
}

/** A round number not below it. */
function round(most) {
  const ten = 10 ** Math.floor(Math.log10(Math.max(1, most)));
  return [1, 2, 5, 10].map(part => part * ten).find(one => one >= most) || 1;
}

/** Bars of what was due, the late part marked by colour and stripes. */
export function trend(days) {
  const due = days.reduce((sum, one) => sum + one.count.due, 0);
  const late = days.reduce((sum, one) => sum + one.count.late, 0);
  const top = round(Math.max(...days.map(one => one.count.due)));
  const tall = HEIGHT - FOOT - 10;
  const wide = (WIDTH - SIDE) / days.length;
  const height = n => n / top * tall;
  const drawing = svg('svg', {viewBox: `0 0 ${WIDTH} ${HEIGHT}`, class: 'gc-trend', role: 'img', 'aria-label': say.trendOf(due, late, days.length)},
    svg('defs', {}, svg('pattern', {id: 'gc-stripes', width: 6, height: 6, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)'},
      svg('rect', {width: 6, height: 6, class: 'gc-late'}), svg('rect', {width: 2, height: 6, class: 'gc-late-stripe'}))));
  for (const part of [0, 0.5, 1]) {
    const y = 10 + tall - part * tall;
    drawing.append(svg('line', {x1: SIDE, x2: WIDTH, y1: y, y2: y, class: 'gc-rule'}),
      svg('text', {x: SIDE - 8, y: y + 4, class: 'gc-axis', 'text-anchor': 'end'}, (top * part).toLocaleString()));
  }
  days.forEach((one, n) => {
    const x = SIDE + n * wide + wide * 0.15;
    const base = 10 + tall;
    const bar = svg('g', {}, svg('title', {}, `${one.day}: ${say.dueN} ${one.count.due}, ${say.lateN} ${one.count.late}`),
      svg('rect', {x, y: base - height(one.count.due), width: wide * 0.7, height: height(one.count.due), class: 'gc-due'}),
      svg('rect', {x, y: base - height(one.count.late), width: wide * 0.7, height: height(one.count.late), fill: 'url(#gc-stripes)'}));
    drawing.append(bar);
    if (n % Math.ceil(days.length / 8) === 0) {
      drawing.append(svg('text', {x: x + wide * 0.35, y: HEIGHT - 4, class: 'gc-axis', 'text-anchor': 'middle'}, one.day.slice(5)));
    }
  });
  return el('figure', {class: 'gc-part gc-chart'}, el('h3', {}, say.trend), drawing,
    el('figcaption', {class: 'gc-legend'}, el('span', {class: 'gc-key gc-key-due'}, say.dueN), el('span', {class: 'gc-key gc-key-late'}, say.lateN),
      el('span', {}, say.trendOf(due, late, days.length))));
}

/** Hours of the week by how many cases became late in them. */
export function heat(week) {
  const most = Math.max(1, ...week.flat().map(one => one.late));
  const level = n => n ? Math.max(1, Math.ceil(n / most * LEVELS)) : 0;
  const head = el('tr', {}, el('td', {}), ...week[0].map((any, hour) => el('th', {scope: 'col'}, String(hour))));
  const rows = week.map((hours, day) => el('tr', {}, el('th', {scope: 'row'}, say.days[day]), ...hours.map((one, hour) =>
    el('td', {class: 'gc-heat-' + level(one.late), title: `${say.days[day]} ${hour}:00 ${say.dueN} ${one.due} ${say.lateN} ${one.late}`},
      one.late ? String(one.late) : ''))));
  return el('figure', {class: 'gc-part gc-chart'}, el('h3', {}, say.heat),
    el('div', {class: 'gc-scroll', tabindex: '0', role: 'region', 'aria-label': say.heat},
      el('table', {class: 'gc-heat', 'aria-label': say.heat}, el('thead', {}, head), el('tbody', {}, ...rows))),
    el('figcaption', {class: 'gc-legend'}, say.heatHint));
}
