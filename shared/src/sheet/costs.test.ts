import { describe, expect, test } from 'vitest';
import { guessStyle, isAmount, readCosts } from './costs.ts';

const GBP = { code: 'GBP', digits: 2 };

/** Pence, or why there are none. */
const read = (cells: readonly string[], currency = GBP, style: 'point' | 'comma' | null = null) =>
  readCosts(cells, currency, style).map((cost) => (cost.ok ? cost.minor : cost.why));

describe('a cost in a sheet', () => {
  test.for([
    ['£12,500', 1_250_000],
    ['12,500.50', 1_250_050],
    ['GBP 300', 30_000],
    ['300 GBP', 30_000],
    ['£300 GBP', 30_000],
    ['1 200', 120_000],
    ['1\u202F200', 120_000],
    ["1'200", 120_000],
    ['1’200.-', 120_000],
    ['0.29', 29],
    ['', 'missing'],
    ['-', 'missing'],
    ['£', 'missing'],
    ['TBC', 'unclear'],
    ['tua 500', 'unclear'],
    ['12k', 'unclear'],
    ['max 500', 'unclear'],
    ['500²', 'unclear'],
    ['12½', 'unclear'],
    ['12.500', 'unclear'],
    ['1e4', 'unclear'],
    ['#REF!', 'unclear'],
    ['500 - 700', 'unclear'],
    ['0', 'too-small'],
    ['£0.00', 'too-small'],
    ['-500', 'too-small'],
    ['-£500', 'too-small'],
    ['£-500', 'too-small'],
    ['−500', 'too-small'],
    ['(500.00)', 'too-small'],
    ['99,999,999,999', 'too-large'],
    ['€500', 'currency'],
    ['500 €', 'currency'],
    ['$500', 'currency'],
    ['EUR 500', 'currency'],
    ['500 kr', 'currency'],
  ] as const)('%s is %s', ([cell, expected]) => {
    expect(read([cell])).toEqual([expected]);
  });

  test('is in the meeting’s own currency, by any of its signs', () => {
    expect(read(['Fr. 1’200.–', 'SFr 5', 'CHF 7.50', '£7'], { code: 'CHF', digits: 2 })).toEqual([
      120_000,
      500,
      750,
      'currency',
    ]);
    expect(read(['1 200 kr', 'kr 5,-', '12,50'], { code: 'SEK', digits: 2 })).toEqual([120_000, 500, 1_250]);
    expect(read(['1200', '12.50'], { code: 'JPY', digits: 0 })).toEqual([1200, 'unclear']);
  });
});

describe('a column of costs', () => {
  test('that writes 12.500,50 is read so, where all its rows can be', () => {
    expect(read(['12.500,00', '3.000', '950', '7,5'])).toEqual([1_250_000, 300_000, 95_000, 750]);
    expect(read(['1.234.567', '12.500'])).toEqual([123_456_700, 1_250_000]);
    expect(read(['12,50', 'TBC', ''])).toEqual([1_250, 'unclear', 'missing']);
  });

  test('that never shows which it is, is not guessed at', () => {
    expect(read(['12.500', '3.000', '950'])).toEqual(['unclear', 'unclear', 95_000]);
    expect(read(['12,500', '3,000'])).toEqual([1_250_000, 300_000]);
  });

  test('with one slip loses that row alone', () => {
    expect(read(['12,500', '3,000', '12,50'])).toEqual([1_250_000, 300_000, 'unclear']);
  });

  test('that writes amounts in both ways loses every row that could be either', () => {
    expect(read(['12.500,00', '12,500.00', '3,000', '3.000', '950'])).toEqual([
      'unclear',
      1_250_000,
      'unclear',
      'unclear',
      95_000,
    ]);
  });

  test('is read as a person says', () => {
    expect(read(['12.500', '3.000'], GBP, 'comma')).toEqual([1_250_000, 300_000]);
    expect(read(['12,50', '3,000'], GBP, 'comma')).toEqual([1_250, 'unclear']);
    expect(guessStyle(['12.500', '3.000'], GBP)).toBe('point');
    expect(guessStyle(['€ 12.500,-', '950,5'], { code: 'EUR', digits: 2 })).toBe('comma');
  });

  test('is told from other columns', () => {
    expect(['£3,500', '3.500', '12,5', '500 EUR', "1'200"].filter(isAmount)).toHaveLength(5);
    expect(['Gardd', '12.03.2026', '01248 123456', 'A1', '', '3 people', '2026-27'].filter(isAmount)).toEqual([]);
  });
});
