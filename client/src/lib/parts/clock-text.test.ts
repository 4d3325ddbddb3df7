import { expect, test } from 'vitest';
import { clockText, timeOfDay } from './clock-text.ts';

test.for([
  [120_000, '2:00'],
  [119_001, '2:00'],
  [65_000, '1:05'],
  [999, '0:01'],
  [0, '0:00'],
  [-4000, '0:00'],
  [900_000, '15:00'],
] as const)('%i ms left is %s', ([leftMs, text]) => {
  expect(clockText(leftMs)).toBe(text);
});

test('a time of day has two digits for each', () => {
  expect(timeOfDay(new Date(2026, 0, 1, 9, 5).getTime())).toBe('09:05');
});
