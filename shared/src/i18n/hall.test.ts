import { describe, expect, test } from 'vitest';
import { hallCy } from './hall.cy.ts';
import { hallEn } from './hall.en.ts';

/** Numbers that ask for each of the six Welsh forms: zero, one, two, few, many, other. */
const NUMBERS = [0, 1, 2, 3, 6, 8];

/** Every sentence by the path of its key: a function said with each number, or with words in their place. */
function sentences(words: object, path = ''): [path: string, sentence: unknown][] {
  return Object.entries(words).flatMap(([key, said]: [string, unknown]): [string, unknown][] => {
    const here = `${path}.${key}`;
    if (typeof said === 'string') return [[here, said]];
    if (typeof said === 'function') {
      return NUMBERS.map((n): [string, unknown] => [
        `${here}(${String(n)})`,
        (said as (...args: unknown[]) => unknown)(n, n),
      ]);
    }
    return sentences(said as object, here);
  });
}

const both = [
  ['English', sentences(hallEn)],
  ['Welsh', sentences(hallCy)],
] as const;

describe('the words of the hall', () => {
  test('have the same keys in both languages', () => {
    expect(sentences(hallCy).map(([path]) => path)).toEqual(sentences(hallEn).map(([path]) => path));
  });

  test.for(both)('are never empty, never a slip, in %s', ([, said]) => {
    const wrong = said.filter(
      ([, sentence]) =>
        typeof sentence !== 'string' || sentence.trim() === '' || /undefined|NaN|\[object/.test(sentence),
    );
    expect(wrong).toEqual([]);
  });

  test('have a Welsh form for each number', () => {
    expect(NUMBERS.map((n) => hallCy.host.missingProposals(n))).toEqual([
      'dim cynigion',
      '1 cynnig',
      '2 gynnig',
      '3 chynnig',
      '6 chynnig',
      '8 cynnig',
    ]);
    expect(NUMBERS.map((n) => hallEn.stage.here(n))).toEqual([
      'people here',
      'person here',
      'people here',
      'people here',
      'people here',
      'people here',
    ]);
  });
});
