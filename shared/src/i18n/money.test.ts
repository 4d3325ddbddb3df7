import { expect, test } from 'vitest';
import { minorDigits } from '../words/currency.ts';
import { formatCount, formatMoney } from './money.ts';

test.for([
  ['GBP', 1_250_000, '£12,500'],
  ['GBP', 1_250_050, '£12,500.50'],
  ['GBP', 0, '£0'],
  ['GBP', 7, '£0.07'],
  ['EUR', 99_900, '€999'],
  ['JPY', 5000, '¥5,000'],
] as const)('%s %s in minor units reads %s in both languages', ([currency, minor, text]) => {
  expect(formatMoney('en', currency, minor)).toBe(text);
  expect(formatMoney('cy', currency, minor)).toBe(text);
});

test('counts are grouped in both languages', () => {
  expect(formatCount('cy', 12_500)).toBe('12,500');
  expect(formatCount('en', 84)).toBe('84');
});

test('yen have no minor unit', () => {
  expect([minorDigits('GBP'), minorDigits('JPY')]).toEqual([2, 0]);
});
