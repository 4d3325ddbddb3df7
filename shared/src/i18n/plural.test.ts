import { describe, expect, test } from 'vitest';
import { plural } from './plural.ts';

const WELSH = { zero: 'zero', one: 'one', two: 'two', few: 'few', many: 'many', other: 'other' };

describe('words with a number', () => {
  test.for([
    [0, 'zero'],
    [1, 'one'],
    [2, 'two'],
    [3, 'few'],
    [4, 'other'],
    [5, 'other'],
    [6, 'many'],
    [7, 'other'],
    [16, 'other'],
    [100, 'other'],
  ] as const)('take for %s in Welsh the form "%s", as the CLDR says', ([n, form]) => {
    expect(plural('cy', n, WELSH)).toBe(form);
    expect(new Intl.PluralRules('cy').select(n)).toBe(form);
  });

  test('are singular in English for one alone', () => {
    const forms = { one: 'one', other: 'other' };
    expect([0, 1, 2, 21].map((n) => plural('en', n, forms))).toEqual(['other', 'one', 'other', 'other']);
  });
});
