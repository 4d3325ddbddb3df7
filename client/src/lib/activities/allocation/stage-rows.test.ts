import { expect, test } from 'vitest';
import { columnsFor, lengthOf } from './stage-rows.ts';

test('every proposal stands on one screen', () => {
  expect([1, 7, 8, 14, 15, 24, 31].map(columnsFor)).toEqual([1, 1, 2, 2, 3, 3, 4]);
});

test('the longest bar is whole, nothing is longer, and none stands for nothing', () => {
  const rows = [{ tokens: 5 }, { tokens: 10 }];
  expect(rows.map((row) => lengthOf(row, rows))).toEqual([0.5, 1]);
  expect(lengthOf({ tokens: 0 }, [{ tokens: 0 }])).toBe(0);
});
