import type { AllocationNow } from '@cyfran/shared/activities/allocation/view.ts';
import { decidingRound, firstRound, practiceRound } from '@cyfran/shared/activities/templates.ts';
import { phoneEn } from '@cyfran/shared/i18n/phone.en.ts';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { memoryKeep } from '../../live/keep.ts';
import { Phone } from '../../live/phone.svelte.ts';
import { passingCorner } from '../../live/places.ts';
import { TestLine } from '../../live/test-line.ts';
import { testNow, testOutcome, testRound } from '../../live/test-round.ts';
import type { PhoneMoment } from '../participant-props.ts';
import { allocationParticipant } from './participant.ts';

/** A phone in a round, with so many tokens put on the bus and not sent. */
function inRound(changes: Partial<AllocationNow>, tokens: number) {
  const now = testRound(changes);
  const { connect } = new TestLine();
  const corner = passingCorner();
  const phone = new Phone({ meeting: { code: 'BCDFGH' }, keep: memoryKeep(), corner, door: 'phone', connect });
  if (tokens > 0) phone.draftOf('a1', now.round, now).set('bus', tokens);
  const moment: PhoneMoment = { place: 'a1 voting', state: 'open', activity: 'a1', now, outcome: null };
  return { phone, moment };
}

describe('the page of a round', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

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

  test('[L11] where each change sends itself, is not taken from someone who pressed a moment ago', () => {
    vi.useFakeTimers();
    const props = inRound({ sending: 'each-change' }, 1);
    const { phone } = props;
    phone.flush();
    const draft = phone.draftOf('a1', 'a1.1');
    draft.answered({ ...draft.command() }, { ok: true, version: 5 }, 1);
    expect([draft.unsent, allocationParticipant.holds(props)]).toEqual([false, true]);
    vi.advanceTimersByTime(15_000);
    expect(allocationParticipant.holds(props)).toBe(false);
  });

  test('that was held says what happened meanwhile', () => {
    const told = (changes: Partial<AllocationNow>) => allocationParticipant.moved(phoneEn, testRound(changes));
    const { movedOpen, movedClosed, movedShown, movedAgain } = phoneEn.common;
    const again = { what: 'restarted', reason: { en: 'A proposal was missing' } } as const;
    expect([
      told({}),
      told({ notice: again }),
      told({ stage: 'entering' }),
      told({ stage: 'closed' }),
      told({ stage: 'closed', revealed: 1 }),
      told({ stage: 'closed', shown: true }),
    ]).toEqual([movedOpen, movedAgain, movedClosed, movedClosed, movedShown, movedShown]);
  });
});

test('results that are shown one by one are one page, which grows', () => {
  const now = testNow(testRound({ stage: 'closed' }));
  const outcome = testOutcome({ complete: false });
  const places = [null, outcome, { ...outcome, complete: true }].map((seen) =>
    allocationParticipant.place({ now, outcome: seen }),
  );
  expect(places).toEqual(['a1.1 closed', 'a1.1 shown', 'a1.1 shown']);
});

test('each kind of round has a line of its own in what happens', () => {
  const plans = [practiceRound(), firstRound(), decidingRound(), decidingRound({ leftOf: 'a3' })];
  const { practice, first, vote, left } = phoneEn.wait;
  expect(plans.map((plan) => allocationParticipant.line(phoneEn, plan))).toEqual([practice, first(10), vote(10), left]);
});
