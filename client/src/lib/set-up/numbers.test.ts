import { hostEn } from '@cyfran/shared/i18n/host.en.ts';
import { describe, expect, test } from 'vitest';
import { backsAtLeast, peopleTyped, weighExample, workedExample } from './numbers.ts';
import { shortNumber, tokensSentence } from './sentences.ts';
import { fullSetUp } from './testing.ts';
import { minorOf, typedMoney } from './typed-money.ts';

describe('what tokens mean with the proposals of a meeting', () => {
  test('whoever uses all of them backs at least so many', () => {
    expect(backsAtLeast(10, 4, 12)).toBe(3);
    expect(backsAtLeast(10, 5, 12)).toBe(2);
    expect(backsAtLeast(10, 4, 2)).toBeNull();
  });

  test('is said in a sentence, and not at all where no number stands', () => {
    expect(tokensSentence(hostEn, { tokens: '10', cap: '4' }, 12)).toBe(
      'With 12 proposals, everyone who uses all their tokens backs at least 3.',
    );
    expect(tokensSentence(hostEn, { tokens: '10', cap: '4' }, 2)).toBe(
      'With 2 proposals, nobody can use more than 8 of them.',
    );
    expect(tokensSentence(hostEn, { tokens: 'x', cap: '4' }, 12)).toBeNull();
    expect(tokensSentence(hostEn, { tokens: '10', cap: '4' }, 0)).toBeNull();
  });
});

describe('what a voice means with so many people', () => {
  test('60 citizens and 12 professionals under equal groups: a professional counts 3 times, and both weigh half', () => {
    const example = weighExample('equal-groups', 60, 12)!;
    expect(example.professionals).toEqual({ each: 3, share: 50, needed: 3 });
    expect(example.citizens).toEqual({ each: 0.6, share: 50, needed: 12 });
  });

  test('the floor lifts citizens where they are fewer, and nobody else', () => {
    expect(weighExample('citizen-floor', 60, 12)!.professionals.each).toBe(1);
    expect(weighExample('citizen-floor', 12, 60)!.citizens).toEqual({ each: 3, share: 50, needed: 3 });
  });

  test('a group that is too small is not weighed', () => {
    expect(weighExample('equal-groups', 60, 4)).toBeNull();
  });

  test('a fifth of a group is rounded up', () => {
    expect(weighExample('one-person-one-ballot', 61, 5)!.citizens.needed).toBe(13);
    expect(weighExample('one-person-one-ballot', 61, 5)!.professionals.needed).toBe(1);
  });

  test('numbers of people are whole', () => {
    expect([peopleTyped(' 60 '), peopleTyped('0'), peopleTyped('1.5'), peopleTyped(''), peopleTyped('-3')]).toEqual([
      60,
      0,
      null,
      null,
      null,
    ]);
    expect(shortNumber('en', 2 / 3)).toBe('0.67');
  });
});

describe('the worked example', () => {
  test('takes the meeting’s own proposals and costs, and shows one that is passed over', () => {
    const lines = workedExample(fullSetUp());
    expect(lines.map(({ proposal, funded, leftMinor }) => [proposal.proposal, funded, leftMinor])).toEqual([
      ['p1', true, 400_000],
      ['p2', false, 400_000],
      ['p3', true, 100_000],
    ]);
  });

  test('is none without money, or without two proposals that cost something', () => {
    expect(workedExample(fullSetUp({ potMinor: 0 }))).toEqual([]);
    expect(workedExample(fullSetUp({ proposals: fullSetUp().proposals.slice(0, 1) }))).toEqual([]);
  });

  test('of two hundred proposals shows five', () => {
    const proposals = Array.from({ length: 200 }, (_, index) => ({
      proposal: `p${String(index)}`,
      costMinor: 1000 + index,
      name: { en: String(index) },
    }));
    expect(workedExample({ proposals, potMinor: 2500 })).toHaveLength(5);
  });
});

describe('money in a field', () => {
  test.for([
    [0, ''],
    [5, '0.05'],
    [1_250_000, '12,500'],
    [1_250_050, '12,500.50'],
    [1_000_000_000_000, '10,000,000,000'],
  ] as const)('%s is typed and read as the same', ([minor, typed]) => {
    expect(typedMoney(minor, 'GBP')).toBe(typed);
    expect(minorOf(typed, 'GBP')).toBe(minor);
  });

  test('a currency without small change has none', () => {
    expect(typedMoney(12_500, 'JPY')).toBe('12,500');
  });
});
