import type { Text } from '../words/text.ts';
import { cleanLine, cleanLines } from './clean-text.ts';
import { readCosts, type AmountStyle, type Cost } from './costs.ts';
import type { Field, Mapping } from './fields.ts';
import {
  LANGUAGES,
  LONGEST,
  TEXT_FIELDS,
  type ImportedProposal,
  type Language,
  type TextField,
} from './imported-proposal.ts';
import { IdGiver, isLegalId, namesOf } from './proposal-ids.ts';
import type { Place, SheetRow } from './read-sheet.ts';
import type { Destination, ReadProposal, Reading, RowFault, RowProblem, RowWarning } from './reading.ts';
import { unguarded } from './write-csv.ts';

/** What a person has said, or let stand, about a sheet. `headings`: the place of their row; `style: null`: the column decides. */
export interface SheetChoice {
  readonly headings: number | null;
  readonly mapping: Mapping;
  readonly style: AmountStyle | null;
}

/** A row before its id is known. */
interface Draft {
  readonly row: SheetRow;
  readonly id: string;
  readonly texts: Readonly<Partial<Record<TextField, Text>>>;
  readonly cost: Cost;
  readonly written: string;
}

const TOTALS = new Set([
  'total',
  'totals',
  'grand total',
  'sum',
  'cyfanswm',
  'cyfanswm cyfan',
  'swm',
  'cyfanswm / total',
  'total / cyfanswm',
]);

/**
 * A word that has lost letters on its way: a mark of their absence, or a question mark where none can stand ("T? bach", "p?l"), as
 * older Excel leaves of ŵ and ŷ.
 */
const LOST_LETTERS = /\S*(?:\uFFFD|\p{L}\?\p{L}|(?<!\S)\?\p{L}|\p{L}\?(?=\s\p{Ll}))\S*/u;

/** Turns the rows below the headings into proposals, or says, row by row, why not. Rows with a problem are not among the proposals. */
export function readProposals(
  rows: readonly SheetRow[],
  choice: SheetChoice,
  { currency, taken }: Destination,
): Reading {
  const drafts = draftRows(rows, choice, currency);
  const faults = drafts.map((draft) => faultsOf(draft));
  findTwins(drafts, faults);
  const good = drafts.filter((_, index) => faults[index]?.length === 0);
  const giver = new IdGiver(
    taken,
    drafts.map(({ id }) => id),
  );
  const proposals = good.map((draft) => toProposal(draft, giver));
  return {
    proposals,
    problems: drafts.flatMap(({ row, texts }, index) =>
      (faults[index] ?? []).map((fault): RowProblem => ({ at: placeOf(row), name: texts.name ?? {}, ...fault })),
    ),
    warnings: [...lostLetters(good), ...sameNames(proposals)].sort((a, b) => (a.at?.row ?? 0) - (b.at?.row ?? 0)),
  };
}

function draftRows(rows: readonly SheetRow[], choice: SheetChoice, currency: Destination['currency']): Draft[] {
  const body = choice.headings === null ? rows : rows.slice(choice.headings + 1);
  const cell = (row: SheetRow, field: Field) => {
    const column = choice.mapping.indexOf(field);
    return column < 0 ? '' : unguarded(row.cells[column] ?? '');
  };
  const used = body.filter((row) => choice.mapping.some((field) => field !== null && cell(row, field).trim() !== ''));
  const costs = readCosts(
    used.map((row) => cell(row, 'cost')),
    currency,
    choice.style,
  );
  return used.map((row, index) => {
    const id = cell(row, 'id').normalize('NFC').trim();
    return {
      row,
      id: isLegalId(id) ? id : '',
      texts: textsOf((field) => cell(row, field)),
      cost: costs[index] ?? { ok: false, why: 'missing' },
      written: cleanLine(cell(row, 'cost')),
    };
  });
}

function textsOf(cell: (field: Field) => string): Partial<Record<TextField, Text>> {
  const texts: Partial<Record<TextField, Text>> = {};
  for (const field of TEXT_FIELDS) {
    const clean = field === 'about' ? cleanLines : cleanLine;
    const said = (language: Language) =>
      clean(cell(`${field}.${language}`)) || (field === 'by' ? clean(cell('by.both')) : '');
    const text = textOf(said('cy'), said('en'));
    if (text !== null) texts[field] = text;
  }
  return texts;
}

/** A text of what there is in each language; `null` where there is nothing. */
export function textOf(cy: string, en: string): Text | null {
  if (cy === '' && en === '') return null;
  return { ...(cy === '' ? {} : { cy }), ...(en === '' ? {} : { en }) };
}

function faultsOf({ row, texts, cost, written }: Draft): RowFault[] {
  if (row.isOpen) return [{ reason: 'open-quote' }];
  if (TOTALS.has((texts.name?.cy ?? texts.name?.en ?? '').toLowerCase().replace(/:$/, '')))
    return [{ reason: 'total' }];
  if (texts.name === undefined && written === '') return [{ reason: 'no-proposal' }];
  const named: RowFault[] = texts.name === undefined ? [{ reason: 'name-missing' }] : [];
  return [...named, ...costFault(cost, written), ...tooLong(texts)];
}

function costFault(cost: Cost, found: string): RowFault[] {
  if (cost.ok) return [];
  return [cost.why === 'missing' ? { reason: 'cost-missing' } : { reason: `cost-${cost.why}`, found }];
}

/** What is longer than a meeting takes it, text by text and language by language. */
export function tooLong(texts: Readonly<Partial<Record<TextField, Text>>>): RowFault[] {
  return TEXT_FIELDS.flatMap((field) =>
    LANGUAGES.flatMap((language): RowFault[] => {
      const said = texts[field];
      const letters = said?.[language]?.length ?? 0;
      const most = LONGEST[field];
      const isSaid = language === 'en' && said?.cy === said?.en;
      return letters <= most || isSaid ? [] : [{ reason: 'too-long', field: `${field}.${language}`, letters, most }];
    }),
  );
}

/** The first row with an id keeps it, also where it has another problem: mended, it would be the same proposal. */
function findTwins(drafts: readonly Draft[], faults: RowFault[][]): void {
  const first = new Map<string, Place>();
  for (const [index, { id, row }] of drafts.entries()) {
    const before = first.get(id);
    if (before !== undefined) faults[index]?.push({ reason: 'id-twice', found: id, first: before });
    else if (id !== '') first.set(id, placeOf(row));
  }
}

function toProposal({ row, id, texts, cost }: Draft, giver: IdGiver): ReadProposal {
  const { name = {}, ...others } = texts;
  const proposal: ImportedProposal = {
    proposal: id === '' ? giver.idFor(name) : id,
    costMinor: cost.ok ? cost.minor : 0,
    name,
    ...others,
  };
  return { at: placeOf(row), proposal };
}

function lostLetters(drafts: readonly Draft[]): RowWarning[] {
  return drafts.flatMap(({ row, texts }): RowWarning[] => {
    const said = Object.values(texts).flatMap((text) => [text.cy ?? '', text.en ?? '']);
    const found = said.map((text) => LOST_LETTERS.exec(text)?.[0]).find((word) => word !== undefined);
    return found === undefined ? [] : [{ at: placeOf(row), name: texts.name ?? {}, reason: 'letters-lost', found }];
  });
}

/** Two proposals that people could not tell apart. */
export function sameNames(proposals: readonly ReadProposal[]): RowWarning[] {
  const first = new Map<string, Place | null>();
  return proposals.flatMap(({ at, proposal: { name } }): RowWarning[] => {
    const names = namesOf(name);
    const twin = names.find((one) => first.has(one));
    for (const one of names) if (!first.has(one)) first.set(one, at);
    if (twin === undefined) return [];
    return [{ at, name, reason: 'name-twice', first: first.get(twin) ?? null }];
  });
}

function placeOf({ row, line }: Place): Place {
  return { row, line };
}
