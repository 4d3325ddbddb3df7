import type { ProposalId } from '../words/ids.ts';
import type { Minor } from '../words/units.ts';
import { groupsOfEquals } from './equals.ts';

/** One proposal as the rule sees it. `drawn`: its place among equals; the smaller comes first. */
export interface Candidate {
  readonly proposal: ProposalId;
  readonly costMinor: Minor;
  readonly tokens: number;
  readonly drawn: string;
}

/** `funded` in the order of funding. `tiesThatMattered`: equals among whom the draw decided who is funded. */
export interface GreedyOutcome {
  readonly funded: readonly ProposalId[];
  readonly spentMinor: Minor;
  readonly tiesThatMattered: readonly (readonly ProposalId[])[];
}

/**
 * Most tokens first, while the money lasts; what does not fit is passed over, what nobody backed is not funded.
 * Equal tokens are settled by `drawn`. Cost: O(n log n). Rules O1, O2, O3. Source: Pabulib `greedy` (COUNTING 4.1).
 */
export function greedy(candidates: readonly Candidate[], potMinor: Minor): GreedyOutcome {
  const backed = candidates.filter(({ tokens }) => tokens > 0);
  const sorted = backed.sort((a, b) => b.tokens - a.tokens || (a.drawn < b.drawn ? -1 : a.drawn > b.drawn ? 1 : 0));
  const funded: ProposalId[] = [];
  const tiesThatMattered: ProposalId[][] = [];
  let left = potMinor;
  for (const equals of groupsOfEquals(sorted, (a, b) => a.tokens === b.tokens)) {
    if (drawDecides(equals, left)) tiesThatMattered.push(equals.map(({ proposal }) => proposal));
    for (const { proposal, costMinor } of equals) {
      if (costMinor > left) continue;
      funded.push(proposal);
      left -= costMinor;
    }
  }
  return { funded, spentMinor: potMinor - left, tiesThatMattered };
}

/** The draw decides exactly when those that could be afforded alone cannot all be afforded together. */
function drawDecides(equals: readonly Candidate[], left: Minor): boolean {
  const affordable = equals.filter(({ costMinor }) => costMinor <= left);
  return affordable.reduce((sum, { costMinor }) => sum + costMinor, 0) > left;
}
