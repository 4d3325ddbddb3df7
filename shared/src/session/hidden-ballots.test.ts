import fc from 'fast-check';
import { expect, test } from 'vitest';
import { deciding, newMeeting } from '../testing/meetings.ts';
import { attempt, votersEvening, type Operation } from '../testing/random-meeting.ts';
import { RecordedSession, type Answered } from '../testing/recorded-session.ts';
import { phoneOf, SCREENS, seen } from '../testing/views.ts';
import type { ReadonlySession } from './session.ts';

const EVENING = newMeeting({ agenda: [deciding(), { kind: 'break' }, deciding(), deciding()] });

test('[T3] two meetings that differ in hidden ballots alone look the same on every screen until they are shown', () => {
  fc.assert(
    fc.property(votersEvening, (operations) => {
      for (const [one, other] of together(operations)) {
        if (!isShown(one)) expect(screensOf(one)).toEqual(screensOf(other));
      }
    }),
    { numRuns: 150 },
  );
});

test('[T3] and these meetings do differ, while it is hidden and once it is shown', () => {
  const differing = { hidden: 0, shown: 0 };
  for (const operations of fc.sample(votersEvening, { numRuns: 300, seed: 2026 })) {
    for (const [one, other] of together(operations)) {
      if (totalsOf(one) === totalsOf(other)) continue;
      differing[isShown(one) ? 'shown' : 'hidden'] += 1;
      if (isShown(one)) expect(screensOf(one)).not.toEqual(screensOf(other));
    }
  }
  expect(Math.min(differing.hidden, differing.shown)).toBeGreaterThan(50);
});

test('[T3] nor does any answer tell them apart before that', () => {
  fc.assert(
    fc.property(votersEvening, (operations) => {
      for (const [, , answered, otherwise] of together(operations)) expect(noIn(answered)).toEqual(noIn(otherwise));
    }),
    { numRuns: 50 },
  );
});

/** The same evening twice, step by step: in the second everyone casts their other ballot. */
function* together(
  operations: readonly Operation[],
): Generator<[ReadonlySession, ReadonlySession, Answered | null, Answered | null]> {
  const [one, other] = [new RecordedSession(), new RecordedSession()];
  for (const meeting of [one, other]) meeting.create(EVENING);
  const [sent, sentOther]: [Answered[], Answered[]] = [[], []];
  for (const operation of operations) {
    const answered = attempt(one, operation, sent);
    const otherwise = attempt(other, operation, sentOther, 'other');
    if (answered !== null) sent.push(answered);
    if (otherwise !== null) sentOther.push(otherwise);
    yield [one.session, other.session, answered, otherwise];
  }
}

/** Byte for byte what leaves: the newcomer's, the room's, the facilitator's and the hall's, and a phone that has not voted. */
function screensOf(session: ReadonlySession): string[] {
  return [...Object.values(SCREENS), phoneOf('nobody')].map((viewer) => JSON.stringify(seen(session, viewer)));
}

function isShown(session: ReadonlySession): boolean {
  const state = session.activities.get(session.current ?? '');
  return state?.kind === 'allocation' && state.round?.shown === true;
}

function totalsOf(session: ReadonlySession): string {
  const state = session.activities.get(session.current ?? '');
  return state?.kind === 'allocation' ? JSON.stringify([...(state.round?.tally ?? [])]) : '';
}

function noIn(answered: Answered | null): unknown {
  return answered !== null && 'refused' in answered.decision ? answered.decision : null;
}
