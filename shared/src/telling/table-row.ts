import type { Text } from '../words/text.ts';
import type { Minor } from '../words/units.ts';
import { isWeighed } from '../activities/allocation/decided.ts';
import type { Naming } from './naming.ts';
import type { Reading } from './reading.ts';

/** One proposal in a table of a record. `note`: a sentence under its name. */
export interface TableRow {
  readonly proposal: string;
  readonly number: number;
  readonly name: Text;
  readonly outcome: Text | undefined;
  readonly costMinor: Minor;
  readonly tokens: number;
  readonly supporters: number;
  /** Its tokens as the count weighed them; `null` where nothing was weighed. */
  readonly weighed: number | null;
  readonly note: string | null;
}

/** What a vote gave to a proposal, with the proposal's own name, number and promise. */
export function tableRow(
  reading: Reading,
  given: Pick<TableRow, 'proposal' | 'costMinor' | 'tokens' | 'supporters'>,
  rest: Partial<Pick<TableRow, 'note' | 'weighed'>> = {},
): TableRow {
  const { proposal, costMinor, tokens, supporters } = given;
  const { number, name, outcome } = reading.proposal(proposal);
  return { proposal, number, name, outcome, costMinor, tokens, supporters, weighed: null, note: null, ...rest };
}

/** What was decided, row by row, each with what it lacked. */
export function resultRows(
  reading: Reading,
  naming: Naming,
): { readonly funded: TableRow[]; readonly talk: TableRow[]; readonly rest: TableRow[] } {
  const { decided, rounds } = reading;
  /** Tokens are counted in parts of a weight of one. */
  const weighedIn = (share: number, weighed: number) => {
    const outcome = rounds[share]?.outcome;
    return outcome !== undefined && isWeighed(outcome) ? weighed / (outcome.groups?.weights?.scale ?? 1) : null;
  };
  const funded = (decided?.funded ?? []).map((line) =>
    tableRow(reading, line, {
      note: line.share === 0 ? null : naming.words.results.fromLeft,
      weighed: weighedIn(line.share, line.weighed),
    }),
  );
  const without = (decided?.notFunded ?? []).map((line) => ({
    isTalk: line.lacked.why === 'talk',
    row: tableRow(reading, line, { note: naming.lacked(line.lacked), weighed: weighedIn(line.share, line.weighed) }),
  }));
  const those = (isTalk: boolean) => without.filter((one) => one.isTalk === isTalk).map(({ row }) => row);
  return { funded, talk: those(true), rest: those(false) };
}
