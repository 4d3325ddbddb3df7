import { describe, expect, test } from 'vitest';
import { recordCy } from './record.cy.ts';
import { recordEn } from './record.en.ts';

// One number for each of the six Welsh forms.
const NUMBERS = [0, 1, 2, 3, 6, 20];

/** Every text of a catalogue by its key: a function is asked with each number, and with numbers in the place of its other words. */
function spoken(words: object, path = ''): [string, string][] {
  return Object.entries(words).flatMap(([key, value]: [string, unknown]) => {
    const here = `${path}.${key}`;
    if (typeof value === 'string') return [[here, value]];
    if (typeof value === 'object' && value !== null) return spoken(value, here);
    const say = value as (...asked: unknown[]) => string;
    return NUMBERS.map((n): [string, string] => [here, say(n, '£7', '5', '4')]);
  });
}

describe.for([
  ['English', recordEn],
  ['Welsh', recordCy],
] as const)('the words of the record in %s', ([, words]) => {
  test('are never empty, and never print what is missing', () => {
    for (const [key, text] of spoken(words)) {
      expect(text.trim(), key).not.toBe('');
      expect(text, key).not.toMatch(/undefined|NaN|\[object/);
    }
  });

  test('use the printer’s apostrophe', () => {
    expect(spoken(words).filter(([, text]) => text.includes("'"))).toEqual([]);
  });

  test('speak of proposals, never of projects', () => {
    expect(spoken(words).filter(([, text]) => /project|prosiect/i.test(text))).toEqual([]);
  });
});

test('both languages say the same things', () => {
  const keys = (words: object) => spoken(words).map(([key]) => key);
  expect(keys(recordCy)).toEqual(keys(recordEn));
});

test('both languages name every number that they are given', () => {
  const numbers = (words: object) => spoken(words).map(([key, text]) => [key, text.match(/\d+/g)?.sort() ?? []]);
  const english = new Map(numbers(recordEn).map(([key, all]) => [String(key), all]));
  // "0 tokens" may be "no tokens", so numbers are compared at twenty alone, the last that is asked.
  for (const [key, all] of new Map(numbers(recordCy).map(([key, found]) => [String(key), found]))) {
    expect(all, key).toEqual(english.get(key));
  }
});

test('Welsh is not English', () => {
  const english = new Map(spoken(recordEn));
  const same = spoken(recordCy).filter(([key, text]) => english.get(key) === text && /[a-z]{3}/i.test(text));
  // The one word that is the same in both.
  expect(same.map(([key]) => key)).toEqual(['.results.cost']);
});
