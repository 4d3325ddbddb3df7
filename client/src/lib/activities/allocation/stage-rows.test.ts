import { expect, test } from 'vitest';
import { columnsFor, listed, shares } from './stage-rows.ts';

test('a number belongs to a proposal’s place on the wall; practice has its own names', () => {
  const meeting = { proposals: [{ proposal: 'bus', costMinor: 5, name: { en: 'Bus' } }] };
  expect(listed({ practice: false, proposals: ['bus'] }, meeting)).toEqual([
    { proposal: 'bus', number: 1, name: { en: 'Bus' }, costMinor: 5 },
  ]);
  expect(listed({ practice: true, proposals: ['tea', 'water'] }, meeting).map(({ name }) => name.en)).toEqual([
    'Tea',
    'Water',
  ]);
});

test('every proposal stands on one screen', () => {
  expect([1, 7, 8, 14, 15, 24, 31].map(columnsFor)).toEqual([1, 1, 2, 2, 3, 3, 4]);
});

test('the longest bar is whole, and nothing is longer', () => {
  expect(shares([])).toEqual([]);
  expect(
    shares([
      [0, 0, false],
      [0, 0, false],
    ]),
  ).toEqual([0, 0]);
  expect(
    shares([
      [5, 2, false],
      [10, 3, true],
    ]),
  ).toEqual([0.5, 1]);
});
