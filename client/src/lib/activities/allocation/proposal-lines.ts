import { PRACTICE } from '@cyfran/shared/activities/allocation/practice.ts';
import type { AllocationNow } from '@cyfran/shared/activities/allocation/view.ts';
import type { View } from '@cyfran/shared/session/view.ts';
import type { ProposalId } from '@cyfran/shared/words/ids.ts';
import type { Text } from '@cyfran/shared/words/text.ts';
import type { Minor } from '@cyfran/shared/words/units.ts';

/** One proposal of a round as people see it, with its number on the wall. */
export interface ProposalLine {
  readonly proposal: ProposalId;
  readonly number: number;
  readonly name: Text;
  readonly costMinor: Minor;
}

/** A round's proposals in the order of the wall: the meeting's own, or those that every practice has. */
export function proposalLines(
  now: Pick<AllocationNow, 'practice' | 'proposals'>,
  meeting: View['meeting'],
): ProposalLine[] {
  const known = now.practice ? PRACTICE.proposals : (meeting?.proposals ?? []);
  const byId = new Map(known.map((proposal) => [proposal.proposal, proposal]));
  return now.proposals.map((proposal, index) => ({
    number: index + 1,
    ...(byId.get(proposal) ?? { proposal, costMinor: 0, name: {} }),
  }));
}
