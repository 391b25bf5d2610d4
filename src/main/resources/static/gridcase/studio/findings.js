/* What the guard found, as a list and at the elements themselves. */
import { say } from './words.js';

/* The innermost element of the drawing that a place of a finding lies in: its id, or the name and line of something
   without one in the text that was saved. */
export function elementAt(xml, place, registry) {
  if (registry.get(place)) return registry.get(place);
  const at = place.match(/^.*:(\d+)$/);
  const line = at ? Number(at[1]) : lineOf(xml, place);
  if (!line) return null;
  const open = [];
  let best = null;
  for (const part of xml.matchAll(/<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<(\/?)([\w:.-]+)([^>]*?)(\/?)>/g)) {
    if (!part[2]) continue;
    if (xml.slice(0, part.index).split('\n').length > line) break;
    if (part[1]) {
      open.pop();
    } else {
      const id = part[3].match(/\sid="([^"]*)"/)?.[1];
      open.push(id);
      best = open.findLast(one => one && registry.get(one)) ?? best;
      if (part[4]) open.pop();
    }
  }
  return best ? registry.get(best) : null;
}

const lineOf = (xml, id) => {
  const at = xml.indexOf(`id="${id}"`);
  return at < 0 ? 0 : xml.slice(0, at).split('\n').length;
};

/* Lists them; each leads where `select` leads its place. */
export function listFindings(findings, select) {
  const box = document.getElementById('findings');
  box.hidden = !findings.length;
  box.querySelector('ul').replaceChildren(...findings.map(finding => {
    const item = document.createElement('li');
    const button = document.createElement('button');
    button.type = 'button';
    const place = document.createElement('strong');
    place.textContent = finding.place;
    button.append(place, ' ', finding.words);
    button.addEventListener('click', () => select(finding.place));
    item.append(button);
    return item;
  }));
}

/* Marks them on the drawing, by a sign as well as a colour. */
export function markFindings(editor, findings, xml) {
  const canvas = editor.get('canvas');
  const registry = editor.get('elementRegistry');
  const overlays = editor.get('overlays');
  overlays.remove({ type: 'gc-finding' });
  registry.forEach(element => canvas.hasMarker(element, 'gc-wrong-here') && canvas.removeMarker(element, 'gc-wrong-here'));
  const wordsOf = new Map();
  for (const finding of findings) {
    const element = elementAt(xml, finding.place, registry);
    if (!element || element === canvas.getRootElement()) continue;
    wordsOf.set(element, [...(wordsOf.get(element) ?? []), finding.words]);
  }
  for (const [element, words] of wordsOf) {
    canvas.addMarker(element, 'gc-wrong-here');
    const sign = document.createElement('span');
    sign.className = 'gc-wrong-sign';
    sign.textContent = '!';
    sign.title = `${say('finding')} ${words.join(' ')}`;
    overlays.add(element, 'gc-finding', { html: sign, position: element.waypoints ? { top: -24, left: 0 } : { top: -14, right: 10 } });
  }
}
