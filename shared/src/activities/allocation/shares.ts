import { EqualShares, type SharesStory } from '../../rules/equal-shares.ts';
import { differing } from '../../rules/equals.ts';
import { completedShares, withGreedy } from '../../rules/completed.ts';
import type { Fraction } from '../../rules/fraction.ts';
import type { Profile, Tie, TieBreak } from '../../rules/profile.ts';
import { weightsOf } from '../../rules/voice.ts';
import type { ProposalId } from '../../words/ids.ts';
import type { Minor, Version } from '../../words/units.ts';
import type { Round } from './round.ts';

/** Nobody's money grows in more steps than about so many before it has doubled. */
const MOST_STEPS = 1000;

/** What a count by equal shares needs of a round: data alone, so that it can be done elsewhere. `order`: equals stand in it as the lot drew them. */
export interface SharesTask {
  /** The closing entry; `null` while the round is open. */
  readonly upTo: Version | null;
  readonly profile: Profile;
  readonly order: readonly ProposalId[];
  readonly stepMinor: Minor;
}

/**
 * What equal shares fund, in the order of funding, and how it came to it. `unit`: what each part of a voter's weight began with in
 * the end, after `raises` steps. `added`: what the rest of the money went to, most tokens first.
 */
export interface SharesCount {
  readonly upTo: Version | null;
  readonly funded: readonly ProposalId[];
  readonly tiesThatMattered: readonly Tie[];
  readonly stepMinor: Minor;
  readonly raises: number;
  readonly unit: Fraction;
  readonly added: readonly ProposalId[];
  readonly story: SharesStory;
}

/** The round as the rule sees it. A ballot's tokens are what a proposal is worth to its person; a weight counts a person several times. */
export function sharesTask(round: Readonly<Round>, order: readonly ProposalId[]): SharesTask {
  const { rules, costs, ballots, sizes } = round;
  const parts = weightsOf(rules.voice, sizes);
  const proposals = [...costs.keys()];
  const places = new Map(proposals.map((proposal, place) => [proposal, place]));
  const backing = proposals.map(() => ({ voters: [] as number[], worth: [] as number[] }));
  const weights = [...ballots.values()].map(({ group }) => parts[group ?? 'undeclared']);
  [...ballots.values()].forEach(({ alloc }, voter) => {
    for (const [proposal, tokens] of alloc) {
      const place = backing[places.get(proposal) ?? -1];
      if (place === undefined || tokens === 0) continue;
      place.voters.push(voter);
      place.worth.push(tokens * (weights[voter] ?? 1));
    }
  });
  const profile: Profile = {
    potMinor: rules.potMinor,
    weights: Float64Array.from(weights),
    proposals: proposals.map((proposal, place) => {
      const { voters, worth } = backing[place] ?? { voters: [], worth: [] };
      const total = worth.reduce((sum, one) => sum + one, 0);
      const costMinor = costs.get(proposal) ?? 0;
      return {
        proposal,
        costMinor,
        voters: Int32Array.from(voters),
        worth: Float64Array.from(worth),
        total,
        support: total,
      };
    }),
  };
  return {
    upTo: round.closed?.version ?? null,
    profile,
    order,
    stepMinor: stepOf(rules.potMinor, ballots.size, rules.unitMinor ?? 1),
  };
}

/** Counts by equal shares with the completion that cities use, and what is left to the most supported. Cost: one count for each step. */
export function countShares({ upTo, profile, order, stepMinor }: SharesTask): SharesCount {
  const places = new Map(order.map((proposal, place) => [proposal, place]));
  const inOrder: TieBreak = (a, b) => (places.get(a.proposal) ?? 0) - (places.get(b.proposal) ?? 0);
  const count = (ties: TieBreak) => {
    const shares = completedShares(profile, 'add1', stepMinor, ties);
    return { shares, all: withGreedy(profile, shares, ties) };
  };
  const { shares, all } = count(inOrder);
  const backed = new Set(profile.proposals.filter(({ support }) => support > 0).map(({ proposal }) => proposal));
  const funded = all.funded.filter((proposal) => backed.has(proposal));
  // Counted once more with equals the other way round: a tie mattered where it parts what only one of the two funds.
  const reversed = all.ties.length === 0 ? all : count((a, b) => inOrder(b, a)).all;
  const parted = differing(
    funded,
    reversed.funded.filter((proposal) => backed.has(proposal)),
  );
  return {
    upTo,
    funded,
    tiesThatMattered: all.ties.filter((equals) => equals.some((proposal) => parted.has(proposal))),
    stepMinor,
    raises: shares.raises,
    unit: shares.unit,
    added: funded.slice(shares.funded.length),
    story: new EqualShares(profile, inOrder).story(shares.unit),
  };
}

/**
 * By how much everybody's money grows at a time: a whole unit of the currency (a pound), or where that would take very many steps the next
 * larger of 2, 5, 10, 20 ... of them.
 */
export function stepOf(potMinor: Minor, people: number, unitMinor: Minor): Minor {
  const each = potMinor / Math.max(1, people);
  const sizes = [1, 2, 5];
  let step = unitMinor;
  for (let nth = 1; each / step > MOST_STEPS; nth += 1) {
    step = unitMinor * (sizes[nth % sizes.length] ?? 1) * 10 ** Math.floor(nth / sizes.length);
  }
  return step;
}
