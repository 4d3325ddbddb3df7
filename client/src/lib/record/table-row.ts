import type { Text } from '@cyfran/shared/words/text.ts';
import type { Minor } from '@cyfran/shared/words/units.ts';
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
