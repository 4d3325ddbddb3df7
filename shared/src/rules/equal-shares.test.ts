import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { completedShares, withGreedy } from './completed.ts';
import { EqualShares } from './equal-shares.ts';
import { by, compare, fraction, minus, plus, times, ZERO, type Fraction } from './fraction.ts';
import { phragmen } from './phragmen.ts';
import { deserving } from '../testing/deserving.ts';
import type { Backed, Profile, TieBreak } from './profile.ts';
import { ranked } from './ranked.ts';

const byId: TieBreak = (a, b) => (a.proposal < b.proposal ? -1 : 1);

/** Costs, and each voter's points for each of them; whole and small, so that there are many ties. */
interface Drawn {
  readonly potMinor: number;
  readonly costs: readonly number[];
  readonly points: readonly (readonly number[])[];
  readonly weights: readonly number[];
}
const drawn: fc.Arbitrary<Drawn> = fc
  .record({ proposals: fc.integer({ min: 1, max: 7 }), voters: fc.integer({ min: 1, max: 9 }) })
  .chain(({ proposals, voters }) =>
    fc.record({
      potMinor: fc.integer({ min: 1, max: 60 }),
      costs: fc.array(fc.integer({ min: 1, max: 30 }), { minLength: proposals, maxLength: proposals }),
      points: fc.array(fc.array(fc.integer({ min: 0, max: 3 }), { minLength: proposals, maxLength: proposals }), {
        minLength: voters,
        maxLength: voters,
      }),
      weights: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: voters, maxLength: voters }),
    }),
  );

function toProfile({ potMinor, costs, points, weights }: Drawn, utility: 'cost' | 'points' = 'points'): Profile {
  const proposals = costs.map((costMinor, place): Backed => {
    const backing = points.flatMap((given, voter) => ((given[place] ?? 0) > 0 ? [voter] : []));
    const worthTo = (voter: number) => weights[voter]! * (utility === 'cost' ? costMinor : points[voter]![place]!);
    const worth = Float64Array.from(backing, worthTo);
    const total = worth.reduce((sum, one) => sum + one, 0);
    return { proposal: `p${String(place)}`, costMinor, voters: Int32Array.from(backing), worth, total, support: total };
  });
  return { potMinor, weights: Float64Array.from(weights), proposals };
}

function unitOf({ potMinor, weights }: Profile): Fraction {
  return fraction(
    potMinor,
    weights.reduce((sum, one) => sum + one, 0),
  );
}

/** As the textbook has it: everybody's money as a fraction, everything looked at in every round. `paid`: by round and voter. */
function textbook({ potMinor, weights, proposals }: Profile, unit: Fraction): { funded: string[]; paid: Fraction[][] } {
  const money = [...weights].map((weight) => times(unit, weight));
  const funded: string[] = [];
  const paid: Fraction[][] = [];
  let open = proposals.filter(({ voters, costMinor }) => voters.length > 0 && costMinor <= potMinor);
  for (;;) {
    const priced = open.flatMap((backed) => {
      const price = priceOf(backed, money);
      return price === null ? [] : [{ backed, price }];
    });
    priced.sort((a, b) => compare(a.price, b.price) || byId(a.backed, b.backed));
    const [next] = priced;
    if (next === undefined) return { funded, paid };
    const before = [...money];
    funded.push(next.backed.proposal);
    open = open.filter((one) => one !== next.backed);
    next.backed.voters.forEach((voter, at) => {
      const share = times(next.price, next.backed.worth[at]!);
      money[voter] = compare(money[voter]!, share) < 0 ? ZERO : minus(money[voter]!, share);
    });
    paid.push(money.map((left, voter) => minus(before[voter]!, left)));
  }
}

/** The completions as they are told: the money grows by 1 for everybody, until it is too much or nothing is left to want. */
function stepByStep(profile: Profile, completion: 'add1' | 'add1-exhaustive'): { funded: string[]; raises: number } {
  const { potMinor, weights, proposals } = profile;
  const costOf = (funded: readonly string[]) =>
    proposals.reduce((sum, { proposal, costMinor }) => sum + (funded.includes(proposal) ? costMinor : 0), 0);
  let last: { funded: string[]; raises: number } | null = null;
  for (let raises = 0; ; raises += 1) {
    const { funded } = textbook(profile, fraction(potMinor + raises * weights.length, weights.length));
    if (last !== null && costOf(funded) > potMinor) return last;
    last = { funded, raises };
    const rest = proposals.filter(
      ({ proposal, voters, costMinor }) => voters.length > 0 && costMinor <= potMinor && !funded.includes(proposal),
    );
    const fits = rest.some(({ costMinor }) => costOf(funded) + costMinor <= potMinor);
    if (rest.length === 0 || (completion === 'add1-exhaustive' && !fits)) return last;
  }
}

function priceOf({ costMinor, voters, worth }: Backed, money: readonly Fraction[]): Fraction | null {
  const payers = [...voters]
    .map((voter, at) => ({ has: money[voter]!, worth: worth[at]! }))
    .sort((a, b) => compare(times(a.has, b.worth), times(b.has, a.worth)));
  if (
    compare(
      payers.reduce((sum, { has }) => plus(sum, has), ZERO),
      fraction(costMinor),
    ) < 0
  )
    return null;
  let left = fraction(costMinor);
  let all = payers.reduce((sum, one) => sum + one.worth, 0);
  for (const payer of payers) {
    const price = by(left, all);
    if (compare(times(price, payer.worth), payer.has) <= 0) return price;
    left = minus(left, payer.has);
    all -= payer.worth;
  }
  return null;
}

/** `worth`: to each voter, by their place. */
function backedBy(proposal: string, costMinor: number, worth: Readonly<Record<number, number>>): Backed {
  const voters = Object.keys(worth).map(Number);
  const total = Object.values(worth).reduce((sum, one) => sum + one, 0);
  const points = Float64Array.from(Object.values(worth));
  return { proposal, costMinor, voters: Int32Array.from(voters), worth: points, total, support: total };
}

describe('equal shares', () => {
  test.each(['cost', 'points'] as const)('funds what the textbook funds, in its order, ties and all: %s', (utility) => {
    fc.assert(
      fc.property(drawn, (one) => {
        const profile = toProfile(one, utility);
        expect(new EqualShares(profile, byId).count(unitOf(profile)).funded).toEqual(
          textbook(profile, unitOf(profile)).funded,
        );
      }),
      { numRuns: 2000 },
    );
  });

  test('tells equals that numbers of 53 bits would take for different: thirds are left, and the price is a third again', () => {
    const profile: Profile = {
      potMinor: 60,
      weights: new Float64Array(6).fill(1),
      proposals: [
        backedBy('path', 10, { 0: 100, 1: 100, 2: 100 }),
        backedBy('bus', 10, { 3: 1, 4: 1, 5: 1 }),
        backedBy('attic', 10, { 0: 1, 1: 3 }),
      ],
    };
    expect(10 - (10 - 10 / 3)).not.toBe(10 / 3);
    const { funded, ties } = new EqualShares(profile, byId).count(unitOf(profile));
    expect(funded).toEqual(['path', 'attic', 'bus']);
    expect(ties).toEqual([['attic', 'bus']]);
    const other = new EqualShares(profile, (a, b) => byId(b, a)).count(unitOf(profile));
    expect(other.funded).toEqual(['path', 'bus', 'attic']);
  });

  test('tells apart what numbers of 53 bits would put in the wrong order', () => {
    const [much, price] = [9_000_000_000_000_000, 10_000_000_000];
    // Of what everybody had a third of 1e15 is paid: what is left ends in two thirds, which 53 bits cannot hold.
    const left = 8_666_666_666_666_667;
    const profile: Profile = {
      potMinor: Number.MAX_SAFE_INTEGER,
      weights: new Float64Array(7).fill(1),
      proposals: [
        backedBy('path', 1_000_000_000_000_000, { 0: 1e9, 1: 1e9, 2: 1e9 }),
        // Costs a third more than `price`, and a quarter more.
        backedBy('attic', left + price, { 0: 1, 1: 1e9 }),
        backedBy('bus', 4 * price + 1, { 3: 1, 4: 1, 5: 1, 6: 1 }),
      ],
    };
    expect(left + price - (much - 1_000_000_000_000_000 / 3)).toBeLessThan(price + 1 / 4);
    expect(new EqualShares(profile, byId).count(fraction(much)).funded).toEqual(['path', 'bus', 'attic']);
  });

  test.each(['add1', 'add1-exhaustive'] as const)(
    'grows by one step after the other, and no step is left out: %s',
    (completion) => {
      fc.assert(
        fc.property(drawn, (one) => {
          const profile = toProfile({ ...one, weights: one.weights.map(() => 1) });
          expect(completedShares(profile, completion, 1, byId)).toMatchObject(stepByStep(profile, completion));
        }),
      );
    },
  );

  test('asks nobody for more than they have, and its purchases cost what they cost', () => {
    const [one, half] = [1, 2];
    const backed = (proposal: string, costMinor: number, ...voters: number[]): Backed => ({
      ...{ proposal, costMinor, voters: Int32Array.from(voters) },
      ...{
        worth: new Float64Array(voters.length).fill(costMinor),
        total: costMinor * voters.length,
        support: voters.length,
      },
    });
    // Six parts of 2.
    const profile: Profile = {
      potMinor: 12,
      weights: Float64Array.from([one, one, half, half]),
      proposals: [backed('bus', 4, 0, 1, 2), backed('park', 6, 2, 3), backed('roof', 3, 0)],
    };
    const { bought, unbought } = new EqualShares(profile, byId).story(unitOf(profile));
    expect(
      bought.map(({ proposal, supporters, gaveAll, gaveAllMinor }) => [proposal, supporters, gaveAll, gaveAllMinor]),
    ).toEqual([
      ['bus', 3, 0, 0],
      ['park', 2, 1, 3],
    ]);
    expect(unbought).toEqual([{ proposal: 'roof', costMinor: 3, supporters: 1, haveMinor: 0 }]);
  });

  test('the story adds up: what its supporters paid is what each proposal cost, and nobody paid more than they had', () => {
    fc.assert(
      fc.property(drawn, (one) => {
        const profile = toProfile(one);
        const unit = unitOf(profile);
        const { funded, paid } = textbook(profile, unit);
        const { bought, unbought } = new EqualShares(profile, byId).story(unit);
        expect(bought.map(({ proposal }) => proposal)).toEqual(funded);
        bought.forEach(({ proposal, costMinor, gaveAll, price }, round) => {
          const { voters, worth } = profile.proposals.find((backed) => backed.proposal === proposal)!;
          const shares = [...voters].map((voter, at) => ({ is: paid[round]![voter]!, full: times(price, worth[at]!) }));
          expect(
            compare(
              shares.reduce((sum, { is }) => plus(sum, is), ZERO),
              fraction(costMinor),
            ),
          ).toBe(0);
          expect(shares.filter(({ is, full }) => compare(is, full) < 0)).toHaveLength(gaveAll);
          expect(shares.every(({ is, full }) => compare(is, full) <= 0)).toBe(true);
        });
        profile.weights.forEach((weight, voter) => {
          const given = paid.reduce((sum, round) => plus(sum, round[voter]!), ZERO);
          expect(compare(given, times(unit, weight))).toBeLessThanOrEqual(0);
        });
        const told = [...bought, ...unbought].map(({ proposal }) => proposal);
        const backed = profile.proposals.filter(({ voters }) => voters.length > 0);
        expect(told.sort()).toEqual(backed.map(({ proposal }) => proposal).sort());
        for (const { costMinor, haveMinor } of unbought) {
          if (costMinor <= profile.potMinor) expect(haveMinor).toBeLessThan(costMinor);
        }
      }),
    );
  });

  test('a voter of weight two is two voters who think alike', () => {
    fc.assert(
      fc.property(drawn, (one) => {
        const copies = one.weights.flatMap((weight, voter) => new Array<number>(weight).fill(voter));
        const apart = { ...one, points: copies.map((voter) => one.points[voter]!), weights: copies.map(() => 1) };
        const [together, alone] = [toProfile(one), toProfile(apart)];
        expect(new EqualShares(together, byId).count(unitOf(together)).funded).toEqual(
          new EqualShares(alone, byId).count(unitOf(alone)).funded,
        );
        expect(phragmen(together, byId).funded).toEqual(phragmen(alone, byId).funded);
      }),
    );
  });

  test('whoever the voters are in another order, the outcome is the same', () => {
    fc.assert(
      fc.property(drawn, (one) => {
        const turned = { ...one, points: one.points.toReversed(), weights: one.weights.toReversed() };
        const [there, back] = [toProfile(one), toProfile(turned)];
        expect(new EqualShares(there, byId).count(unitOf(there)).funded).toEqual(
          new EqualShares(back, byId).count(unitOf(back)).funded,
        );
        expect(phragmen(there, byId).funded).toEqual(phragmen(back, byId).funded);
      }),
    );
  });

  test('everybody weighing twice as much is everybody weighing once', () => {
    fc.assert(
      fc.property(drawn, (one) => {
        const doubled = toProfile({ ...one, weights: one.weights.map((weight) => weight * 2) });
        const plain = toProfile(one);
        expect(completedShares(doubled, 'add1', 1, byId).funded).toEqual(
          completedShares(plain, 'add1', 1, byId).funded,
        );
        expect(phragmen(doubled, byId).funded).toEqual(phragmen(plain, byId).funded);
      }),
    );
  });

  test('money, costs and the step in another coin: the outcome is the same', () => {
    fc.assert(
      fc.property(drawn, (one) => {
        const coins = toProfile({ ...one, potMinor: one.potMinor * 7, costs: one.costs.map((cost) => cost * 7) });
        const plain = toProfile(one);
        expect(completedShares(coins, 'add1', 7, byId).funded).toEqual(completedShares(plain, 'add1', 1, byId).funded);
      }),
    );
  });

  test('no completion costs more than the pot, and with greedy nothing that is left could be paid for', () => {
    fc.assert(
      fc.property(drawn, fc.constantFrom('none', 'add1', 'add1-exhaustive'), (one, completion) => {
        const profile = toProfile(one);
        const outcome = completedShares(profile, completion, 1, byId);
        const { funded, spentMinor } = withGreedy(profile, outcome, byId);
        expect(outcome.spentMinor).toBeLessThanOrEqual(profile.potMinor);
        expect(spentMinor).toBeLessThanOrEqual(profile.potMinor);
        const left = profile.potMinor - spentMinor;
        expect(
          profile.proposals.filter(({ proposal, costMinor }) => !funded.includes(proposal) && costMinor <= left),
        ).toEqual([]);
      }),
    );
  });

  test('leaves no group that deserves a further proposal (EJR+ up to any project)', () => {
    fc.assert(
      fc.property(drawn, (one) => {
        const profile = toProfile({ ...one, weights: one.weights.map(() => 1) }, 'cost');
        const { funded } = new EqualShares(profile, byId).count(unitOf(profile));
        expect(deserving(profile, new Set(funded))).toEqual([]);
      }),
    );
  });
});

describe('ranking', () => {
  test('the withdrawn, whose cost is a sign, end no count that stops at what does not fit', () => {
    const backed = (proposal: string, costMinor: number, support: number): Backed => ({
      ...{ proposal, costMinor, support, total: support, voters: new Int32Array(0), worth: new Float64Array(0) },
    });
    const profile: Profile = {
      potMinor: 10_000,
      weights: new Float64Array(0),
      proposals: [
        backed('gone', 99_999_999_900, 9),
        backed('bus', 4000, 8),
        backed('hall', 7000, 7),
        backed('path', 1000, 6),
      ],
    };
    const rank = (stops: boolean) => ranked(profile, { by: 'support', stops, least: 0 }, byId).funded;
    expect(rank(true)).toEqual(['bus']);
    expect(rank(false)).toEqual(['bus', 'path']);
  });
});
