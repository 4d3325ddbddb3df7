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
  readonly note: string | null;
}

/** What a vote gave to a proposal, with the proposal's own name, number and promise. */
export function tableRow(
  reading: Reading,
  { proposal, costMinor, tokens, supporters }: Pick<TableRow, 'proposal' | 'costMinor' | 'tokens' | 'supporters'>,
  note: string | null = null,
): TableRow {
  const { number, name, outcome } = reading.proposal(proposal);
  return { proposal, number, name, outcome, costMinor, tokens, supporters, note };
}
