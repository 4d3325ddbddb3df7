import type { OutcomeSection } from '@cyfran/shared/activities/allocation/outcome.ts';
import type { Allocation } from '@cyfran/shared/ballots/ballot.ts';
import { phoneEn } from '@cyfran/shared/i18n/phone.en.ts';
import { expect, test } from 'vitest';
import { testOutcome } from '../../live/test-round.ts';
import { tokensDid } from './tokens-did.ts';

const COSTS = new Map([
  ['bus', 600],
  ['hall', 500],
  ['park', 400],
  ['pond', 900],
]);
const row = (proposal: string, tokens: number) => ({ proposal, tokens, supporters: 1, weighed: tokens });
const OUTCOME = testOutcome({
  potMinor: 1_000,
  spentMinor: 1_000,
  funded: ['bus', 'park'],
  rows: [row('bus', 9), row('hall', 8), row('park', 5), row('pond', 3)],
});

function did(alloc: Allocation | null, changes: Partial<OutcomeSection> = {}): string {
  const costOf = (proposal: string) => COSTS.get(proposal) ?? 0;
  const around = { costOf, money: (minor: number) => `£${minor}`, nameOf: (proposal: string) => proposal };
  return tokensDid(phoneEn.outcome, { ...OUTCOME, ...changes }, { alloc, has: 10, group: null }, around).join(' ');
}

test('tells what became of every token', () => {
  const alloc: Allocation = [
    ['bus', 4],
    ['hall', 3],
    ['park', 3],
  ];
  expect(did(alloc)).toBe(
    '7 of your 10 tokens went to 2 proposals that are funded. 3 went to one that was £100 short.',
  );
});

test('counts together what the money did not reach, and says what was kept', () => {
  const alloc: Allocation = [
    ['bus', 1],
    ['hall', 4],
    ['pond', 2],
  ];
  expect(did(alloc)).toBe(
    '1 of your 10 tokens went to 1 proposal that is funded. 6 went to 2 that the money did not reach. You kept 3.',
  );
});

test('tells somebody whose proposals are not funded that their tokens count all the same', () => {
  expect(did([['hall', 4]])).toBe(
    'None of your 10 tokens went to a proposal that is funded this time. 4 went to one that was £100 short. You kept 6. All of them are part of the count.',
  );
});

test('names what is still talked about, and what a lot decided', () => {
  const talk = did([['hall', 4]], { stillToTalk: [['hall', 'citizens']] });
  expect(talk).toContain('4 went to what is still to be talked about.');
  const rows = [row('bus', 5), row('hall', 5), row('park', 1)];
  expect(did([['hall', 4]], { rows, funded: ['bus', 'park'] })).toContain('4 went where a lot decided otherwise.');
});

test('does not call funded what a first round only shows', () => {
  expect(did([['bus', 10]], { deciding: false })).toBe('10 of your 10 tokens went to 1 proposal that would be funded.');
});

test('tells a blank ballot from none', () => {
  expect([did([]), did(null)]).toEqual([phoneEn.outcome.mineBlank, phoneEn.outcome.mineNothing]);
});

test('says what one’s equal share paid for, what it did not, and that a supporter’s share was too little', () => {
  const bought = (proposal: string, perToken: number) => ({ proposal, gaveAll: 0, gaveAllMinor: 0, perToken });
  const shares = {
    ...{ eachMinor: 100, stepMinor: 1, raises: 0, added: [] },
    bought: [bought('bus', 15_000), bought('park', 30_000)],
    unbought: [{ proposal: 'hall', haveMinor: 440 }],
  };
  const alloc: Allocation = [
    ['bus', 4],
    ['hall', 3],
    ['park', 3],
  ];
  expect(did(alloc, { rule: 'equal-shares', shares })).toBe(
    '7 of your 10 tokens went to 2 proposals that are funded. 3 went to one that was £500 short. ' +
      'Your share of the money was £100. £60 of it helped to pay for: bus. £40 of it helped to pay for: park.',
  );
});
