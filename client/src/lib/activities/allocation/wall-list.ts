import type { ProposalId } from '@cyfran/shared/words/ids.ts';
import type { Text } from '@cyfran/shared/words/text.ts';

/** What every row on the wall has. `number`: its proposal's place on wall, phone and paper. */
export interface WallRow {
  readonly proposal: ProposalId;
  readonly number: number;
  readonly name: Text;
}

/** Rows on the wall under one heading, or under none. */
export interface WallList<Row extends WallRow> {
  readonly title: Text | null;
  readonly rows: readonly Row[];
}

/** Up to 7 in one column, more in two. */
export function columnsFor(count: number): readonly number[] {
  return count <= 7 ? [1, 2] : [2];
}
