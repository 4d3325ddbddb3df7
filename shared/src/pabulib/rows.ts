import { PabulibError } from './fault.ts';

/** One row of a `.pb` file: its cells, trimmed, and the line that it starts on (from 1). */
export interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

/** So much of a text that never ends is shown. */
const SHOWN = 40;

/**
 * Reads `;`-separated rows as RFC 4180 has them: `"` quotes, `""` inside is a quote, a quoted cell may hold line ends. LF and CRLF both
 * end a row, a byte order mark and blank lines are passed over. Throws `PabulibError` for a quote that nothing ends.
 */
export function readRows(text: string): Row[] {
  const rows: Row[] = [];
  let cells: string[] = [];
  let cell = '';
  let quoted = false;
  let line = 1;
  let startedOn = 1;
  const endCell = () => {
    cells.push(cell.trim());
    cell = '';
  };
  const endRow = () => {
    endCell();
    if (cells.length > 1 || cells[0] !== '') rows.push({ line: startedOn, cells });
    cells = [];
    startedOn = line + 1;
  };
  const source = text.startsWith('\uFEFF') ? text.slice(1) : text;
  for (let at = 0; at < source.length; at += 1) {
    const letter = source[at] ?? '';
    if (quoted) {
      if (letter !== '"') cell += letter;
      else if (source[at + 1] === '"') {
        cell += letter;
        at += 1;
      } else quoted = false;
    } else if (letter === '"' && cell.trim() === '') {
      cell = '';
      quoted = true;
    } else if (letter === ';') endCell();
    else if (letter === '\n') endRow();
    else if (letter !== '\r') cell += letter;
    if (letter === '\n') line += 1;
  }
  if (quoted) {
    const expected = 'a text that begins with a quote should end with one';
    throw new PabulibError(startedOn, 'quote-open', cell.slice(0, SHOWN), expected);
  }
  if (cell !== '' || cells.length > 0) endRow();
  return rows;
}

/** The lines (from 1) with nothing on them, but for what follows the last line end. */
export function blankLines(text: string): number[] {
  const lines = text.split('\n');
  if (lines.at(-1)?.trim() === '') lines.pop();
  return lines.flatMap((line, index) => (line.trim() === '' ? [index + 1] : []));
}
