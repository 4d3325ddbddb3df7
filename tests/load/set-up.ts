import { decidingRound } from '@cyfran/shared/activities/templates.ts';
import type { Allocation } from '@cyfran/shared/ballots/ballot.ts';
import { emptySetUp, type SetUp } from '@cyfran/shared/session/set-up.ts';

/** As many bars as a wall has to carry in a large town. */
export const PROPOSALS = 40;
const TOKENS = 10;

/** A meeting of one live round over forty proposals, ten tokens each person: its tally changes with every ballot. */
export function loadSetUp(): SetUp {
  return {
    ...emptySetUp([decidingRound({ reveal: 'live', tokens: TOKENS, cap: TOKENS })]),
    title: { en: 'A meeting under load' },
    purpose: { en: 'To see how much a server carries' },
    voters: { en: 'Whoever the load generator connects' },
    potMinor: 1_000_000,
    proposals: Array.from({ length: PROPOSALS }, (_, index) => ({
      proposal: proposalId(index),
      name: { en: `Proposal number ${String(index + 1)}` },
      costMinor: 50_000 + 1000 * index,
    })),
  };
}

/** A legal ballot of four proposals; another one for the next index, and for the same person's next: a tally that got it has changed. */
export function someBallot(index: number): Allocation {
  const first = (index * 7 + Math.floor(index / 1000)) % PROPOSALS;
  const lines = [0, 11, 19, 30].map((step, rank): [string, number] => [
    proposalId((first + step) % PROPOSALS),
    rank + 1,
  ]);
  return lines.sort(([a], [b]) => (a < b ? -1 : 1));
}

function proposalId(index: number): string {
  return `p${String(index + 1).padStart(2, '0')}`;
}
