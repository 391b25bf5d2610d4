/* The rows of a table while they are changed. A row is never changed in place, so that going back is remembering. */

const MOST_STEPS = 200;

export class Rows {
  constructor(width) {
    this.width = width;
    this.rows = [];
    this.back = [];
    this.forth = [];
    this.next = 0;
  }

  /** What the server has; what was done before can still be undone. */
  loaded(cells) {
    if (this.rows.length !== cells.length) this.rows = cells.map(one => this.row(one));
    else this.rows = this.rows.map((row, i) => row.cells.every((cell, x) => cell === cells[i][x]) ? row : {...row, cells: [...cells[i]]});
    this.saved = this.rows;
    this.places = new Map(this.rows.map((row, i) => [row.key, i]));
  }

  row(cells) {
    return {key: this.next++, cells: [...cells]};
  }

  blank() {
    return this.row(Array(this.width).fill(''));
  }

  get changed() {
    return this.rows !== this.saved;
  }

  /** As the server wants them: each with the place it had in what was saved. */
  lines() {
    return this.rows.map(row => ({from: this.places.get(row.key) ?? null, cells: row.cells}));
  }

  put(rows) {
    this.back.push(this.rows);
    if (this.back.length > MOST_STEPS) this.back.shift();
    this.forth = [];
    this.rows = rows;
  }

  undo() {
    return this.step(this.back, this.forth);
  }

  redo() {
    return this.step(this.forth, this.back);
  }

  step(from, to) {
    if (!from.length) return false;
    to.push(this.rows);
    this.rows = from.pop();
    return true;
  }

  /** @param cells [row, column, text] of each cell that changes */
  write(cells) {
    const changes = new Map();
    for (const [r, c, text] of cells) {
      if (!this.rows[r] || c >= this.width || (changes.get(r) ?? this.rows[r].cells)[c] === text) continue;
      if (!changes.has(r)) changes.set(r, [...this.rows[r].cells]);
      changes.get(r)[c] = text;
    }
    if (changes.size) this.put(this.rows.map((row, r) => changes.has(r) ? {...row, cells: changes.get(r)} : row));
    return changes.size > 0;
  }

  insert(at, rows) {
    this.put([...this.rows.slice(0, at), ...rows, ...this.rows.slice(at)]);
  }

  remove(from, until) {
    this.put([...this.rows.slice(0, from), ...this.rows.slice(until + 1)]);
  }

  /** @return whether there was room */
  move(from, until, by) {
    if (from + by < 0 || until + by >= this.rows.length) return false;
    const rest = [...this.rows.slice(0, from), ...this.rows.slice(until + 1)];
    this.put([...rest.slice(0, from + by), ...this.rows.slice(from, until + 1), ...rest.slice(from + by)]);
    return true;
  }

  /** An id that no row has, after the likeness of one: R27 becomes R67 where R66 is the highest. */
  freshId(like, more = []) {
    const [, head, digits] = like.match(/^(.*?)(\d*)$/);
    const taken = [...this.rows, ...more].map(row => row.cells[0].match(/^(.*?)(\d+)$/)).filter(found => found && found[1] === head).map(found => Number(found[2]));
    return head + String(Math.max(0, ...taken) + 1).padStart(Math.max(2, digits.length), '0');
  }
}
