import { decidingRound } from '@cyfran/shared/activities/templates.ts';
import { agendaOf } from '@cyfran/shared/session/set-up.ts';
import type { View } from '@cyfran/shared/session/view.ts';
import { expect, test } from 'vitest';
import { partEnds, timesOf } from './agenda-times.ts';

const agenda = agendaOf([
  { kind: 'talk', minutes: 20 },
  { kind: 'break', minutes: 10 },
  decidingRound({ minutes: 15 }),
]);
const at = (time: string) => Date.parse(`2026-11-23T${time}:00Z`);
const booked = { openedAt: '2026-11-23T18:30:00Z', bookedMinutes: 90 };

test('what has not begun and is not skipped is still to come', () => {
  const skipped = agenda.map((item) => ({ ...item, skipped: item.activity === 'a2' }));
  expect(timesOf({ agenda, started: ['a1'] }, booked, null, at('19:00')).toCome).toBe(25);
  expect(timesOf({ agenda: skipped, started: ['a1'] }, booked, null, at('19:00')).toCome).toBe(15);
});

test('the part that is on now comes first; one that is over its time takes no more', () => {
  const show = { agenda, started: ['a1'] };
  expect(timesOf(show, booked, at('19:10'), at('19:00')).endsAt).toBe(at('19:35'));
  expect(timesOf(show, booked, at('18:50'), at('19:00')).endsAt).toBe(at('19:25'));
});

test('the booking counts from when joining opened, and the minutes beyond it are whole', () => {
  const show = { agenda, started: ['a1'] };
  expect(timesOf(show, booked, null, at('19:30'))).toMatchObject({ bookedUntil: at('20:00'), overMinutes: 0 });
  expect(timesOf(show, booked, null, at('19:35') + 1)).toMatchObject({ overMinutes: 1 });
  expect(timesOf(show, { ...booked, bookedMinutes: null }, null, at('23:00'))).toMatchObject({
    bookedUntil: null,
    overMinutes: 0,
  });
});

test('a talk ends by its clock, a round by its planned minutes, and a closed round takes no more', () => {
  const view = (current: string, activity: object) =>
    ({ meeting: { agenda }, now: { current, activity } }) as unknown as Pick<View, 'meeting' | 'now'>;
  expect(partEnds(view('a1', { kind: 'talk', endsAt: at('19:20') }), at('19:00'))).toBe(at('19:20'));
  expect(partEnds(view('a1', { kind: 'talk', endsAt: null }), at('19:00'))).toBeNull();
  expect(partEnds(view('a3', { kind: 'allocation', stage: 'open' }), at('19:00'))).toBe(at('19:15'));
  expect(partEnds(view('a3', { kind: 'allocation', stage: 'closed' }), at('19:00'))).toBeNull();
  expect(partEnds({}, at('19:00'))).toBeNull();
});
