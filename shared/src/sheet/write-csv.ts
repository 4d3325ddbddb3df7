/** How a cell begins that a spreadsheet would take for a formula, in any script's width. */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/;

/**
 * Writes cells as a CSV file that any spreadsheet opens well and safely: commas, CRLF, a byte order mark so that ŵ stays ŵ, and an
 * apostrophe before what would run as a formula. `unguarded` takes that apostrophe away again.
 */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((cells) => `${cells.map((cell) => quoted(guarded(cell))).join(',')}\r\n`).join('')}`;
}

/** A cell as it was before `writeCsv` made it safe. */
export function unguarded(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
}

function guarded(cell: string): string {
  return FORMULA.test(cell) ? `'${cell}` : cell;
}

function quoted(cell: string): string {
  return /[",;\r\n\t]|^ | $/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
