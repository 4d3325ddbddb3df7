import { expect, test } from 'vitest';
import { castBallot, endMeeting, joins, openJoining, reopen, seatOf, startActivity } from '../testing/asked.ts';
import { given } from '../testing/given.ts';
import { closed, setUp, shown } from '../testing/meetings.ts';
import { Event } from './events.ts';
import { keysMovedBy } from './keys.ts';

const evening = given(
  setUp(),
  openJoining(),
  joins('ann'),
  startActivity('a1'),
  castBallot('ann', { bus: 1 }),
  closed,
  reopen(),
  shown,
  endMeeting(),
).meeting.entries.flatMap(({ events }) => events);

test('[J4] what changes what others may do moves the ruling; joining moves its own seat; votes and counts move nothing', () => {
  const moved = Object.fromEntries(evening.map((event) => [event.type, keysMovedBy(event)]));
  const {
    'seat.joined': joining,
    'ballot.cast': ballot,
    'credentials.issued': issued,
    'round.counted': count,
    ...rulings
  } = moved;
  expect(joining).toEqual([`seat:${seatOf('ann')}`]);
  expect([ballot, issued, count]).toEqual([[], [], []]);
  for (const [type, keys] of Object.entries(rulings)) expect([type, keys]).toEqual([type, ['ruling']]);
  expect(Object.keys(rulings)).toHaveLength(13);
});

test('[S8] what is recorded is what a journal takes back', () => {
  for (const event of evening) expect(Event.parse(JSON.parse(JSON.stringify(event)))).toEqual(event);
});
