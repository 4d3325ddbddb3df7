import { EqualShares } from './equal-shares.ts';
import { fraction, type Fraction } from './fraction.ts';
import { eachOnce, type Counted, type Profile, type Tie, type TieBreak } from './profile.ts';
import type { Minor } from '../words/units.ts';
import { ranked } from './ranked.ts';

/** What is done with the money that nobody can use alone. `add1`: as cities do, until it is too much. */
export type Completion = 'none' | 'add1' | 'add1-exhaustive';

/** An outcome of equal shares, and what every part of a voter's weight began with. `raises`: so many times that grew. */
export interface SharesCounted extends Counted {
  readonly unit: Fraction;
  readonly raises: number;
}

/** From so many steps on each step is twice as large after as many again: no currency makes a count go on for ever. */
const STEPS_BEFORE_LARGER = 5000;

/**
 * Equal shares with a completion. `add1`: everybody's money grows by `stepMinor` until what is bought costs more than the pot; what was bought
 * before that stands. `add1-exhaustive`: until nothing that is backed could still be paid for. `onStep` hears how far it is. Source: COUNTING 4.3.
 */
export function completedShares(
  profile: Profile,
  completion: Completion,
  stepMinor: number,
  order: TieBreak,
  onStep: (spentMinor: Minor) => void = () => undefined,
): SharesCounted {
  const { potMinor, weights, proposals } = profile;
  const parts = weights.reduce((sum, weight) => sum + weight, 0);
  const shares = new EqualShares(profile, order);
  const countWith = (extraMinor: number, raises: number): SharesCounted => {
    const money = BigInt(potMinor) + BigInt(extraMinor) * BigInt(weights.length);
    const unit = fraction(money, Math.max(1, parts));
    return { ...shares.count(unit), unit, raises };
  };
  let standing = countWith(0, 0);
  if (completion === 'none') return standing;
  const backed = proposals.filter(({ voters, costMinor }) => voters.length > 0 && costMinor <= potMinor);
  const ties: Tie[] = [...standing.ties];
  const isDone = () => {
    const funded = new Set(standing.funded);
    const rest = backed.filter(({ proposal }) => !funded.has(proposal));
    if (rest.length === 0) return true;
    const left = potMinor - standing.spentMinor;
    return completion === 'add1-exhaustive' && rest.every(({ costMinor }) => costMinor > left);
  };
  let [extra, step] = [0, stepMinor];
  for (let steps = 1; !isDone(); steps += 1) {
    if (steps % STEPS_BEFORE_LARGER === 0) step *= 2;
    extra += step;
    const next = countWith(extra, steps);
    ties.push(...next.ties);
    if (next.spentMinor > potMinor) break;
    standing = next;
    onStep(standing.spentMinor);
  }
  return { ...standing, ties: eachOnce(ties) };
}

/** What an outcome left goes to the others, most support first. */
export function withGreedy(profile: Profile, outcome: Counted, ties: TieBreak): Counted {
  const funded = new Set(outcome.funded);
  const rest: Profile = {
    ...profile,
    potMinor: profile.potMinor - outcome.spentMinor,
    proposals: profile.proposals.filter(({ proposal }) => !funded.has(proposal)),
  };
  const added = ranked(rest, { by: 'support', stops: false, least: 0 }, ties);
  return {
    funded: [...outcome.funded, ...added.funded],
    spentMinor: outcome.spentMinor + added.spentMinor,
    ties: eachOnce([...outcome.ties, ...added.ties]),
  };
}

/** The plain greedy outcome instead, if strictly more people are worth-wise better off with it. Source: COUNTING 4.3. */
export function compared(profile: Profile, shares: Counted, greedy: Counted): Counted {
  const gains = new Float64Array(profile.weights.length);
  const add = (funded: readonly string[], sign: number) => {
    const set = new Set(funded);
    for (const { proposal, voters } of profile.proposals) {
      if (set.has(proposal)) for (const voter of voters) gains[voter] = (gains[voter] ?? 0) + sign;
    }
  };
  add(greedy.funded, 1);
  add(shares.funded, -1);
  const prefer = (sign: number) =>
    gains.reduce((sum, gain, voter) => sum + (gain * sign > 0 ? (profile.weights[voter] ?? 0) : 0), 0);
  return prefer(1) > prefer(-1) ? greedy : shares;
}
