/* Cells as spreadsheet programs put them on the clipboard: tabs between cells, lines between rows, quotes round odd ones. */

export function parse(text) {
  const rows = [[]];
  let cell = '';
  let quoted = false;
  const endCell = () => { rows.at(-1).push(cell); cell = ''; };
  for (let i = 0; i < text.length; i++) {
    const sign = text[i];
    if (quoted) {
      if (sign === '"' && text[i + 1] === '"') { cell += '"'; i++; }
      else if (sign === '"') quoted = false;
      else cell += sign;
    } else if (sign === '"' && cell === '') quoted = true;
    else if (sign === '\t') endCell();
    else if (sign === '\n') { endCell(); rows.push([]); }
    else if (sign !== '\r') cell += sign;
  }
  endCell();
  if (rows.length > 1 && rows.at(-1).length === 1 && rows.at(-1)[0] === '') rows.pop();
  return rows;
}

export function format(rows) {
  return rows.map(row => row.map(quote).join('\t')).join('\n');
}

function quote(cell) {
  return /[\t\n"]/.test(cell) ? '"' + cell.replaceAll('"', '""') + '"' : cell;
}
