import { describe, expect, test } from 'vitest';
import { printCy } from './print.cy.ts';
import { printEn } from './print.en.ts';

/** Numbers that ask for each of the six Welsh forms: zero, one, two, few, many, other. */
const NUMBERS = [0, 1, 2, 3, 6, 20];

/** Every sentence by the path of its key: a function said with each number. */
function sentences(words: object, path = ''): [path: string, sentence: unknown][] {
  return Object.entries(words).flatMap(([key, said]: [string, unknown]): [string, unknown][] => {
    const here = `${path}.${key}`;
    if (typeof said === 'string') return [[here, said]];
    if (typeof said !== 'function') return sentences(said as object, here);
    const say = said as (...asked: number[]) => unknown;
    return NUMBERS.map((n): [string, unknown] => [`${here}(${String(n)})`, say(n, 4)]);
  });
}

describe.for([
  ['English', printEn],
  ['Welsh', printCy],
] as const)('the words of what is printed, in %s', ([, words]) => {
  test('are never empty, and never print what is missing', () => {
    const wrong = sentences(words).filter(
      ([, said]) => typeof said !== 'string' || said.trim() === '' || /undefined|NaN|\[object/.test(said),
    );
    expect(wrong).toEqual([]);
  });

  test('use the printer’s apostrophe', () => {
    expect(sentences(words).filter(([, said]) => String(said).includes("'"))).toEqual([]);
  });
});

test('both languages say the same things', () => {
  const keys = (words: object) => sentences(words).map(([path]) => path);
  expect(keys(printCy)).toEqual(keys(printEn));
});

test('Welsh is not English', () => {
  const english = new Map(sentences(printEn));
  const same = sentences(printCy).filter(([path, said]) => english.get(path) === said);
  // The one word that is the same in both.
  expect(same.map(([path]) => path)).toEqual(['.page.kinds.poster', '.poster.title']);
});

test('a number mutates the Welsh word after it', () => {
  expect(NUMBERS.map((n) => printCy.cards.sum(n))).toEqual([
    'dim cardiau',
    '1 cerdyn',
    '2 gerdyn',
    '3 cherdyn',
    '6 cherdyn',
    '20 cerdyn',
  ]);
});

test('a limit is told only where it limits', () => {
  expect(printEn.sheet.tokens(10, 4)).toBe('You have 10 tokens, at most 4 on one proposal.');
  expect(printEn.sheet.tokens(10, 10)).toBe('You have 10 tokens.');
  expect(printCy.sheet.tokens(10, 10)).toBe('Mae gennych 10 tocyn.');
});
