/* Nodes, tables and answers, in few words. */
import {lamp} from '/gridcase/countdown.js';
import {say} from './words.js';

/** An element; what is given as text stays text. */
export function el(name, attributes = {}, ...inside) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key === 'class') node.className = value;
    else if (key.startsWith('on')) node.addEventListener(key.slice(2), value);
    else if (value === true) node.setAttribute(key, '');
    else if (value !== false && value !== null && value !== undefined) node.setAttribute(key, value);
  }
  node.append(...inside.filter(one => one !== null && one !== undefined));
  return node;
}

/** The answer as JSON; throws if there is none. */
export async function ask(path, asked = {}) {
  const query = new URLSearchParams(Object.entries(asked).filter(([, value]) => value !== '' && value !== undefined && value !== null));
  const answer = await fetch(`${path}?${query}`, {headers: {Accept: 'application/json'}});
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
}

/** Puts into the node what comes, or says that nothing came. */
export async function fill(node, made) {
  node.setAttribute('aria-busy', 'true');
  try {
    node.replaceChildren(...[await made].flat());
  } catch {
    node.replaceChildren(el('p', {class: 'gc-note', role: 'alert'}, say.failed));
  }
  node.removeAttribute('aria-busy');
}

/** @param columns pairs of a title and what a line shows under it; a third, true, for figures */
export function table(label, columns, lines) {
  const head = el('tr', {}, ...columns.map(([title, , figure]) => el('th', {scope: 'col', class: figure ? 'gc-figure' : false}, title)));
  const rows = lines.map(line => el('tr', {}, ...columns.map(([, cell, figure]) => {
    const shown = cell(line);
    return el('td', {class: figure ? 'gc-figure' : false}, shown === null || shown === undefined ? '' : shown);
  })));
  return el('div', {class: 'gc-scroll', tabindex: '0', role: 'region', 'aria-label': label},
    el('table', {class: 'gc-table', 'aria-label': label}, el('thead', {}, head), el('tbody', {}, ...rows)));
}

export function caseLink(line) {
  const link = el('a', {href: '/cases/' + line.id, class: 'gc-number'}, line.number);
  return line.watched ? el('span', {}, link, ' ', el('span', {class: 'gc-watched'}, say.watched)) : link;
}

export function processLink(line) {
  return line.process ? el('a', {href: `#/process-instance/${line.process}/runtime`, 'aria-label': `${say.open} ${line.number}`}, say.open) : '';
}

const LAMPS = [['RED', 'red'], ['YELLOW', 'yellow'], ['GREEN', 'green'], ['NONE', 'none']];

/** The four counts, large. */
export function tiles(total, choose) {
  return el('ul', {class: 'gc-tiles'}, ...LAMPS.map(([name, key]) => el('li', {},
    el('button', {type: 'button', class: `gc-tile gc-tile-${key}`, onclick: () => choose(name)},
      el('span', {class: 'gc-tile-name'}, lamp(name), say[key]),
      el('strong', {}, total[key].toLocaleString())))));
}

/** Counts by stage or unit, a row each. */
export function counts(title, head, lines, choose) {
  const columns = [[head, line => el('button', {type: 'button', class: 'btn btn-link gc-choose', onclick: () => choose(line)}, line.name)]];
  for (const [name, key] of LAMPS) {
    columns.push([el('span', {class: 'gc-head-lamp'}, lamp(name), say[key]), line => line[key] ? line[key].toLocaleString() : '–', true]);
  }
  columns.push([say.all, line => (line.red + line.yellow + line.green + line.none).toLocaleString(), true]);
  return el('div', {class: 'gc-part'}, el('h3', {}, title), table(title, columns, lines));
}
