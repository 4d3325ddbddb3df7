import { expect, test } from 'vitest';
import { serialRange } from './serial-range.ts';

test('both ends are printed', () => {
  expect(serialRange('1', '20').range).toEqual({ from: 1, to: 20 });
  expect(serialRange(' 42 ', '42').range).toEqual({ from: 42, to: 42 });
});

test('says which of the two numbers is wrong', () => {
  expect(['0', 'x', '', '1.5', '100000'].map((from) => serialRange(from, '20').wrong)).toEqual(
    Array.from({ length: 5 }, () => 'from'),
  );
  expect(['9', 'x', '-20', '100000'].map((to) => serialRange('10', to).wrong)).toEqual(
    Array.from({ length: 4 }, () => 'to'),
  );
});

test('three hundred ballots come out in one go, one more is too many', () => {
  expect(serialRange('1', '300').wrong).toBeNull();
  expect(serialRange('1', '301').wrong).toBe('tooMany');
});
