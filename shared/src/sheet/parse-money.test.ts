import { describe, expect, test } from 'vitest';
import { parseMoney } from './parse-money.ts';

describe('money, as a host types it', () => {
  test.for([
    ['12,500', 1_250_000],
    ['£12,500.50', 1_250_050],
    ['12500.5', 1_250_050],
    ['12 500', 1_250_000],
    ['12\u00A0500', 1_250_000],
    ['1,000,000', 100_000_000],
    ["12'500.05", 1_250_005],
    ['GBP 300', 30_000],
    ['GBP300', 30_000],
    ['300gbp', 30_000],
    ['300 £', 30_000],
    ['0.01', 1],
    ['0.29', 29],
    ['1.15', 115],
    ['9,999,999,999.99', 999_999_999_999],
    ['007', 700],
    ['１２', 1200],
  ] as const)('%s is %i pence, exactly', ([typed, minor]) => {
    expect(parseMoney(typed, 2)).toEqual({ ok: true, minor });
  });

  test.for([
    '12.500',
    '12,50',
    '1,2500',
    '12,500 000',
    '12.5.0',
    '-5',
    '.50',
    '12k',
    'ten',
    '£',
    '1e3',
    '5.',
    '500²',
    '12½',
  ])('%s is not guessed at', (typed) => {
    expect(parseMoney(typed, 2)).toEqual({ ok: false, why: 'unclear' });
  });

  test('nothing typed, nothing asked for and too much are told apart', () => {
    expect(parseMoney('  ', 2)).toEqual({ ok: false, why: 'missing' });
    expect(parseMoney('0.00', 2)).toEqual({ ok: false, why: 'too-small' });
    expect(parseMoney('10,000,000,000.01', 2)).toEqual({ ok: false, why: 'too-large' });
    expect(parseMoney('9'.repeat(400), 2)).toEqual({ ok: false, why: 'too-large' });
  });

  test('a currency without small change takes none', () => {
    expect(parseMoney('¥12,500', 0)).toEqual({ ok: true, minor: 12_500 });
    expect(parseMoney('12.50', 0)).toEqual({ ok: false, why: 'unclear' });
  });
});
