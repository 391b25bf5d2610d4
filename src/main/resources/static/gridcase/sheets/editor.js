/* What one types into in a cell: a list where only some words may stand, a line with suggestions elsewhere. */

import {make} from '../widgets/make.js';

/** As a table holds it: signs of the other keyboard become those of this one. */
export function typed(column, text) {
  const plain = text.replace(/[\u0000-\u001f\u007f-\u009f]+/g, ' ').trim();
  if (column.name === 'remark') return plain;
  const half = plain.replace(/[\uff01-\uff5e]/g, sign => String.fromCharCode(sign.charCodeAt(0) - 0xfee0)).replace(/\u3000/g, ' ');
  return column.several ? half.split(/[,、]/).map(word => word.trim()).filter(Boolean).join(',') : half;
}

export class Editor {
  /** @param done with the text, or null if nothing changes, and which cell is next; null where another has been picked */
  constructor(cell, column, text, beginsWith, say, done) {
    this.cell = cell;
    this.column = column;
    this.done = done;
    this.input = column.choices.length ? this.list(text, say) : this.line(text, beginsWith);
    this.input.classList.add('gc-sheet-editor');
    this.input.setAttribute('aria-label', column.title);
    cell.replaceChildren(this.input);
    this.input.focus();
    if (beginsWith == null && this.input.select) this.input.select();
    if (column.choices.length && beginsWith == null) this.open();
    this.input.addEventListener('keydown', event => this.key(event));
    this.input.addEventListener('blur', () => this.end(this.input.value, null, null));
  }

  list(text, say) {
    const known = this.column.choices.some(choice => choice.code === text);
    const options = this.column.choices.map(choice => make('option', {value: choice.code}, choice.name ? `${choice.code} ${choice.name}` : choice.code));
    if (!this.column.required || !text) options.unshift(make('option', {value: ''}, say(this.column.condition ? 'any' : 'blank')));
    if (text && !known) options.push(make('option', {value: text}, text));
    const select = make('select', {}, ...options);
    select.value = text;
    return select;
  }

  /** A browser may not want to. */
  open() {
    try {
      this.input.showPicker();
      // what is chosen from an open list is meant; in a closed one the arrows pass by others
      this.input.addEventListener('change', () => this.end(this.input.value, 0, 0));
    } catch { /* then a key opens it, and Enter says that it is meant */ }
  }

  line(text, beginsWith) {
    const input = make('input', {type: 'text', autocomplete: 'off', maxlength: 4000, inputmode: this.column.from != null ? 'decimal' : null});
    input.value = beginsWith ?? text;
    if (this.column.words.length) {
      const suggestions = make('datalist', {id: 'gc-sheet-words'});
      document.getElementById('gc-sheet-words')?.remove();
      document.body.append(suggestions);
      input.setAttribute('list', 'gc-sheet-words');
      input.addEventListener('input', () => this.suggest(suggestions));
      this.input = input;
      this.suggest(suggestions);
    }
    return input;
  }

  /** For the word that is being typed, after those that stand already. */
  suggest(list) {
    const words = this.column.several ? this.input.value.split(/[,，、]/) : [this.input.value];
    const begun = words.pop().trim().toLowerCase();
    const before = words.length ? words.join(',') + ',' : '';
    const fit = this.column.words.filter(word => (word.code + ' ' + word.name).toLowerCase().includes(begun)).slice(0, 50);
    list.replaceChildren(...fit.map(word => make('option', {value: before + word.code}, `${word.code} ${word.name}`)));
  }

  key(event) {
    const moves = {Enter: [event.shiftKey ? -1 : 1, 0], Tab: [0, event.shiftKey ? -1 : 1]};
    event.stopPropagation();
    if (event.isComposing) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      this.end(null, 0, 0);
    } else if (moves[event.key]) {
      event.preventDefault();
      this.end(this.input.value, ...moves[event.key]);
    } else if (event.ctrlKey && event.key.toLowerCase() === 's') {
      event.preventDefault();
    }
  }

  commit() {
    this.end(this.input.value, null, null);
  }

  end(text, dr, dc) {
    if (this.over) return;
    this.over = true;
    this.done(text, dr, dc);
  }
}
