import { decidedRounds, type DecidedRound } from '@cyfran/shared/activities/allocation/decided.ts';
import { receiptCode } from '@cyfran/shared/record/commit.ts';
import type { SessionRecord } from '@cyfran/shared/session/record.ts';
import { writeCsv } from '@cyfran/shared/sheet/write-csv.ts';
import writeExcelFile, { type SheetData } from 'write-excel-file/node';
import { decimalAmount } from '../amount.ts';
import { resultsRows } from '../csv.ts';

/** A table of texts and numbers, its head first. */
export type Rows = readonly (readonly (string | number)[])[];

/** Every proposal with its texts and its cost, in the order of the wall. */
export function proposalsRows({ setUp }: SessionRecord): Rows {
  const head = [
    ...['Rhif / Number', 'Id', 'Enw (Cymraeg)', 'Name (English)', 'Cost', 'Arian / Currency'],
    ...['Beth fydd yn gwella', 'What gets better', 'Mwy amdano', 'More about it', 'Gan bwy', 'Brought by'],
  ];
  const rows = setUp.proposals.map(({ proposal, costMinor, name, outcome, about, by }, at) => [
    ...[at + 1, proposal, name.cy ?? '', name.en ?? ''],
    ...[decimalAmount(setUp.currency, costMinor), setUp.currency],
    ...[outcome, about, by].flatMap((text) => [text?.cy ?? '', text?.en ?? '']),
  ]);
  return [head, ...rows];
}

/**
 * Every ballot that is published, one a row: the tokens for each proposal, and where lists are published the code of its receipt. `null`
 * where none is.
 */
export function ballotsRows({ setUp, parts }: SessionRecord): Rows | null {
  const rounds = decidedRounds(parts).filter(({ round }) => round.ballots !== null);
  if (rounds.length === 0) return null;
  const proposals = setUp.proposals.map(({ proposal }) => proposal);
  const names = setUp.proposals.map(({ name, proposal }) => [name.cy, name.en].filter(Boolean).join(' / ') || proposal);
  return [
    ['Rownd / Round', 'Rhif / Number', 'Cod / Code', ...names],
    ...rounds.flatMap((one) => ballotsOf(one, proposals)),
  ];
}

function ballotsOf({ round: { round, ballots } }: DecidedRound, proposals: readonly string[]): Rows {
  return (ballots ?? []).map(({ alloc, commit }, at) => {
    const tokens = new Map(alloc);
    return [round, at + 1, commit === null ? '' : receiptCode(commit), ...proposals.map((one) => tokens.get(one) ?? 0)];
  });
}

export function tableCsv(rows: Rows): string {
  return writeCsv(rows.map((cells) => cells.map(String)));
}

/** Results, proposals and ballots as a workbook. Every text is a text cell, which no spreadsheet runs, and every number a number. */
export async function resultsXlsx(record: SessionRecord): Promise<Uint8Array> {
  const sheets = [
    ['Canlyniadau Results', resultsRows(record)],
    ['Cynigion Proposals', proposalsRows(record)],
    ['Pleidleisiau Ballots', ballotsRows(record)],
  ] as const;
  const filled = sheets.flatMap(([sheet, rows]) => (rows === null ? [] : [{ sheet, data: cellsOf(rows) }]));
  return new Uint8Array(await writeExcelFile(filled).toBuffer());
}

function cellsOf(rows: Rows): SheetData {
  return rows.map((cells, at) =>
    cells.map((cell) => {
      const style = at === 0 ? { fontWeight: 'bold' as const } : {};
      return typeof cell === 'number'
        ? { value: cell, type: Number, ...style }
        : { value: cell, type: String, ...style };
    }),
  );
}
