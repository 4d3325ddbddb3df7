import type { AllocationNow } from '@cyfran/shared/activities/allocation/view.ts';
import { phoneEn } from '@cyfran/shared/i18n/phone.en.ts';
import { describe, expect, test } from 'vitest';
import { memoryKeep } from '../../live/keep.ts';
import { Phone } from '../../live/phone.svelte.ts';
import { TestLine } from '../../live/test-line.ts';
import type { PhoneMoment } from '../participant-props.ts';
import { allocationParticipant } from './participant.ts';

const ROUND: AllocationNow = {
  kind: 'allocation',
  round: 'a1.1',
  stage: 'open',
  shown: false,
  practice: false,
  reveal: 'on-show',
  tokens: 10,
  cap: 4,
  potMinor: 80_000,
  proposals: ['bus', 'park'],
  closesAt: null,
};

/** A phone in a round, with so many tokens put on the bus and not sent. */
function inRound(changes: Partial<AllocationNow>, tokens: number) {
  const now = { ...ROUND, ...changes };
  const phone = new Phone('BCDFGH', memoryKeep(), new TestLine().connect);
  if (tokens > 0) phone.draftOf('a1', now.round, now).set('bus', tokens);
  const moment: PhoneMoment = { place: 'a1 voting', state: 'open', activity: 'a1', now, outcome: null };
  return { phone, moment };
}

describe('the page of a round', () => {
  test('[L11] is not taken from someone who has begun to choose', () => {
    expect(allocationParticipant.holds(inRound({}, 1))).toBe(true);
  });

  test('[L11] moves on by itself from a ballot that nobody has touched', () => {
    expect(allocationParticipant.holds(inRound({}, 0))).toBe(false);
  });

  test('[L11] moves on by itself from practice, whatever was chosen: it counts for nothing', () => {
    expect(allocationParticipant.holds(inRound({ practice: true }, 3))).toBe(false);
    expect(allocationParticipant.holds(inRound({ practice: true, stage: 'closed' }, 3))).toBe(false);
  });

  test('that was held says what happened meanwhile', () => {
    const told = (changes: Partial<AllocationNow>) => allocationParticipant.moved(phoneEn, { ...ROUND, ...changes });
    const { movedOpen, movedClosed, movedShown } = phoneEn.common;
    expect([told({}), told({ stage: 'closed' }), told({ stage: 'closed', shown: true })]).toEqual([
      movedOpen,
      movedClosed,
      movedShown,
    ]);
  });
});
