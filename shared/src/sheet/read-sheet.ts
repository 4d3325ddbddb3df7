/** What stands between the cells of a line. */
export const DELIMITERS = ['\t', ';', ','] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** Where a row is: `row` as a spreadsheet counts them, `line` as a text editor does; they part where a cell holds a line end. From 1. */
export interface Place {
  readonly row: number;
  readonly line: number;
}

/** A row with something in it. Its cells are as they were written, space around them too. */
export interface SheetRow extends Place {
  readonly cells: readonly string[];
  /** A quotation mark opens in it and never closes: it was read as a letter, and what follows may be in the wrong cells. */
  readonly isOpen: boolean;
}

/** A first line that only names the delimiter, as Excel reads and writes it. */
const NAMED_DELIMITER = /^sep=(.)\r?\n/i;

/** The delimiter that the text itself names in a first line `sep=;`, else `null`. */
export function namedDelimiter(text: string): Delimiter | null {
  const named = NAMED_DELIMITER.exec(text)?.[1];
  return DELIMITERS.find((delimiter) => delimiter === named) ?? null;
}

/**
 * Reads rows of cells: `"` quotes a whole cell, `""` inside is a quote, a quoted cell may hold line ends. A mark that does not close at
 * the cell's end is a letter: spreadsheets copy `"Old" hall` as it stands. LF, CRLF and CR end a row; empty rows are counted and left
 * out. Cost: each letter is looked at twice at most.
 */
export function readRows(text: string, delimiter: Delimiter): SheetRow[] {
  const reader = new RowReader(text, delimiter);
  const rows: SheetRow[] = [];
  while (!reader.isDone) {
    const row = reader.next();
    if (row.cells.some((cell) => cell.trim() !== '')) rows.push(row);
  }
  return rows;
}

class RowReader {
  readonly #text: string;
  readonly #delimiter: Delimiter;
  #at = 0;
  #row = 0;
  #line = 1;
  #isOpen = false;

  constructor(text: string, delimiter: Delimiter) {
    this.#text = text;
    this.#delimiter = delimiter;
    const named = NAMED_DELIMITER.exec(text);
    if (named !== null) {
      // Spreadsheets do not show this line: their first row is the next.
      this.#at = named[0].length;
      this.#line = 2;
    }
  }

  get isDone(): boolean {
    return this.#at >= this.#text.length;
  }

  next(): SheetRow {
    this.#row += 1;
    this.#isOpen = false;
    const line = this.#line;
    const cells = [this.#cell()];
    while (this.#text[this.#at] === this.#delimiter) {
      this.#at += 1;
      cells.push(this.#cell());
    }
    this.#endLine();
    return { row: this.#row, line, cells, isOpen: this.#isOpen };
  }

  #cell(): string {
    const start = this.#at;
    const mark = this.#pastSpaces(start);
    const quoted = this.#text[mark] === '"' ? this.#quoted(mark + 1) : null;
    if (quoted !== null) return quoted;
    while (!this.#endsCell(this.#at)) this.#at += 1;
    return this.#text.slice(start, this.#at);
  }

  /** The text of the quoted cell whose letters begin at `start`; `null`, and nothing read, if the mark before it does not quote. */
  #quoted(start: number): string | null {
    let end = this.#text.indexOf('"', start);
    while (end >= 0 && this.#text[end + 1] === '"') end = this.#text.indexOf('"', end + 2);
    // Copied cells are not quoted: there the mark is a letter of the text.
    if (end < 0) this.#isOpen = this.#delimiter !== '\t';
    const after = this.#pastSpaces(end + 1);
    if (end < 0 || !this.#endsCell(after)) return null;
    const cell = this.#text.slice(start, end).replaceAll('""', '"').replace(/\r\n?/g, '\n');
    this.#line += cell.split('\n').length - 1;
    this.#at = after;
    return cell;
  }

  #pastSpaces(from: number): number {
    let at = from;
    while (this.#text[at] === ' ') at += 1;
    return at;
  }

  #endsCell(at: number): boolean {
    const letter = this.#text[at];
    return letter === undefined || letter === this.#delimiter || letter === '\n' || letter === '\r';
  }

  #endLine(): void {
    if (this.#text[this.#at] === '\r' && this.#text[this.#at + 1] === '\n') this.#at += 1;
    this.#at += 1;
    this.#line += 1;
  }
}
