import { describe, expect, test } from 'vitest';
import { importCy } from './import.cy.ts';
import { importEn } from './import.en.ts';

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
        (said as (...args: unknown[]) => unknown)(n, n, n),
      ]);
    }
    return sentences(said as object, here);
  });
}

const both = [
  ['English', sentences(importEn)],
  ['Welsh', sentences(importCy)],
] as const;

describe('the words of importing', () => {
  test('have the same keys in both languages', () => {
    expect(sentences(importCy).map(([path]) => path)).toEqual(sentences(importEn).map(([path]) => path));
  });

  test.for(both)('are never empty, never a slip, in %s', ([, said]) => {
    const wrong = said.filter(
      ([, sentence]) =>
        typeof sentence !== 'string' || sentence.trim() === '' || /undefined|NaN|\[object/.test(sentence),
    );
    expect(wrong).toEqual([]);
  });

  test('have a Welsh form for each number', () => {
    expect(NUMBERS.map((n) => importCy.bring.button(n))).toEqual([
      'Mewnforio dim cynigion',
      'Mewnforio 1 cynnig',
      'Mewnforio 2 gynnig',
      'Mewnforio 3 chynnig',
      'Mewnforio 6 chynnig',
      'Mewnforio 8 cynnig',
    ]);
    expect([1, 14].map((n) => importEn.bring.button(n))).toEqual(['Import 1 proposal', 'Import 14 proposals']);
  });
});
