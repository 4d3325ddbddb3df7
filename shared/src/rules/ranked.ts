import { groupsOfEquals } from './equals.ts';
import type { Backed, Counted, Profile, Tie, TieBreak } from './profile.ts';

/** How the greedy rules rank and stop. `least`: what is ranked by less than this is not funded. */
export interface Ranking {
  /** Most support, or most worth for its cost. */
  readonly by: 'support' | 'worth-per-cost';
  /** Whether the first that does not fit ends the count. */
  readonly stops: boolean;
  readonly least: number;
}

/**
 * The greedy rules: the best ranked first, while the money lasts; what does not fit is passed over, or ends the count. What nobody backs is
 * funded only where `least` is 0. Source: COUNTING 4.1.
 */
export function ranked(profile: Profile, { by, stops, least }: Ranking, ties: TieBreak): Counted {
  const compared = by === 'support' ? bySupport : byWorthPerCost;
  const order = profile.proposals
    .filter(({ support }) => support >= least)
    .sort((a, b) => compared(a, b) || ties(a, b));
  const funded: string[] = [];
  let left = profile.potMinor;
  for (const { proposal, costMinor } of order) {
    if (costMinor <= left) {
      funded.push(proposal);
      left -= costMinor;
    } else if (stops && costMinor < WITHDRAWN_MINOR) break;
  }
  return { funded, spentMinor: profile.potMinor - left, ties: equalsIn(order, compared) };
}

/** Equals among them, sorted. */
function equalsIn(order: readonly Backed[], compared: (a: Backed, b: Backed) => number): Tie[] {
  return groupsOfEquals(order, (a, b) => compared(a, b) === 0)
    .filter(({ length }) => length > 1)
    .map((equals) => equals.map(({ proposal }) => proposal).sort());
}

/** The cost that a file gives what was withdrawn. Source: COUNTING 1.1. */
export const WITHDRAWN_MINOR = 99_999_999_900;

function bySupport(a: Backed, b: Backed): number {
  return b.support - a.support;
}

/** Multiplied crosswise, without a quotient that could be rounded. */
function byWorthPerCost(a: Backed, b: Backed): number {
  const [left, right] = [worthOf(b) * BigInt(a.costMinor), worthOf(a) * BigInt(b.costMinor)];
  return left < right ? -1 : left > right ? 1 : 0;
}

function worthOf({ total }: Backed): bigint {
  return BigInt(total);
}
