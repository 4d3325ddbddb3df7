import { runEn } from '@cyfran/shared/i18n/run.en.ts';
import type { AllocationNow } from '@cyfran/shared/activities/allocation/view.ts';
import { expect, test } from 'vitest';
import { roundPhase } from './round-phase.ts';

const ready = { counted: true, canReopen: false, canCorrect: false };
const titleOf = (more: Partial<AllocationNow>, ended = false, counted = true) => {
  const round = {
    stage: 'closed',
    shown: false,
    practice: false,
    deciding: true,
    revealed: 0,
    notice: null,
    doors: ['phone'],
    ...more,
  } as unknown as AllocationNow;
  return roundPhase(runEn, round, { ...ready, counted }, { seen: false, ended, paper: 'none' }).title;
};

test('a round that is open is named for what it is', () => {
  expect(titleOf({ stage: 'open', practice: true, deciding: false })).toBe(runEn.practiceTitle);
  expect(titleOf({ stage: 'open', deciding: false })).toBe(runEn.firstTitle);
  expect(titleOf({ stage: 'open' })).toBe(runEn.votingTitle);
  expect(titleOf({ stage: 'open', leftOver: true })).toBe(runEn.leftTitle);
});

test('a round that closes goes through papers, the count, showing, to shown', () => {
  expect(titleOf({ stage: 'entering' })).toBe(runEn.enteringTitle);
  expect(titleOf({}, false, false)).toBe(runEn.countingTitle);
  expect(titleOf({})).toBe(runEn.closedTitle);
  expect(titleOf({ revealed: 1 })).toBe(runEn.showingTitle);
  expect(titleOf({ shown: true })).toBe(runEn.shownTitle);
});

test('a correction is named as one, also after the end; else the end is', () => {
  const notice = { what: 'correcting', reason: {} } as const;
  expect(titleOf({ stage: 'entering', shown: true, notice }, true)).toBe(runEn.correctingTitle);
  expect(titleOf({ shown: true, notice }, true)).toBe(runEn.correctedTitle);
  expect(titleOf({ shown: true }, true)).toBe(runEn.endedTitle);
});
