import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { GroupSizes } from '../words/groups.ts';
import { groupsAreLargeEnough, weightsOf } from './voice.ts';

const people = fc.integer({ min: 0, max: 2000 });
const hall: fc.Arbitrary<GroupSizes> = fc.record({
  citizens: fc.oneof(people, fc.nat({ max: 12 })),
  professionals: fc.oneof(people, fc.nat({ max: 12 })),
  undeclared: people,
});
const largeEnough = hall.filter(groupsAreLargeEnough);
const ONE = { scale: 1, citizens: 1, professionals: 1, undeclared: 1 };

describe('the weight of a ballot', () => {
  test('[G2] is one for everybody where everyone counts the same, whoever is there', () => {
    fc.assert(
      fc.property(hall, (sizes) => {
        expect(weightsOf('one-person-one-ballot', sizes)).toEqual(ONE);
      }),
    );
  });

  test('[G2] under equal groups makes each group half of all who declared one', () => {
    expect(weightsOf('equal-groups', { citizens: 30, professionals: 10, undeclared: 3 })).toEqual({
      ...{ scale: 3, citizens: 2, professionals: 6, undeclared: 3 },
    });
    fc.assert(
      fc.property(largeEnough, (sizes) => {
        const { scale, citizens, professionals } = weightsOf('equal-groups', sizes);
        const half = (sizes.citizens + sizes.professionals) * scale;
        expect(2 * citizens * sizes.citizens).toBe(half);
        expect(2 * professionals * sizes.professionals).toBe(half);
      }),
    );
  });

  test('[G2] is exact: together, all ballots weigh as much as there are people', () => {
    fc.assert(
      fc.property(largeEnough, fc.constantFrom('equal-groups', 'citizen-floor'), (sizes, voice) => {
        const { scale, ...weights } = weightsOf(voice, sizes);
        const all = (['citizens', 'professionals', 'undeclared'] as const).map(
          (group) => weights[group] * sizes[group],
        );
        const everybody = sizes.citizens + sizes.professionals + sizes.undeclared;
        expect(all.reduce((a, b) => a + b, 0)).toBe(everybody * scale);
        for (const weight of [scale, ...Object.values(weights)]) {
          expect(Number.isSafeInteger(weight)).toBe(true);
          expect(weight).toBeGreaterThan(0);
        }
      }),
    );
  });

  test('[G2] is in the smallest whole parts', () => {
    fc.assert(
      fc.property(largeEnough, (sizes) => {
        const { scale, citizens, professionals } = weightsOf('equal-groups', sizes);
        for (const by of [2, 3, 5, 7, 11]) {
          expect([scale, citizens, professionals].every((part) => part % by === 0)).toBe(false);
        }
      }),
    );
  });

  test('[G2] of who did not say is one', () => {
    fc.assert(
      fc.property(hall, fc.constantFrom('equal-groups', 'citizen-floor'), (sizes, voice) => {
        const { scale, undeclared } = weightsOf(voice, sizes);
        expect(undeclared).toBe(scale);
      }),
    );
  });

  test('[G2] under equal groups means the same when the two labels are swapped', () => {
    fc.assert(
      fc.property(hall, ({ citizens, professionals, undeclared }) => {
        const weights = weightsOf('equal-groups', { citizens, professionals, undeclared });
        expect(weightsOf('equal-groups', { citizens: professionals, professionals: citizens, undeclared })).toEqual({
          ...weights,
          citizens: weights.professionals,
          professionals: weights.citizens,
        });
      }),
    );
  });

  test('[G2] under the citizen floor is the same for all where citizens are at least as many, and never leaves them less than half', () => {
    fc.assert(
      fc.property(hall, (sizes) => {
        const { scale, citizens, professionals } = weightsOf('citizen-floor', sizes);
        const [theirs, others] = [citizens * sizes.citizens, professionals * sizes.professionals];
        if (sizes.citizens >= sizes.professionals) {
          expect([citizens, professionals]).toEqual([scale, scale]);
          expect(theirs).toBeGreaterThanOrEqual(others);
        } else if (groupsAreLargeEnough(sizes)) {
          expect(theirs).toBe(others);
          expect(citizens).toBeGreaterThan(scale);
          expect(weightsOf('equal-groups', sizes)).toEqual({ scale, citizens, professionals, undeclared: scale });
        }
      }),
    );
  });

  test('[G3] is one for everybody while either group has fewer than five people', () => {
    for (const voice of ['equal-groups', 'citizen-floor'] as const) {
      for (const small of [0, 1, 4]) {
        expect(weightsOf(voice, { citizens: small, professionals: 40, undeclared: 0 })).toEqual(ONE);
        expect(weightsOf(voice, { citizens: 40, professionals: small, undeclared: 9 })).toEqual(ONE);
      }
      expect(weightsOf(voice, { citizens: 5, professionals: 40, undeclared: 0 })).not.toEqual(ONE);
    }
    expect(groupsAreLargeEnough({ citizens: 5, professionals: 5, undeclared: 0 })).toBe(true);
  });
});
