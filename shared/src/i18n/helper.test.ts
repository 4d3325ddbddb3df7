import { describe, expect, test } from 'vitest';
import { helperCy } from './helper.cy.ts';
import { helperEn } from './helper.en.ts';

// One number for each of the six Welsh forms.
const NUMBERS = [0, 1, 2, 3, 6, 20];

function spoken(words: object, path = ''): [string, string][] {
  return Object.entries(words).flatMap(([key, value]: [string, unknown]) => {
    const here = `${path}.${key}`;
    if (typeof value === 'string') return [[here, value]];
    if (typeof value === 'object' && value !== null) return spoken(value, here);
    const say = value as (...asked: unknown[]) => string;
    return NUMBERS.map((n): [string, string] => [here, say(n, 7, 5, 3)]);
  });
}

describe.for([
  ['English', helperEn],
  ['Welsh', helperCy],
] as const)('the words of helpers in %s', ([, words]) => {
  test('are never empty, and never print what is missing', () => {
    for (const [key, text] of spoken(words)) {
      expect(text.trim(), key).not.toBe('');
      expect(text, key).not.toMatch(/undefined|NaN|\[object/);
    }
  });
});
