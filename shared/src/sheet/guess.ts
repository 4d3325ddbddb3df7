import { isAmount } from './costs.ts';
import type { Field, Mapping } from './fields.ts';
import { readHeading, type Heading } from './header.ts';
import type { Language } from './imported-proposal.ts';
import { languageOf } from './language.ts';
import { DELIMITERS, namedDelimiter, readRows, type Delimiter, type SheetRow } from './read-sheet.ts';

/** How much of a text the delimiter is guessed from, and how many rows may stand above the headings. */
const GLANCE_LETTERS = 20_000;
const MOST_ABOVE = 10;

/** What stands between the cells: the one that gives rows of one width, with headings that we know and a column of amounts. */
export function guessDelimiter(text: string): Delimiter {
  const named = namedDelimiter(text);
  if (named !== null) return named;
  const glance = text.slice(0, GLANCE_LETTERS);
  const merits = DELIMITERS.map((delimiter) => ({ delimiter, merit: meritOf(readRows(glance, delimiter)) }));
  merits.sort((a, b) => b.merit - a.merit);
  const [best] = merits;
  return best === undefined || best.merit === 0 ? ',' : best.delimiter;
}

/**
 * The place (from 0) of the row of headings; `null` where the first row is a proposal already. A title may stand above them: rows with
 * one cell filled.
 */
export function guessHeadings(rows: readonly SheetRow[]): number | null {
  const start = rows.findIndex(({ cells }) => filled(cells) > 1);
  const [first, second] = rows.slice(Math.max(0, start), Math.max(0, start) + 2);
  if (start < 0 || start > MOST_ABOVE || first === undefined || first.cells.some(isAmount)) return null;
  if (kindsIn(first.cells) > 0) return start;
  // Headings in words that we do not know stand over amounts, and are none themselves.
  return second?.cells.some(isAmount) === true ? start : null;
}

/** What each column holds, by its heading, then, for what no heading says, by its cells. `headings`: their row, if there is one. */
export function guessMapping(rows: readonly SheetRow[], headings: number | null): Mapping {
  const header = headings === null ? [] : (rows[headings]?.cells ?? []);
  const body = headings === null ? rows : rows.slice(headings + 1);
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
  const columns = Array.from({ length: width }, (_, index) => ({
    index,
    heading: readHeading(header[index] ?? ''),
    cells: body.map(({ cells }) => cells[index] ?? '').filter((cell) => cell.trim() !== ''),
  }));
  const mapping = columns.map((): Field | null => null);
  byHeading(columns, mapping);
  byCells(columns, mapping);
  return mapping;
}

interface Column {
  readonly index: number;
  readonly heading: Heading | null;
  /** Those with something in them. */
  readonly cells: readonly string[];
}

function byHeading(columns: readonly Column[], mapping: (Field | null)[]): void {
  // A heading that names its language goes before one whose language has to be guessed.
  const sure = columns.filter(({ heading }) => heading !== null && heading.language !== null);
  const others = columns.filter(({ heading }) => heading !== null && heading.language === null);
  for (const { index, heading, cells } of [...sure, ...others]) {
    const field = heading === null ? null : fieldOf(heading, cells, mapping);
    if (field !== null) mapping[index] = field;
  }
}

function fieldOf({ kind, language, own }: Heading, cells: readonly string[], taken: Mapping): Field | null {
  const free = (field: Field) => (taken.includes(field) ? null : field);
  if (kind === 'id' || kind === 'cost') return free(kind);
  if (language !== null) return free(`${kind}.${language}`);
  if (kind === 'by') return free('by.both');
  const read = languageOf(cells);
  const likely = read ?? own ?? 'en';
  return free(`${kind}.${likely}`) ?? (read === null ? free(`${kind}.${otherThan(likely)}`) : null);
}

/** Finds the cost and the name where no heading says which they are; and, where none says anything, the number and the rest. */
function byCells(columns: readonly Column[], mapping: (Field | null)[]): void {
  const unused = () => columns.filter(({ index, cells }) => mapping[index] === null && cells.length > 0);
  const isBare = columns.every(({ heading }) => heading === null);
  if (isBare) {
    // A column of amounts is no numbering where it is the only one.
    const amounts = unused().filter(({ cells }) => isMostlyAmounts(cells));
    const number = unused().find((column) => isNumbering(column.cells) && amounts.some((other) => other !== column));
    if (number !== undefined) mapping[number.index] = 'id';
  }
  if (!mapping.includes('cost')) {
    const cost = unused().findLast(({ cells }) => isMostlyAmounts(cells));
    if (cost !== undefined) mapping[cost.index] = 'cost';
  }
  const named = mapping.includes('name.cy') || mapping.includes('name.en');
  if (!named)
    byTexts(
      unused().filter(({ cells }) => cells.some((cell) => /\p{L}{2}/u.test(cell))),
      mapping,
      isBare,
    );
}

/** The first column of texts is the name; the next the same in the other language, if it is, or what it is about. */
function byTexts(texts: readonly Column[], mapping: (Field | null)[], isBare: boolean): void {
  const [name, next, last] = texts;
  if (name === undefined) return;
  const read = languageOf(name.cells);
  const nextRead = next === undefined ? null : languageOf(next.cells);
  const language = read ?? (nextRead === null ? 'en' : otherThan(nextRead));
  mapping[name.index] = `name.${language}`;
  if (!isBare || next === undefined) return;
  const isSame = nextRead !== null && nextRead !== language && lengthOf(next) < 2 * lengthOf(name) + 20;
  mapping[next.index] = isSame ? `name.${nextRead}` : `about.${nextRead ?? language}`;
  if (isSame && last !== undefined) mapping[last.index] = `about.${languageOf(last.cells) ?? language}`;
}

function meritOf(rows: readonly SheetRow[]): number {
  const widths = rows.map(({ cells }) => cells.length).sort((a, b) => a - b);
  const usual = widths[Math.floor(widths.length / 2)] ?? 0;
  if (usual < 2) return 0;
  const even = widths.filter((width) => width === usual).length / widths.length;
  const columns = Array.from({ length: usual }, (_, index) => rows.map(({ cells }) => cells[index] ?? ''));
  const hasAmounts = columns.some((cells) => isMostlyAmounts(cells));
  const headings = guessHeadings(rows);
  const known = headings === null ? 0 : kindsIn(rows[headings]?.cells ?? []);
  return 2 * even + Math.min(known, 3) + (hasAmounts ? 1 : 0);
}

function isMostlyAmounts(cells: readonly string[]): boolean {
  return cells.filter(isAmount).length > cells.length / 2;
}

function filled(cells: readonly string[]): number {
  return cells.filter((cell) => cell.trim() !== '').length;
}

function kindsIn(cells: readonly string[]): number {
  return cells.filter((cell) => readHeading(cell) !== null).length;
}

/** 1, 2, 3 ... or A1, A2 ...: a different short word in each row, and not amounts with a sign. */
function isNumbering(cells: readonly string[]): boolean {
  const isShort = cells.every((cell) => /^\s*\p{L}{0,3}[-/.]?\d{1,4}\s*$/u.test(cell));
  if (!isShort || new Set(cells).size < cells.length) return false;
  return cells.some((cell) => /\p{L}/u.test(cell)) || isRising(cells.map(Number));
}

function isRising(numbers: readonly number[]): boolean {
  return numbers.every((one, index) => index === 0 || one === (numbers[index - 1] ?? 0) + 1);
}

function lengthOf({ cells }: Column): number {
  return cells.reduce((sum, cell) => sum + cell.length, 0) / Math.max(1, cells.length);
}

function otherThan(language: Language): Language {
  return language === 'cy' ? 'en' : 'cy';
}
