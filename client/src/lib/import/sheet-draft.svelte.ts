import { guessStyle, type AmountStyle } from '@cyfran/shared/sheet/costs.ts';
import { withField, type Field, type Mapping } from '@cyfran/shared/sheet/fields.ts';
import { guessDelimiter, guessHeadings, guessMapping } from '@cyfran/shared/sheet/guess.ts';
import { readProposals } from '@cyfran/shared/sheet/proposals.ts';
import { readRows, type Delimiter, type SheetRow } from '@cyfran/shared/sheet/read-sheet.ts';
import type { Destination, Reading } from '@cyfran/shared/sheet/reading.ts';

/** A column with something in it. `heading`: what stands above it, else ''; `letter`: what a spreadsheet calls it. */
export interface Column {
  readonly index: number;
  readonly letter: string;
  readonly heading: string;
  readonly examples: readonly string[];
  readonly field: Field | null;
}

const EXAMPLES = 3;

/** A sheet while a person says what stands in it: everything is guessed first, and everything can be changed. */
export class SheetDraft {
  readonly #text: string;
  readonly #destination: () => Destination;
  #delimiter = $state<Delimiter>(',');
  #headings = $state<number | null>(null);
  #mapping = $state.raw<Mapping>([]);
  #style = $state<AmountStyle | null>(null);
  readonly #rows = $derived.by(() => readRows(this.#text, this.#delimiter));
  readonly #reading = $derived.by(() => this.#read());

  constructor(text: string, destination: () => Destination) {
    this.#text = text;
    this.#destination = destination;
    this.separateBy(guessDelimiter(text));
  }

  get rows(): readonly SheetRow[] {
    return this.#rows;
  }

  get delimiter(): Delimiter {
    return this.#delimiter;
  }

  /** The place of the row of headings among `rows`, from 0. */
  get headings(): number | null {
    return this.#headings;
  }

  get style(): AmountStyle {
    return this.#style ?? guessStyle(this.#cellsOf(this.#mapping.indexOf('cost')), this.#destination().currency);
  }

  /** Whether some column holds names, and one the costs: without both there is nothing to read. */
  get hasName(): boolean {
    return this.#mapping.includes('name.cy') || this.#mapping.includes('name.en');
  }

  get hasCost(): boolean {
    return this.#mapping.includes('cost');
  }

  /** `null` until a column holds the names and one the costs. */
  get reading(): Reading | null {
    return this.#reading;
  }

  get columns(): Column[] {
    const header = this.#headings === null ? undefined : this.#rows[this.#headings];
    return this.#mapping
      .map((field, index) => ({
        index,
        letter: letterOf(index),
        heading: header?.cells[index]?.trim() ?? '',
        examples: this.#cellsOf(index)
          .map((cell) => cell.trim())
          .filter((cell) => cell !== '')
          .slice(0, EXAMPLES),
        field,
      }))
      .filter(({ heading, examples }) => heading !== '' || examples.length > 0);
  }

  /** Says what stands between the cells: headings and columns are guessed anew. */
  separateBy(delimiter: Delimiter): void {
    this.#delimiter = delimiter;
    this.headAt(guessHeadings(this.#rows));
  }

  /** Says which row has the headings, if any: the columns are guessed anew. */
  headAt(headings: number | null): void {
    this.#headings = headings;
    this.#mapping = guessMapping(this.#rows, headings);
  }

  /** Says what a column holds. A field that another column had moves. */
  use(column: number, field: Field | null): void {
    this.#mapping = withField(this.#mapping, column, field);
  }

  writeAmountsAs(style: AmountStyle): void {
    this.#style = style;
  }

  #read(): Reading | null {
    if (!this.hasName || !this.hasCost) return null;
    const choice = { headings: this.#headings, mapping: this.#mapping, style: this.#style };
    return readProposals(this.#rows, choice, this.#destination());
  }

  #cellsOf(column: number): string[] {
    const body = this.#headings === null ? this.#rows : this.#rows.slice(this.#headings + 1);
    return body.map(({ cells }) => cells[column] ?? '');
  }
}

/** A, B ... Z, AA ... as spreadsheets name columns. */
function letterOf(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : letterOf(Math.floor(index / 26) - 1) + last;
}
