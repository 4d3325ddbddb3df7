import type { ProposalId } from '../words/ids.ts';
import type { Minor } from '../words/units.ts';

/**
 * One proposal and who backs it. `voters`: places of its supporters, each once; `worth`: what it is worth to each of them by their
 * weight, whole, above 0; `total`: to all together. `support`: the sum that is ranked by, by weight too, whole.
 */
export interface Backed {
  readonly proposal: ProposalId;
  readonly costMinor: Minor;
  readonly voters: Int32Array;
  readonly worth: Float64Array;
  readonly total: number;
  readonly support: number;
}

/** An election as the rules see it. `weights`: of each voter, whole, above 0; people with an empty ballot are voters too. */
export interface Profile {
  readonly potMinor: Minor;
  readonly weights: Float64Array;
  readonly proposals: readonly Backed[];
}

/** Who comes first among equals: below 0 for `a`. Never 0 for two different proposals. */
export type TieBreak = (a: Backed, b: Backed) => number;

/** Proposals that a rule cannot tell apart, sorted. */
export type Tie = readonly ProposalId[];

/** `funded` in the order of funding. `ties`: equals that had to be told apart anywhere on the way. */
export interface Counted {
  readonly funded: readonly ProposalId[];
  readonly spentMinor: Minor;
  readonly ties: readonly Tie[];
}

/** Each tie once. */
export function eachOnce(ties: readonly Tie[]): Tie[] {
  return [...new Map(ties.map((tie) => [tie.join('\n'), tie])).values()];
}
