import { describe, expect, test } from 'vitest';
import { LINE_HEIGHT, lengthOf, placeRows, type Wall, type Wanted } from './stage-rows.ts';

/** A picture of 16:9, in hundredths of its height. */
const [WIDTH, HALL_HEIGHT] = [160, 65];
const SMALLEST = 4.3;

function place(counts: readonly number[], wanted: Partial<Wanted> = {}): Wall {
  const lists = counts.map((count) => ({ count, isHeaded: counts.length > 1 }));
  return placeRows({
    lists,
    width: WIDTH,
    height: HALL_HEIGHT,
    ems: 16,
    languages: 2,
    lines: 1,
    factLines: 1,
    headingLines: 1,
    columns: [2],
    ...wanted,
  });
}

/** How many rows stand in each column. */
function rows({ columns }: Wall): number[] {
  return columns.map((pieces) => pieces.reduce((sum, { from, to }) => sum + to - from, 0));
}

describe('rows on the wall', () => {
  test('up to 14 in both languages all stand there, in two columns', () => {
    for (let count = 8; count <= 14; count += 1) {
      const wall = place([count]);
      expect(wall.left).toBe(0);
      expect(rows(wall)).toEqual([Math.ceil(count / 2), Math.floor(count / 2)]);
    }
  });

  test('few are large, and long names among them have two lines; many are not', () => {
    expect(place([3], { columns: [1, 2], lines: 2 })).toMatchObject({ size: 4.8, lines: 2 });
    expect(place([3], { columns: [1, 2] })).toMatchObject({ size: 8, lines: 1 });
    expect(place([7], { columns: [1, 2], lines: 2 })).toMatchObject({ size: 4.3, lines: 1 });
  });

  test.for([15, 24, 60, 200])(
    'of %i the first stand there, as many as have room, and the others are counted',
    (count) => {
      const wall = place([count]);
      expect(wall).toMatchObject({ size: SMALLEST, left: count - 13 });
      expect(rows(wall)).toEqual([7, 6]);
      expect(place([count], { languages: 1 }).left).toBeLessThan(wall.left);
    },
  );

  test('none is higher than the wall, nor smaller than a hall can read', () => {
    for (const height of [12, 30, 50, 65, 90]) {
      for (const count of [1, 5, 9, 14, 40]) {
        const wall = place([count], { height, columns: [1, 2] });
        expect(wall.size).toBeGreaterThanOrEqual(SMALLEST);
        const note = wall.left > 0 && wall.left < count ? 2 * LINE_HEIGHT * SMALLEST : 0;
        expect((rows(wall).at(-1) ?? 0) * wall.row + note).toBeLessThanOrEqual(height);
        expect(rows(wall).reduce((sum, one) => sum + one, 0) + wall.left).toBe(count);
      }
    }
  });

  test('a fact of two lines makes the row of a name in one language as high as one in both', () => {
    const both = place([14]);
    expect(place([14], { languages: 1, factLines: 2 })).toEqual(both);
    expect(place([14], { languages: 1 }).size).toBeGreaterThan(both.size);
  });

  test('two lists have a column each where they fit; else the second follows the first', () => {
    expect(place([3, 4], { height: 76 }).columns).toEqual([
      [{ list: 0, from: 0, to: 3, isHeaded: true }],
      [{ list: 1, from: 0, to: 4, isHeaded: true }],
    ]);
    for (let funded = 1; funded < 14; funded += 1) expect(place([funded, 14 - funded], { height: 78 }).left).toBe(0);
    expect(place([2, 12], { height: 78 }).columns[1]).toMatchObject([{ list: 1, to: 12, isHeaded: false }]);
  });

  test('a list without rows takes no column', () => {
    expect(rows(place([0, 6], { height: 76 }))).toEqual([3, 3]);
  });

  test('where there is no room at all, all are counted', () => {
    expect(place([5], { height: 3 })).toMatchObject({ columns: [], left: 5 });
  });
});

test('the longest bar is whole, nothing is longer, and none stands for nothing', () => {
  const rows = [{ tokens: 5 }, { tokens: 10 }];
  expect(rows.map((row) => lengthOf(row, rows))).toEqual([0.5, 1]);
  expect(lengthOf({ tokens: 0 }, [{ tokens: 0 }])).toBe(0);
});
