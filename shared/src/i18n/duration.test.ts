import { expect, test } from 'vitest';
import { duration } from './duration.ts';

test('a length of time is told in hours and minutes', () => {
  expect([0, 10, 60, 95, 120].map((minutes) => duration('en', minutes))).toEqual([
    '0 min',
    '10 min',
    '1 h',
    '1 h 35 min',
    '2 h',
  ]);
  expect([10, 60, 95].map((minutes) => duration('cy', minutes))).toEqual(['10 mun', '1 awr', '1 awr 35 mun']);
});
