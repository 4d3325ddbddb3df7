import { practiceRound } from '@cyfran/shared/activities/templates.ts';
import { agendaOf } from '@cyfran/shared/session/set-up.ts';
import type { View } from '@cyfran/shared/session/view.ts';
import { describe, expect, test } from 'vitest';
import { stillStands, undoOf } from './undo-offer.ts';

const agenda = agendaOf([practiceRound(), { kind: 'break', minutes: 10 }]);
const meeting = { agenda } as unknown as NonNullable<View['meeting']>;
const nowWith = (ruling: number, stage: 'open' | 'last-call' = 'open') =>
  ({ ruling, activity: { kind: 'allocation', stage } }) as unknown as NonNullable<View['now']>;
const round = { activity: 'a1', round: 'a1.1' } as const;

describe('what can be taken back', () => {
  test('a change of the run of show, by the list that stood before', () => {
    const items = agenda.map((item) => ({ ...item, skipped: true }));
    expect(undoOf({ type: 'SetAgenda', items }, { meeting, now: nowWith(3) })).toEqual({
      what: 'agenda',
      command: { type: 'SetAgenda', items: agenda },
    });
  });

  test('a start, and a last call that was just announced', () => {
    expect(undoOf({ type: 'StartActivity', activity: 'a1' }, {})).toEqual({
      what: 'start',
      command: { type: 'TakeBackStart', activity: 'a1' },
    });
    expect(undoOf({ type: 'LastCall', ...round, seconds: 60 }, { now: nowWith(3) })).toEqual({
      what: 'lastCall',
      command: { type: 'WithdrawLastCall', ...round },
    });
  });

  test('never a close, never showing, and not the time that was added to a last call', () => {
    expect(undoOf({ type: 'CloseNow', ...round }, { meeting, now: nowWith(3) })).toBeNull();
    expect(undoOf({ type: 'ShowNext', ...round }, { meeting, now: nowWith(3) })).toBeNull();
    expect(undoOf({ type: 'Show', ...round }, { meeting, now: nowWith(3) })).toBeNull();
    expect(undoOf({ type: 'LastCall', ...round, seconds: 90 }, { now: nowWith(3, 'last-call') })).toBeNull();
  });
});

describe('an offer to take something back', () => {
  const start = { what: 'start', command: { type: 'TakeBackStart', activity: 'a1' } } as const;
  const skip = { what: 'agenda', command: { type: 'SetAgenda', items: agenda } } as const;

  test('stands until somebody rules again, and not before the screen shows what it takes back', () => {
    expect(stillStands(skip, 8, { now: nowWith(8) })).toBe(true);
    expect(stillStands(skip, 8, { now: nowWith(9) })).toBe(false);
    expect(stillStands(skip, 8, { now: nowWith(7) })).toBe(false);
  });

  test('ends for a start as soon as somebody has sent', () => {
    expect(stillStands(start, 8, { now: nowWith(8), undo: { start: 'a1' } })).toBe(true);
    expect(stillStands(start, 8, { now: nowWith(8), undo: { start: null } })).toBe(false);
  });
});
