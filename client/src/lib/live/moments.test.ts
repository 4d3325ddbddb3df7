import { expect, test } from 'vitest';
import { formatDay, formatTime } from './moments.ts';

test('a day is read in the reader’s language, also on a phone that has no Welsh', () => {
  expect(formatDay('en', '2026-11-03')).toBe('3 November 2026');
  expect(formatDay('cy', '2026-11-03')).toBe('3 Tachwedd 2026');
});

test('people are told when to be back as the clock on the wall shows it', () => {
  expect(formatTime(Date.UTC(2026, 6, 3, 18, 40), 'Europe/London')).toBe('19:40');
  expect(formatTime(Date.UTC(2026, 6, 3, 23, 5), 'Europe/London')).toBe('00:05');
});
