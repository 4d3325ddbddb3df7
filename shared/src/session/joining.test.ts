import { describe, expect, test } from 'vitest';
import {
  castBallot,
  comeIn,
  endMeeting,
  joins,
  letIn,
  openJoining,
  seatOf,
  startActivity,
  turnAway,
} from '../testing/asked.ts';
import { given } from '../testing/given.ts';
import { joined, setUp } from '../testing/meetings.ts';
import { recordCards } from '../testing/planned.ts';
import { accepted } from '../testing/recorded-session.ts';
import { newcomersPhone, SCREENS, seen } from '../testing/views.ts';
import type { Pass } from '../words/roles.ts';
import type { Admission } from './set-up.ts';

const joinedAs = (name: string, test_ = false) => [
  test_
    ? { type: 'seat.joined' as const, seat: seatOf(name), test: true as const }
    : { type: 'seat.joined' as const, seat: seatOf(name) },
];
const doorOf = (admission: Admission) => given(setUp({ admission }), openJoining());

describe('coming in', () => {
  test('[S14] by the code is free where the door is open', () => {
    doorOf('open').when(joins('ann')).then(joinedAs('ann'));
  });

  test('[S14] by the code means to wait where a greeter lets people in', () => {
    const door = doorOf('let-in');
    door.when(joins('ann')).then([{ type: 'seat.knocked', seat: seatOf('ann') }]);
    expect([door.session.seats.size, door.session.waiting.get(seatOf('ann'))]).toEqual([0, 1]);
    door.when(joins('ann')).nothingHappens();
    door.when({ ...joins('ann'), cmd: 'join:again' }).refuses('already-begun');
  });

  test('[S14] numbers those who wait in the order they came, and uses no number twice', () => {
    const door = doorOf('let-in');
    for (const asked of [joins('ann'), joins('bob'), letIn('ann'), joins('cat')])
      accepted(door.when(asked).answered.decision);
    expect([...door.session.waiting.values()]).toEqual([2, 3]);
    expect(seen(door.session, newcomersPhone('cat')).door).toEqual({ number: 3 });
  });

  test('[S14] is by a greeter, one or many at once, and only for those who wait', () => {
    const door = given(setUp({ admission: 'let-in' }), openJoining(), [joins('ann'), joins('bob'), joins('cat')]);
    door.when(letIn('ann', 'zoe', 'cat', 'ann')).then([...joinedAs('ann'), ...joinedAs('cat')]);
    expect([...door.session.waiting.keys()]).toEqual([seatOf('bob')]);
    door.when(letIn('ann')).refuses('nobody-waiting');
    door.when(letIn('zoe')).refuses('nobody-waiting');
    accepted(door.when(startActivity('a1')).answered.decision);
    door.when(castBallot('bob', {})).refuses('not-allowed');
    door.when(castBallot('ann', {})).records({ type: 'ballot.cast' });
  });

  test('[S14] can be refused to one person, who hears so and can ask again', () => {
    const door = given(setUp({ admission: 'let-in' }), openJoining(), joins('ann'), joins('bob'));
    const { version, ruling } = door.session;
    expect(door.when(turnAway('ann')).answered.decision).toMatchObject({
      guards: [
        ['ruling', ruling.version],
        [`seat:${seatOf('ann')}`, version],
      ],
      events: [{ type: 'seat.turned-away', seat: seatOf('ann') }],
    });
    expect(seen(door.session, newcomersPhone('ann')).door).toEqual({ number: null });
    expect([...door.session.waiting.keys()]).toEqual([seatOf('bob')]);
    door.when(turnAway('ann')).refuses('nobody-waiting');
    door.when(letIn('ann')).refuses('nobody-waiting');
    accepted(door.when({ ...joins('ann'), cmd: 'join:again' }).answered.decision);
    expect(seen(door.session, newcomersPhone('ann')).door).toEqual({ number: 3 });
    door.when(letIn('ann')).then(joinedAs('ann'));
    door.when(turnAway('ann')).refuses('nobody-waiting');
  });

  test('[S14] is once, also where two greeters let in the same person at the same moment', () => {
    const door = given(setUp({ admission: 'let-in' }), openJoining(), joins('ann'), joins('bob'));
    const { version, ruling } = door.session;
    expect(door.when(letIn('ann', 'bob')).answered.decision).toMatchObject({
      guards: [
        ['ruling', ruling.version],
        [`seat:${seatOf('ann')}`, version],
        [`seat:${seatOf('bob')}`, version],
      ],
    });
  });

  test('[S14] needs the meeting to be open', () => {
    given(setUp({ admission: 'let-in' }))
      .when(joins('ann'))
      .refuses('joining-closed');
    given(setUp({ admission: 'let-in' }))
      .when(letIn('ann'))
      .refuses('joining-closed');
    given(joined([], { admission: 'let-in' }), joins('ann'), endMeeting())
      .when(letIn('ann'))
      .refuses('session-ended');
  });

  test('[S14] on a tablet that somebody looks after needs no greeter', () => {
    doorOf('let-in').when(joins('ann', 'tablet')).then(joinedAs('ann'));
    doorOf('open').when(joins('ann', 'tablet')).then(joinedAs('ann'));
  });

  test('[S15] with a card is free at every door', () => {
    for (const admission of ['open', 'let-in', 'cards'] as const)
      doorOf(admission).when(joins('ann', 'card')).then(joinedAs('ann'));
  });

  test.for<Pass>(['code', 'tablet'])('[S15] by %s is refused where everybody needs a card', (pass) => {
    doorOf('cards').when(joins('ann', pass)).refuses('card-needed');
  });

  test('[S15] with a test card is marked as such for good, and is nobody in the record', () => {
    for (const admission of ['open', 'let-in', 'cards'] as const) {
      const door = doorOf(admission);
      door.when(joins('tim', 'test-card')).then(joinedAs('tim', true));
      expect([...door.session.testSeats]).toEqual([seatOf('tim')]);
      accepted(door.when(joins('ann', 'card')).answered.decision);
      expect(door.session.testSeats.has(seatOf('ann'))).toBe(false);
      expect(seen(door.session, SCREENS.public).record?.joined).toBe(1);
    }
  });

  test('[S15] the record knows cards by how many there are, and no code', () => {
    const { session, meeting } = given(
      setUp({ admission: 'cards' }),
      [recordCards('issued', 1, 2, 3), recordCards('test', 4), recordCards('replaced', 2), recordCards('voided', 3, 1)],
      openJoining(),
      comeIn(['ann'], 'cards'),
    );
    expect(session.cards).toEqual({ issued: 3, test: 1, replaced: 1, voided: 2 });
    expect(seen(session, SCREENS.public).record?.cards).toEqual(session.cards);
    expect(meeting.entries[1]?.events).toEqual([{ type: 'cards.recorded', what: 'issued', numbers: [1, 2, 3] }]);
  });

  test('[S4] [S15] with the same card twice is one seat', () => {
    const door = doorOf('cards');
    door.when(joins('ann', 'card')).then(joinedAs('ann'));
    door.when(joins('ann', 'card')).nothingHappens();
    expect(door.session.seats.size).toBe(1);
  });
});
