import { PRACTICE } from '@cyfran/shared/activities/allocation/practice.ts';
import type { AllocationNow } from '@cyfran/shared/activities/allocation/view.ts';
import type { View } from '@cyfran/shared/session/view.ts';
import type { ProposalId } from '@cyfran/shared/words/ids.ts';
import type { Text } from '@cyfran/shared/words/text.ts';
import type { Minor } from '@cyfran/shared/words/units.ts';

/** One proposal of a round as people see it. `number`: the one that it has on wall, phone and paper alike, in every round. */
export interface ProposalLine {
  readonly proposal: ProposalId;
  readonly number: number;
  readonly name: Text;
  readonly short?: Text | undefined;
  readonly outcome?: Text | undefined;
  readonly about?: Text | undefined;
  readonly by?: Text | undefined;
  readonly costMinor: Minor;
}

/** A round's proposals in the order of the wall: the meeting's own, or those that every practice has. */
export function proposalLines(
  now: Pick<AllocationNow, 'practice' | 'proposals'>,
  meeting: View['meeting'],
): ProposalLine[] {
  const known = now.practice ? PRACTICE.proposals : (meeting?.proposals ?? []);
  const byId = new Map(known.map((one, index) => [one.proposal, { ...one, number: index + 1 }]));
  return now.proposals.map((proposal) => byId.get(proposal) ?? { proposal, number: 0, costMinor: 0, name: {} });
}
