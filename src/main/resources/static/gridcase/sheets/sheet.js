/* A decision spreadsheet as a grid: select, type, paste, move rows, undo, save; what is wrong stands at its cell. */

import {make} from '../widgets/make.js';
import {format, parse} from './clipboard.js';
import {Editor, typed} from './editor.js';
import {Rows} from './rows.js';
import {get, post} from './server.js';
import {wordsOf} from './words.js';

const PAGE = 10;
const MOST = 5000;

class Sheet {
  constructor(node) {
    this.node = node;
    this.say = wordsOf(node);
    this.mayChange = node.dataset.mayChange === 'true';
    this.table = node.querySelector('table');
    this.lines = new Map();
    this.at = {r: 0, c: 0};
    this.to = {r: 0, c: 0};
    this.notes = [];
  }

  $(name) {
    return this.node.querySelector(`[data-${name}]`);
  }

  async begin() {
    const url = this.node.dataset.rows;
    const it = await get(url);
    this.columns = it.columns;
    this.first = it.first;
    this.rows = new Rows(it.columns.length);
    this.head();
    this.take(it);
    this.listen();
    this.node.dataset.ready = '';
  }

  take(it) {
    this.sha256 = it.sha256;
    this.rows.loaded(it.rows);
    this.notes = it.notes.map(note => {
      const row = this.rows.saved[note.row];
      return {...note, key: row?.key, text: row?.cells[note.column]};
    });
    for (const input of document.querySelectorAll('input[name=sha256]')) input.value = it.sha256;
    this.draw();
    this.list();
  }

  /* -- drawing -- */

  head() {
    const cells = this.columns.map(column => make('th', {scope: 'col', class: 'gc-sheet-' + (column.condition ? 'if' : column.required && column.name !== 'row' ? 'then' : 'side')},
      column.title, make('small', {}, this.kind(column))));
    this.table.tHead.replaceChildren(make('tr', {}, make('th', {scope: 'col', class: 'gc-sheet-number'}, make('span', {class: 'visually-hidden'}, this.say('row'))), ...cells));
  }

  kind(column) {
    if (column.from != null) return this.say('number', column.from, column.to);
    if (column.choices.length) return column.condition ? this.say('any') : '';
    return column.several ? this.say('several') : '';
  }

  /** Only what is otherwise than it is drawn. */
  draw() {
    const body = this.table.tBodies[0];
    const wanted = new Set();
    this.rows.rows.forEach((row, r) => {
      let line = this.lines.get(row.key);
      if (!line) {
        line = {tr: this.line(), row: null};
        this.lines.set(row.key, line);
      }
      if (line.row !== row) row.cells.forEach((text, c) => { line.tr.cells[c + 1].textContent = text; });
      line.row = row;
      line.tr.rowIndexHere = r;
      line.tr.cells[0].textContent = this.first + r;
      if (body.rows[r] !== line.tr) body.insertBefore(line.tr, body.rows[r] ?? null);
      wanted.add(row.key);
    });
    for (const [key, line] of this.lines) {
      if (!wanted.has(key)) {
        line.tr.remove();
        this.lines.delete(key);
      }
    }
    this.mark();
    this.pick(this.clamped(this.at), this.clamped(this.to), false);
    this.state();
  }

  line() {
    return make('tr', {}, make('th', {scope: 'row', class: 'gc-sheet-number'}),
      ...this.columns.map((column, c) => make('td', {role: 'gridcell', tabindex: '-1', 'data-c': c,
        class: column.from != null ? 'gc-figure' : null, 'aria-readonly': this.mayChange ? null : 'true'})));
  }

  /** What is said of cells, as long as they read as they did when it was said. */
  mark() {
    for (const {tr} of this.lines.values()) {
      for (const cell of tr.querySelectorAll('[data-note]')) {
        cell.removeAttribute('data-note');
        cell.removeAttribute('aria-invalid');
        cell.removeAttribute('title');
      }
    }
    for (const note of this.notes) {
      const cell = this.cellOf(note);
      if (!cell) continue;
      if (cell.dataset.note !== 'wrong') cell.dataset.note = note.wrong ? 'wrong' : 'hint';
      if (note.wrong) cell.setAttribute('aria-invalid', 'true');
      cell.title = cell.title ? cell.title + ' · ' + note.words : note.words;
    }
  }

  cellOf(note) {
    const line = this.lines.get(note.key);
    const cell = line?.tr.cells[note.column + 1];
    return cell && line.row.cells[note.column] === note.text ? cell : null;
  }

  list() {
    const place = this.$('notes');
    const wrong = this.notes.filter(note => note.wrong);
    const hints = this.notes.filter(note => !note.wrong);
    const items = notes => make('ul', {class: 'gc-wrong'}, ...notes.map(note => make('li', {},
      note.row < 0 ? make('strong', {}, note.cell) : make('button', {type: 'button', class: 'gc-sheet-go', onclick: () => this.go(note)}, note.cell), ' ' + note.words)));
    place.replaceChildren(
      make('p', {class: wrong.length ? 'gc-note gc-note-bad' : 'gc-note gc-note-good'}, wrong.length ? this.say('wrong', wrong.length) : this.say('fine')),
      ...(wrong.length ? [items(wrong)] : []),
      ...(hints.length ? [make('p', {class: 'gc-note'}, this.say('hints', hints.length)), items(hints)] : []));
  }

  go(note) {
    const r = this.rows.rows.findIndex(row => row.key === note.key);
    if (r < 0) return;
    this.pick({r, c: note.column}, {r, c: note.column});
  }

  state() {
    const words = this.rows.changed ? this.say('unsaved') : '';
    this.$('state').textContent = words;
    const set = (name, off) => { const button = this.$(name); if (button) button.disabled = off; };
    set('save', !this.rows.changed || this.saving);
    set('undo', !this.rows.back.length);
    set('redo', !this.rows.forth.length);
    set('delete', this.rows.rows.length < 2);
  }

  tell(words, bad = false) {
    const place = this.$('told');
    place.textContent = words;
    place.className = words ? (bad ? 'gc-note gc-note-bad' : 'gc-note gc-note-good') : '';
  }

  /* -- selecting -- */

  clamped({r, c}) {
    return {r: Math.max(0, Math.min(this.rows.rows.length - 1, r)), c: Math.max(0, Math.min(this.columns.length - 1, c))};
  }

  get area() {
    return {top: Math.min(this.at.r, this.to.r), bottom: Math.max(this.at.r, this.to.r),
      left: Math.min(this.at.c, this.to.c), right: Math.max(this.at.c, this.to.c)};
  }

  cell(r, c) {
    return this.table.tBodies[0].rows[r]?.cells[c + 1];
  }

  /** From one cell to another; the keyboard stands at the latter. */
  pick(at, to, focus = true) {
    for (const cell of this.picked ?? []) {
      cell.removeAttribute('aria-selected');
      cell.tabIndex = -1;
    }
    this.at = this.clamped(at);
    this.to = this.clamped(to);
    this.picked = [];
    const {top, bottom, left, right} = this.area;
    for (let r = top; r <= bottom; r++) {
      for (let c = left; c <= right; c++) {
        const cell = this.cell(r, c);
        cell.setAttribute('aria-selected', 'true');
        this.picked.push(cell);
      }
    }
    const cell = this.cell(this.to.r, this.to.c);
    cell.tabIndex = 0;
    if (focus) {
      cell.focus({preventScroll: true});
      this.show(cell);
    }
    this.describe();
  }

  /** Not hidden behind the head or the row's number. */
  show(cell) {
    cell.scrollIntoView({block: 'nearest', inline: 'nearest'});
    const box = this.$('scroll');
    const here = cell.getBoundingClientRect();
    const frame = box.getBoundingClientRect();
    const top = frame.top + this.table.tHead.offsetHeight;
    const [number, id] = this.table.tHead.rows[0].cells;
    const left = frame.left + number.offsetWidth + (cell.dataset.c === '0' ? 0 : id.offsetWidth);
    if (here.top < top) box.scrollTop -= top - here.top;
    if (here.left < left) box.scrollLeft -= left - here.left;
  }

  describe() {
    const {r, c} = this.to;
    const column = this.columns[c];
    const text = this.rows.rows[r].cells[c];
    const known = new Map([...column.choices, ...column.words].filter(one => one.name).map(one => [one.code, one.name]));
    const meaning = text.split(',').map(word => known.get(word.trim())).filter(Boolean).join('、');
    const name = String.fromCharCode(65 + c) + (this.first + r);
    const notes = this.notes.filter(note => this.cellOf(note) === this.cell(r, c));
    this.$('cell').replaceChildren(
      make('strong', {class: 'gc-figure'}, name), ' ', make('span', {}, column.title), ' ',
      make('span', {class: 'gc-sheet-value'}, text || (column.condition ? this.say('any') : this.say('blank'))), ' ',
      make('span', {class: 'gc-muted'}, meaning),
      ...notes.map(note => make('span', {class: note.wrong ? 'gc-error' : 'gc-sheet-hint'}, note.words)));
  }

  /* -- listening -- */

  listen() {
    const body = this.table.tBodies[0];
    body.addEventListener('pointerdown', event => this.pressed(event));
    body.addEventListener('pointerover', event => {
      const place = this.dragging && this.moved(event) && this.placeOf(event.target);
      if (place) this.pick(this.at, place, false);
    });
    document.addEventListener('pointerup', () => { this.dragging = false; });
    body.addEventListener('dblclick', () => this.edit());
    body.addEventListener('click', event => {
      const place = this.placeOf(event.target);
      if (event.pointerType === 'touch' && place && this.again) this.edit();
    });
    body.addEventListener('focusin', event => {
      const place = this.placeOf(event.target);
      if (place && event.target.matches('td') && (place.r !== this.to.r || place.c !== this.to.c)) this.pick(place, place, false);
    });
    body.addEventListener('keydown', event => { if (!this.editor) this.key(event); });
    for (const kind of ['copy', 'cut', 'paste']) this.table.addEventListener(kind, event => { if (!this.editor) this[kind](event); });
    for (const [name, act] of Object.entries({save: () => this.save(), undo: () => this.undo(), redo: () => this.redo(), insert: () => this.insert(),
      copy: () => this.duplicate(), up: () => this.move(-1), down: () => this.move(1), delete: () => this.remove()})) {
      this.$(name)?.addEventListener('click', act);
    }
    addEventListener('beforeunload', event => { if (this.rows.changed) event.preventDefault(); });
  }

  placeOf(node) {
    const cell = node.closest?.('td');
    return cell && this.table.contains(cell) ? {r: cell.parentNode.rowIndexHere, c: Number(cell.dataset.c)} : null;
  }

  /** Another cell may come under a pointer that stands still, when what is said above grows or shrinks: that is no drag. */
  moved(event) {
    return event.clientX !== this.down.x || event.clientY !== this.down.y;
  }

  pressed(event) {
    const place = this.placeOf(event.target);
    if (!place || event.target.closest('.gc-sheet-editor')) return;
    this.again = place.r === this.to.r && place.c === this.to.c;
    this.dragging = event.pointerType !== 'touch';
    this.down = {x: event.clientX, y: event.clientY};
    this.editor?.commit();
    this.pick(event.shiftKey ? this.at : place, place);
  }

  key(event) {
    const {r, c} = this.to;
    const last = {r: this.rows.rows.length - 1, c: this.columns.length - 1};
    const control = event.ctrlKey || event.metaKey;
    const moves = {ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1], PageUp: [-PAGE, 0], PageDown: [PAGE, 0]};
    const done = act => { event.preventDefault(); act(); };
    if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) return done(() => this.move(event.key === 'ArrowUp' ? -1 : 1));
    if (moves[event.key] && !event.altKey) {
      const [dr, dc] = moves[event.key];
      const to = control ? {r: dr ? (dr < 0 ? 0 : last.r) : r, c: dc ? (dc < 0 ? 0 : last.c) : c} : {r: r + dr, c: c + dc};
      return done(() => this.pick(event.shiftKey ? this.at : to, to));
    }
    if (event.key === 'Home' || event.key === 'End') {
      const to = event.key === 'Home' ? {r: control ? 0 : r, c: 0} : {r: control ? last.r : r, c: last.c};
      return done(() => this.pick(event.shiftKey ? this.at : to, to));
    }
    if (control && event.key.toLowerCase() === 'a') return done(() => this.pick({r: 0, c: 0}, last));
    if (!this.mayChange) return undefined;
    if (control) {
      const acts = {z: () => event.shiftKey ? this.redo() : this.undo(), y: () => this.redo(), s: () => this.save(), d: () => this.duplicate(),
        enter: () => this.insert(), delete: () => this.remove()};
      const act = acts[event.key.toLowerCase()];
      return act ? done(act) : undefined;
    }
    if (event.key === 'Enter' || event.key === 'F2') return done(() => this.edit());
    if (event.key === 'Delete' || event.key === 'Backspace') return done(() => this.clear());
    if (event.key.length === 1 && !event.altKey) return done(() => this.edit(event.key));
    return undefined;
  }

  /* -- changing -- */

  edit(beginsWith) {
    if (!this.mayChange || this.editor) return;
    const {r, c} = this.to;
    const column = this.columns[c];
    this.editor = new Editor(this.cell(r, c), column, this.rows.rows[r].cells[c], beginsWith, this.say, (text, dr, dc) => {
      this.editor = null;
      this.cell(r, c).textContent = this.rows.rows[r].cells[c];
      if (text != null && this.rows.write([[r, c, typed(column, text)]])) this.draw();
      const next = {r: r + dr, c: c + dc};
      if (dr !== null) this.pick(next, next);
    });
  }

  clear() {
    const {top, bottom, left, right} = this.area;
    const cells = [];
    for (let r = top; r <= bottom; r++) for (let c = left; c <= right; c++) cells.push([r, c, '']);
    if (this.rows.write(cells)) this.draw();
  }

  copied() {
    const {top, bottom, left, right} = this.area;
    return format(this.rows.rows.slice(top, bottom + 1).map(row => row.cells.slice(left, right + 1)));
  }

  copy(event) {
    event.preventDefault();
    event.clipboardData.setData('text/plain', this.copied());
    const {top, bottom} = this.area;
    this.tell(this.say('copied', bottom - top + 1));
  }

  cut(event) {
    this.copy(event);
    if (this.mayChange) this.clear();
  }

  /** Over what is there; what reaches below the last row becomes new rows above it, for that one catches all else. */
  paste(event) {
    event.preventDefault();
    if (!this.mayChange) return;
    const block = parse(event.clipboardData.getData('text/plain'));
    const {top, left, bottom, right} = this.area;
    const one = block.length === 1 && block[0].length === 1;
    const cells = [];
    if (one) {
      for (let r = top; r <= bottom; r++) for (let c = left; c <= right; c++) cells.push([r, c, typed(this.columns[c], block[0][0])]);
    }
    const more = one ? 0 : Math.max(0, top + block.length - this.rows.rows.length);
    if (this.rows.rows.length + more > MOST) return void this.tell(this.say('most', MOST), true);
    const cut = !one && block.some(row => left + row.length > this.columns.length);
    const steps = this.rows.back.length;
    if (more) this.rows.insert(Math.max(0, this.rows.rows.length - 1), Array.from({length: more}, () => this.rows.blank()));
    if (!one) block.forEach((row, i) => row.slice(0, this.columns.length - left).forEach((text, j) => cells.push([top + i, left + j, typed(this.columns[left + j], text)])));
    this.rows.write(cells);
    if (this.rows.back.length > steps + 1) this.rows.back.splice(steps + 1);
    this.draw();
    this.pick({r: top, c: left}, {r: top + (one ? bottom - top : block.length - 1), c: left + (one ? right - left : Math.max(...block.map(row => row.length)) - 1)});
    this.tell(this.say(cut ? 'cut' : 'pasted', block.length), cut);
  }

  insert() {
    const at = this.area.bottom === this.rows.rows.length - 1 ? this.area.bottom : this.area.bottom + 1;
    if (this.rows.rows.length >= MOST) return void this.tell(this.say('most', MOST), true);
    const row = this.rows.blank();
    row.cells[0] = this.rows.freshId(this.rows.rows[this.area.bottom].cells[0]);
    this.rows.insert(at, [row]);
    this.draw();
    this.pick({r: at, c: 1}, {r: at, c: 1});
  }

  duplicate() {
    const {top, bottom} = this.area;
    if (this.rows.rows.length + bottom - top + 1 > MOST) return void this.tell(this.say('most', MOST), true);
    const copies = this.rows.rows.slice(top, bottom + 1).map(row => this.rows.row(row.cells));
    copies.forEach((copy, i) => { copy.cells[0] = this.rows.freshId(copy.cells[0], copies.slice(0, i)); });
    const at = bottom === this.rows.rows.length - 1 ? top : bottom + 1;
    this.rows.insert(at, copies);
    this.draw();
    this.pick({r: at, c: this.to.c}, {r: at + copies.length - 1, c: this.to.c});
  }

  move(by) {
    const {top, bottom} = this.area;
    if (!this.rows.move(top, bottom, by)) return;
    const at = {r: this.at.r + by, c: this.at.c};
    const to = {r: this.to.r + by, c: this.to.c};
    this.draw();
    this.pick(at, to);
  }

  remove() {
    const {top, bottom} = this.area;
    if (bottom - top + 1 >= this.rows.rows.length) return;
    this.rows.remove(top, bottom);
    this.draw();
    this.pick({r: top, c: this.to.c}, {r: top, c: this.to.c});
  }

  undo() {
    if (this.rows.undo()) this.redrawn();
  }

  redo() {
    if (this.rows.redo()) this.redrawn();
  }

  redrawn() {
    this.draw();
    this.pick(this.to, this.to);
  }

  async save() {
    this.editor?.commit();
    if (!this.rows.changed || this.saving) return;
    this.saving = true;
    this.state();
    const sent = this.rows.rows;
    try {
      const it = await post(this.node.dataset.rows, {sha256: this.sha256, rows: this.rows.lines()});
      if (this.rows.rows === sent) {
        this.take(it);
      } else {
        // typed on meanwhile: what was sent is what is saved, what stands here is newer
        this.sha256 = it.sha256;
        this.rows.saved = sent;
        this.rows.places = new Map(sent.map((row, i) => [row.key, i]));
      }
      this.tell(this.say('saved'));
    } catch (failure) {
      this.tell(failure.message || this.say('lost'), true);
      if (failure.status === 409) this.$('told').append(' ', make('a', {href: location.href}, this.say('reload')));
    }
    this.saving = false;
    this.state();
  }
}

for (const node of document.querySelectorAll('.gc-sheet')) {
  const sheet = new Sheet(node);
  sheet.begin().catch(failure => sheet.tell(failure.message || sheet.say('lost'), true));
}
