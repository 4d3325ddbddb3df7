import { expect, test } from 'vitest';
import { tabletCy } from './tablet.cy.ts';
import { tabletEn } from './tablet.en.ts';

// One number for each of the six Welsh forms.
const NUMBERS = [0, 1, 2, 3, 6, 20];

/** Every text by its key: a function is asked with each number. */
function spoken(words: object): [string, string][] {
  return Object.entries(words).flatMap(([key, value]: [string, unknown]) => {
    if (typeof value === 'string') return [[key, value] as [string, string]];
    return NUMBERS.map((n): [string, string] => [key, (value as (n: number) => string)(n)]);
  });
}

test('both languages say the same things, each in its own words', () => {
  const [english, welsh] = [spoken(tabletEn), spoken(tabletCy)];
  expect(welsh.map(([key]) => key)).toEqual(english.map(([key]) => key));
  const same = new Set(english.map(([, text]) => text));
  expect(welsh.filter(([, text]) => same.has(text))).toEqual([]);
});

test('nothing is empty, and every apostrophe is a printer’s', () => {
  for (const [key, text] of [...spoken(tabletEn), ...spoken(tabletCy)]) {
    expect(text.trim(), key).not.toBe('');
    expect(text, key).not.toMatch(/'|undefined/);
  }
});
