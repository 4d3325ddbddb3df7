import { by, compare, fraction, plus, times, toNumber, ZERO, type Fraction } from './fraction.ts';
import { eachOnce, type Counted, type Profile, type Tie, type TieBreak } from './profile.ts';

const NEAR = 1e-9;

/**
 * Sequential Phragmén: each round the proposal whose supporters would carry least, once they have borne its cost; it ends when one of the
 * least does not fit any more. Loads are exact wherever 53 bits cannot tell. Source: COUNTING 4.4.
 */
export function phragmen({ potMinor, weights, proposals }: Profile, ties: TieBreak): Counted {
  /** By voter: the round in which they last helped to bear something, 0 = none; by round: what each carries after it. */
  const lastOf = new Int32Array(weights.length);
  const loads: Fraction[] = [ZERO];
  const near = [0];
  let open = proposals
    .filter(({ voters, costMinor }) => voters.length > 0 && costMinor <= potMinor)
    .map((backed) => ({ backed, weight: backed.voters.reduce((sum, voter) => sum + (weights[voter] ?? 0), 0) }));
  const nearLoad = ({ backed, weight }: (typeof open)[number]): number => {
    let carried = backed.costMinor;
    for (const voter of backed.voters) carried += (near[lastOf[voter] ?? 0] ?? 0) * (weights[voter] ?? 0);
    return carried / weight;
  };
  const exactLoad = ({ backed, weight }: (typeof open)[number]): Fraction => {
    const byRound: number[] = [];
    for (const voter of backed.voters) {
      const round = lastOf[voter] ?? 0;
      byRound[round] = (byRound[round] ?? 0) + (weights[voter] ?? 0);
    }
    let carried = fraction(backed.costMinor);
    byRound.forEach((sum, round) => {
      carried = plus(carried, times(loads[round] ?? ZERO, sum));
    });
    return by(carried, weight);
  };
  const funded: string[] = [];
  const told: Tie[] = [];
  let left = potMinor;
  while (open.length > 0) {
    const all = open.map((one) => ({ one, near: nearLoad(one) }));
    const least = Math.min(...all.map(({ near: load }) => load));
    const contenders = all.filter(({ near: load }) => load <= least * (1 + NEAR)).map(({ one }) => one);
    const exact = contenders.map((one) => ({ one, load: exactLoad(one) }));
    const [some] = exact;
    if (some === undefined) break;
    const lowest = exact.reduce((a, b) => (compare(b.load, a.load) < 0 ? b : a), some);
    const equals = exact.filter(({ load }) => compare(load, lowest.load) === 0);
    if (equals.length > 1) told.push(equals.map(({ one }) => one.backed.proposal).sort());
    if (equals.some(({ one }) => one.backed.costMinor > left)) break;
    const next = equals.reduce((a, b) => (ties(b.one.backed, a.one.backed) < 0 ? b : a));
    const { backed } = next.one;
    funded.push(backed.proposal);
    left -= backed.costMinor;
    open = open.filter((one) => one !== next.one);
    const round = loads.push(next.load) - 1;
    near.push(toNumber(next.load));
    for (const voter of backed.voters) lastOf[voter] = round;
  }
  return { funded, spentMinor: potMinor - left, ties: eachOnce(told) };
}
