import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { castBallot, counts, show, type Votes } from '../../testing/asked.ts';
import { sha256 } from '../../testing/canonical.ts';
import { given, type Given } from '../../testing/given.ts';
import { closed, roundOpen } from '../../testing/meetings.ts';
import { seen, SCREENS } from '../../testing/views.ts';
import { countRound, sharesTaskOf } from './count.ts';
import { ownShare } from './own-share.ts';
import type { Counted, Round } from './round.ts';
import { countShares, stepOf } from './shares.ts';

/** Six want the bus and, a little, the park; four want the roof and, a little, the park. Money for two of three. */
const MANY: Votes = { bus: 4, park: 1 };
const FEW: Votes = { roof: 4, park: 1 };
const PEOPLE = ['ann', 'bob', 'cat', 'dan', 'eve', 'fay', 'gil', 'hal', 'ida', 'jon'];
const ballots = PEOPLE.map((name, index) => castBallot(name, index < 6 ? MANY : FEW));
const sharing = { count: 'equal-shares' } as const;

describe('equal shares in a round', () => {
  test('[O4] are counted from what was worked out up to the close, and from nothing else', () => {
    const done = given(roundOpen(sharing, PEOPLE), ballots, closed);
    done.when(counts()).records({ type: 'round.counted', ballots: 10 });
    const without = { ...counts(), command: () => ({ type: 'Count', activity: 'a1', round: 'a1.1' }) as const };
    const again = given(roundOpen(sharing, PEOPLE), ballots, closed);
    again.when(without).refuses('not-closed');
    const early = countShares(sharesTaskOf({ ...roundOf(again), closed: null }, hex)!);
    expect(countRound(roundOf(again), hex, early)).toBeNull();
  });

  test('[O1] buy what supporters can pay for together, and what is left goes to most tokens', () => {
    const { outcome } = worked(given(roundOpen(sharing, PEOPLE), ballots, closed));
    expect(outcome.shares).toMatchObject({ stepMinor: 100, unbought: expect.any(Array) as unknown });
    expect(outcome.funded).toEqual([
      ...outcome.shares!.bought.map(({ proposal }) => proposal),
      ...outcome.shares!.added,
    ]);
    expect(outcome.spentMinor).toBeLessThanOrEqual(90_000);
    expect(outcome.funded).toHaveLength(2);
  });

  test('[O1] what everybody paid adds up to what was bought, to the rounding', () => {
    const { outcome } = worked(given(roundOpen(sharing, PEOPLE), ballots, closed));
    const allocs = PEOPLE.map((_, index) =>
      Object.entries(index < 6 ? MANY : FEW).map(([id, n]) => [id, n] as [string, number]),
    );
    for (const { proposal } of outcome.shares!.bought) {
      const paid = allocs
        .flatMap((alloc) => ownShare(outcome.shares!, alloc, 1).paid)
        .filter((one) => one.proposal === proposal);
      const cost = { bus: 40_000, park: 30_000, roof: 50_000 }[proposal]!;
      expect(Math.abs(paid.reduce((sum, { minor }) => sum + minor, 0) - cost)).toBeLessThanOrEqual(paid.length);
    }
  });

  test('[O3] a lot tells equals apart, and is said where it mattered', () => {
    const two = ['ann', 'bob', 'cat', 'dan', 'eve', 'fay', 'gil', 'hal', 'ida', 'jon'];
    const even = two.map((name, index) => castBallot(name, index < 5 ? { bus: 1 } : { other: 1 }));
    const proposals = ['bus', 'other'].map((proposal) => ({ proposal, name: { en: proposal }, costMinor: 60_000 }));
    const done = given(roundOpen(sharing, two, { proposals }), even, closed);
    const { outcome } = worked(done);
    const drawn = ['bus', 'other'].sort((a, b) => (hex(`${outcome.lot}\n${a}`) < hex(`${outcome.lot}\n${b}`) ? -1 : 1));
    expect(outcome.funded).toEqual([drawn[0]]);
    expect(outcome.tiesThatMattered).toEqual([['bus', 'other']]);
  });

  test('[O3] a tie is said only where it parted what is funded, and never among what nobody backs', () => {
    const even = PEOPLE.map((name, index) => castBallot(name, index < 5 ? { bus: 1 } : { other: 1 }));
    const costs = { bus: 60_000, other: 60_000, pond: 1_000, quay: 1_000 };
    const proposals = Object.entries(costs).map(([proposal, costMinor]) => ({
      proposal,
      name: { en: proposal },
      costMinor,
    }));
    const { outcome } = worked(given(roundOpen(sharing, PEOPLE, { proposals }), even, closed));
    expect(outcome.tiesThatMattered).toEqual([['bus', 'other']]);
  });

  test('[O2] of a round in which nobody chose anything fund nothing', () => {
    const blank = given(roundOpen(sharing, ['ann']), castBallot('ann', {}), closed);
    expect(worked(blank).outcome).toMatchObject({ funded: [], spentMinor: 0, shares: { bought: [], added: [] } });
    expect(worked(given(roundOpen(sharing, []), closed)).outcome).toMatchObject({ funded: [] });
  });

  test('[G2] a weight is a larger share, and pays as much more', () => {
    const equal = { ...sharing, voice: 'equal-groups' } as const;
    const groups = PEOPLE.map((name, index) =>
      castBallot(name, index < 5 ? MANY : FEW, { group: index < 5 ? 'citizens' : 'professionals' }),
    );
    const done = given(roundOpen(equal, PEOPLE), groups, closed);
    const { outcome } = worked(done);
    expect(outcome.groups).toMatchObject({ sizes: { citizens: 5, professionals: 5 } });
    const { profile } = sharesTaskOf(roundOf(done), hex)!;
    expect(new Set(profile.weights)).toEqual(
      new Set([outcome.groups!.weights.citizens, outcome.groups!.weights.professionals]),
    );
  });

  test('[X1] the story stands in the record and on phones once all is shown, and is not told of fewer than ten people', () => {
    const few = PEOPLE.slice(0, 9);
    const story = (names: readonly string[]) => {
      const shown = given(roundOpen(sharing, names), ballots.slice(0, names.length), closed, counts(), show());
      return seen(shown.session, SCREENS.room).outcome;
    };
    expect(story(PEOPLE)).toMatchObject({ rule: 'equal-shares', complete: true, shares: { stepMinor: 100 } });
    expect(story(few)).toMatchObject({ rule: 'equal-shares', shares: null });
  });
});

test('the step is a whole unit of the currency, and larger only where that would take for ever', () => {
  expect(stepOf(1_250_000, 60, 100)).toBe(100);
  expect(stepOf(100_000_000, 10, 100)).toBe(10_000);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000_000_000 }), fc.integer({ min: 0, max: 20_000 }), (pot, people) => {
      const step = stepOf(pot, people, 100);
      expect(pot / Math.max(1, people) / step).toBeLessThanOrEqual(1000);
      expect(String(step)).toMatch(/^[125]00*$/);
    }),
  );
});

function hex(text: string): string {
  return sha256(text).toString('hex');
}

function roundOf({ meeting }: Given): Round {
  const activity = meeting.session.activities.get('a1');
  if (activity?.kind !== 'allocation' || activity.round === null) throw new Error('no round');
  return activity.round;
}

function worked(done: Given): Counted {
  const round = roundOf(done);
  const counted = countRound(round, hex, countShares(sharesTaskOf(round, hex)!));
  if (counted === null) throw new Error('not counted');
  return counted;
}
