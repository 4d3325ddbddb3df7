import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isTelling, isWhole, protect, withoutDifference, type ShownCells } from './small-numbers.ts';

const LEAST = 5;
const NAMES = ['a', 'b', 'c', 'd'] as const;
type Name = (typeof NAMES)[number];
const cells = fc.record(
  Object.fromEntries(NAMES.map((name) => [name, fc.integer({ min: 0, max: 14 })])) as Record<
    Name,
    fc.Arbitrary<number>
  >,
);
const people = (table: ShownCells<Name>) => NAMES.map((name) => table[name]);

/** Every table with the same sum that somebody who sees `shown` must hold possible: what they can be sure of is what all of these share. */
function possible(shown: ShownCells<Name>, sum: number): number[][] {
  const fill = (left: readonly Name[], rest: number): number[][] => {
    const [name, ...others] = left;
    if (name === undefined) return rest === 0 ? [[]] : [];
    const fixed = shown[name];
    const values = fixed === null ? Array.from({ length: rest }, (_, n) => n + 1) : [fixed];
    return values.filter((n) => n <= rest).flatMap((n) => fill(others, rest - n).map((tail) => [n, ...tail]));
  };
  return fill(NAMES, sum);
}

describe('small numbers', () => {
  test('[X3] no cell of one to four is shown, and none that is hidden can be worked out from the sum', () => {
    fc.assert(
      fc.property(cells, (table) => {
        const shown = protect(table, LEAST);
        for (const name of NAMES) {
          if (table[name] > 0 && table[name] < LEAST) expect(shown[name]).toBeNull();
          expect([null, table[name]]).toContain(shown[name]);
        }
        const hidden = NAMES.filter((name) => shown[name] === null);
        const shownPeople = NAMES.filter((name) => (shown[name] ?? 0) > 0);
        if (hidden.length === 0 || shownPeople.length === 0) return;
        // Somebody is shown beside what is hidden: so many are hidden that no one cell of it is known.
        expect(hidden.reduce((all, name) => all + table[name], 0)).toBeGreaterThanOrEqual(LEAST);
        const sum = NAMES.reduce((all, name) => all + table[name], 0);
        const tables = possible(shown, sum);
        for (const name of hidden) {
          const values = new Set(tables.map((values) => values[NAMES.indexOf(name)]));
          expect(values.size).toBeGreaterThan(1);
        }
      }),
      { numRuns: 2000 },
    );
  });

  test('[X3] hides nothing where every cell is large enough or empty, and no more than it must', () => {
    fc.assert(
      fc.property(cells, (table) => {
        const small = NAMES.some((name) => table[name] > 0 && table[name] < LEAST);
        expect(isWhole(protect(table, LEAST))).toBe(!small);
      }),
    );
    expect(protect({ a: 12, b: 5, c: 0, d: 9 }, LEAST)).toEqual({ a: 12, b: 5, c: 0, d: 9 });
    expect(protect({ a: 30, b: 3, c: 8, d: 0 }, LEAST)).toEqual({ a: 30, b: null, c: null, d: 0 });
    expect(protect({ a: 30, b: 3, c: 3, d: 20 }, LEAST)).toEqual({ a: 30, b: null, c: null, d: 20 });
    expect(protect({ a: 3, b: 0, c: 0, d: 0 }, LEAST)).toEqual({ a: null, b: 0, c: 0, d: 0 });
  });

  test('[X3] two tables side by side never differ by one to four people in a cell that both show', () => {
    fc.assert(
      fc.property(cells, cells, (before, after) => {
        const first = protect(before, LEAST);
        const second = withoutDifference(first, protect(after, LEAST), LEAST);
        for (const [was, is] of people(first).map((one, at) => [one, people(second)[at]] as const)) {
          if (was === null || is === null || is === undefined) continue;
          expect(was === is || Math.abs(was - is) >= LEAST).toBe(true);
        }
      }),
    );
    const same = protect({ a: 12, b: 6, c: 0, d: 0 }, LEAST);
    expect(withoutDifference(same, same, LEAST)).toEqual(same);
    expect(people(withoutDifference(same, protect({ a: 13, b: 6, c: 0, d: 0 }, LEAST), LEAST))).toEqual(
      NAMES.map(() => null),
    );
  });

  test('[X3] a cell tells of its people when it is small, or when all of them chose the same', () => {
    const chose = (many: number, different: number) => Array.from({ length: many }, (_, n) => String(n % different));
    expect(isTelling([chose(5, 2), chose(9, 3)], LEAST)).toBe(false);
    expect(isTelling([chose(4, 2), chose(9, 3)], LEAST)).toBe(true);
    expect(isTelling([chose(5, 1), chose(9, 3)], LEAST)).toBe(true);
    expect(isTelling([[], chose(9, 3)], LEAST)).toBe(false);
  });
});
