import { expect, test } from 'vitest';
import { secondsWith } from './clock-seconds.ts';

test('more minutes come on top of what is left, and from now once the time is up', () => {
  expect(secondsWith(2, 61_400)).toBe(181);
  expect(secondsWith(5, -90_000)).toBe(300);
  expect(secondsWith(5, 35_990_000)).toBe(36_000);
});
