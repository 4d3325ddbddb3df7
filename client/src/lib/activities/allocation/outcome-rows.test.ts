import { phoneEn } from '@cyfran/shared/i18n/phone.en.ts';
import { expect, test } from 'vitest';
import { testOutcome } from '../../live/test-round.ts';
import { outcomeRows } from './outcome-rows.ts';

const proposals = ['bus', 'hall', 'park'].map((proposal, index) => ({
  proposal,
  number: index + 1,
  name: { en: proposal },
  costMinor: 600,
}));
const around = {
  proposals,
  mine: new Map([['hall', 2]]),
  money: (minor: number) => `£${minor}`,
  names: { citizens: { en: 'Residents' }, professionals: {} },
  locale: 'en',
} as const;
const rows = ['bus', 'hall', 'park'].map((proposal, index) => {
  const tokens = 9 - 3 * index;
  return { proposal, tokens, supporters: 1, weighed: tokens };
});

test('while results are shown one by one, nothing is said of the others', () => {
  const outcome = testOutcome({ complete: false, potMinor: 1_000, funded: ['bus'], rows: rows.slice(0, 1) });
  const read = outcomeRows(phoneEn.outcome, outcome, around);
  expect([read.funded.map(({ line }) => line.proposal), read.talk, read.others]).toEqual([['bus'], [], []]);
});

test('every proposal has an ending: funded, still to talk about, or what it lacked', () => {
  const outcome = testOutcome({
    potMinor: 1_500,
    funded: ['bus'],
    rows,
    decision: 'both-groups',
    stillToTalk: [['hall', 'citizens']],
  });
  const read = outcomeRows(phoneEn.outcome, outcome, around);
  expect(read.funded.map(({ line, tokens, why }) => [line.number, tokens, why])).toEqual([[1, 9, undefined]]);
  expect(read.talk.map(({ line, mine, why }) => [line.number, mine, why])).toEqual([
    [2, 2, 'Not backed yet: Residents.'],
  ]);
  expect(read.others.map(({ why }) => why)).toEqual(['It was £300 short when its turn came.']);
});
