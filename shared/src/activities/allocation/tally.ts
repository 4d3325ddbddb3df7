import type { Allocation } from '../../ballots/ballot.ts';
import type { ProposalId } from '../../words/ids.ts';

/** What one proposal has now: whole tokens, and how many ballots name it. */
export interface Support {
  tokens: number;
  supporters: number;
}
export type Tally = Map<ProposalId, Support>;

/** A tally of zeros, in the proposals' order. */
export function emptyTally(proposals: Iterable<ProposalId>): Tally {
  return new Map([...proposals].map((proposal) => [proposal, { tokens: 0, supporters: 0 }]));
}

/** Adds one ballot (`sign` 1) or takes it out again (-1), in place. Cost: O(lines of one ballot). */
export function changeTally(tally: Tally, alloc: Allocation, sign: 1 | -1): void {
  for (const [proposal, tokens] of alloc) {
    const support = tally.get(proposal);
    if (support === undefined) continue;
    support.tokens += sign * tokens;
    support.supporters += sign;
  }
}

/** The naive count that the kept tally must always equal. */
export function recount(proposals: Iterable<ProposalId>, ballots: Iterable<{ readonly alloc: Allocation }>): Tally {
  const tally = emptyTally(proposals);
  for (const { alloc } of ballots) changeTally(tally, alloc, 1);
  return tally;
}
