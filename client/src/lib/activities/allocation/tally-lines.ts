import type { AllocationSections } from '@cyfran/shared/activities/allocation/view.ts';
import type { RoundId } from '@cyfran/shared/words/ids.ts';
import type { TallyLine } from '../../parts/tally-row.ts';
import type { ProposalLine } from './proposal-lines.ts';

/** The totals of a round beside the names of its proposals; `null` where they are not to be seen. */
export function tallyLines(
  tally: AllocationSections['tally'],
  round: RoundId,
  proposals: readonly ProposalLine[],
): TallyLine[] | null {
  if (tally?.round !== round) return null;
  return proposals.map(({ proposal, number, name }, index) => {
    const [tokens = 0, supporters = 0, funded = false] = tally.rows[index] ?? [];
    return { proposal, number, name, tokens, supporters, funded };
  });
}
