/* A list in pages that stay in place while cases come and go. */
import {ask, el, fill, table} from './make.js';
import {say} from './words.js';

export function list(label, path, columns) {
  const node = el('div', {class: 'gc-list'});
  let turn = 0;
  const page = async (asked, after, mine) => {
    const found = await ask(path, {...asked, after});
    if (mine !== turn) return [];
    if (!found.lines.length) return [el('p', {class: 'gc-muted gc-empty'}, say.nothing)];
    const lines = table(label, columns, found.lines);
    if (!found.next) return [lines];
    const rest = el('div');
    const more = el('button', {type: 'button', class: 'btn btn-default gc-more', onclick: async () => {
      more.disabled = true;
      await fill(rest, page(asked, found.next, mine));
      more.remove();
    }}, say.more);
    return [lines, rest, more];
  };
  return {node, show: asked => fill(node, page(asked, '', ++turn))};
}
