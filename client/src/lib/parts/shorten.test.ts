import { expect, test } from 'vitest';
import { mostThatFits, shortened } from './shorten.ts';

test('a text that is short enough is whole', () => {
  expect(shortened('Pont droed', 10)).toBe('Pont droed');
});

test('a longer one is cut after a word, without the comma that followed it', () => {
  expect(shortened('A footbridge, for the children', 22)).toBe('A footbridge, for the…');
  expect(shortened('A footbridge, for the children', 21)).toBe('A footbridge, for…');
  expect(shortened('A footbridge, for the children', 16)).toBe('A footbridge…');
});

test('a first word that is too long for the wall is cut in itself: something is better than nothing', () => {
  expect(shortened('Llanfairpwllgwyngyll', 10)).toBe('Llanfairp…');
});

test('as much stands there as fits', () => {
  expect(mostThatFits(200, (most) => most <= 37)).toBe(37);
  expect(mostThatFits(30, () => true)).toBe(30);
  expect(mostThatFits(30, () => false)).toBe(1);
});
