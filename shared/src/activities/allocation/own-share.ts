import type { Allocation } from '../../ballots/ballot.ts';
import type { ProposalId } from '../../words/ids.ts';
import type { Minor } from '../../words/units.ts';
import type { Shares } from '../../rules/counted.ts';

/** A price for a token is kept in thousandths of a minor unit. */
export const THOUSANDTHS = 1000;

/** What one person's share of the money did: what it began as, and what it paid for, in the order of the rounds. Nearest minor units. */
export interface OwnShare {
  readonly eachMinor: Minor;
  readonly paid: readonly { readonly proposal: ProposalId; readonly minor: Minor }[];
  readonly leftMinor: Minor;
}

/** Follows one person through the rounds. `weight`: how often they count. */
export function ownShare({ eachMinor, bought }: Shares, alloc: Allocation, weight: number): OwnShare {
  const tokens = new Map(alloc);
  const begun = eachMinor * weight;
  let left = begun;
  const paid = bought.flatMap(({ proposal, perToken }) => {
    const given = tokens.get(proposal);
    if (given === undefined) return [];
    const share = Math.min(left, (given * weight * perToken) / THOUSANDTHS);
    left -= share;
    return [{ proposal, minor: Math.round(share) }];
  });
  return { eachMinor: Math.round(begun), paid, leftMinor: Math.round(left) };
}
