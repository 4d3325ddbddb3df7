import { expect, test } from 'vitest';
import { decimalAmount } from './amount.ts';

test.for([
  ['GBP', 1_250_000, '12500.00'],
  ['GBP', 7, '0.07'],
  ['GBP', 0, '0.00'],
  ['JPY', 5000, '5000'],
  ['KWD', 1234, '1.234'],
  ['GBP', 1_000_000_000_000, '10000000000.00'],
] as const)('%s %s in minor units is written %s for machines', ([currency, minor, text]) => {
  expect(decimalAmount(currency, minor)).toBe(text);
});
