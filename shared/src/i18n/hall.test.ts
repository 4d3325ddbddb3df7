import { describe, expect, test } from 'vitest';
import { hallCy } from './hall.cy.ts';
import { hallEn } from './hall.en.ts';

/** Numbers that ask for each of the six Welsh forms: zero, one, two, few, many, other. */
const NUMBERS = [0, 1, 2, 3, 6, 8];

/** Every sentence by the path of its key: a function said with each number in every place. */
function sentences(words: object, path = ''): [path: string, sentence: unknown][] {
  return Object.entries(words).flatMap(([key, said]: [string, unknown]): [string, unknown][] => {
    const here = `${path}.${key}`;
    if (typeof said === 'string') return [[here, said]];
    if (typeof said === 'function') {
      return NUMBERS.map((n): [string, unknown] => [
        `${here}(${String(n)})`,
        (said as (...args: unknown[]) => unknown)(n, n, n, n),
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
    const paths = (words: object) => sentences(words).map(([path]) => path);
    expect(paths(hallCy).sort()).toEqual(paths(hallEn).sort());
  });

  test.for(both)('are never empty, never a slip, in %s', ([, said]) => {
    const wrong = said.filter(
      ([, sentence]) =>
        typeof sentence !== 'string' || sentence.trim() === '' || /undefined|NaN|\[object/.test(sentence),
    );
    expect(wrong).toEqual([]);
  });

  test('have a Welsh form for each number', () => {
    expect(NUMBERS.map((n) => hallCy.host.tasks.proposals(n))).toEqual([
      'Dim cynigion',
      '1 cynnig',
      '2 gynnig',
      '3 chynnig',
      '6 chynnig',
      '8 cynnig',
    ]);
    expect(NUMBERS.map((n) => hallEn.host.tasks.proposals(n))).toEqual([
      '0 proposals',
      '1 proposal',
      '2 proposals',
      '3 proposals',
      '6 proposals',
      '8 proposals',
    ]);
  });
});

describe('the words of the host', () => {
  const english = new Map(sentences(hallEn.host));

  test('are in Welsh where they should be: only what is a number or a code is the same', () => {
    const same = sentences(hallCy.host).filter(
      ([path, sentence]) => english.get(path) === sentence && /[a-z]{2}/i.test(String(sentence)),
    );
    // The one word that is the same in both.
    expect(same.map(([path]) => path)).toEqual(['.proposal.cost']);
  });

  test.for([
    ['English', hallEn.host],
    ['Welsh', hallCy.host],
  ] as const)('use the printer’s apostrophe, in %s', ([, words]) => {
    expect(sentences(words).filter(([, sentence]) => String(sentence).includes("'"))).toEqual([]);
  });

  test('say the length of a meeting as people do', () => {
    expect([0, 45, 60, 115].map((minutes) => hallEn.host.show.length(minutes))).toEqual([
      '0 min',
      '45 min',
      '1 h',
      '1 h 55 min',
    ]);
    expect([45, 120, 115].map((minutes) => hallCy.host.show.length(minutes))).toEqual([
      '45 mun',
      '2 awr',
      '1 awr 55 mun',
    ]);
  });
});
