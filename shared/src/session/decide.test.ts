import { describe, expect, test } from 'vitest';
import {
  castBallot,
  clockCloses,
  closeNow,
  counts,
  endMeeting,
  firstDuty,
  joins,
  lastCall,
  openJoining,
  reopen,
  seatOf,
  show,
  startActivity,
} from '../testing/asked.ts';
import { given } from '../testing/given.ts';
import { closed, deciding, joined, roundOpen, setUp, shown } from '../testing/meetings.ts';
import type { Asked } from '../testing/recorded-session.ts';

describe('joining', () => {
  test('[S3] is possible exactly while the meeting is open', () => {
    given(setUp()).when(joins('ann')).refuses('joining-closed');
    given(setUp(), openJoining())
      .when(joins('ann'))
      .then([{ type: 'seat.joined', seat: seatOf('ann') }]);
    given(joined([]), endMeeting()).when(joins('ann')).refuses('session-ended');
  });

  test('[S3] stays open while a round is on, and between rounds', () => {
    given(roundOpen()).when(joins('zoe')).records({ type: 'seat.joined' });
    given(roundOpen(), shown, startActivity('a2')).when(joins('zoe')).records({ type: 'seat.joined' });
  });

  test('[S4] asked again, whatever was lost on the way, gives the same seat', () => {
    given(joined(['ann']))
      .when(joins('ann'))
      .nothingHappens();
    const again = { ...joins('ann'), cmd: `join:${seatOf('ann')}:again` };
    given(joined(['ann']))
      .when(again)
      .nothingHappens();
  });

  test('[S4] leaves everyone else where they are: nobody has to decide again because somebody came', () => {
    const { session } = given(joined(['ann'])).when(joins('bob')).meeting;
    expect(session.ruling).toMatchObject({ what: 'session.opened', version: 2 });
    expect([...session.seats]).toEqual([seatOf('ann'), seatOf('bob')]);
  });
});

describe('the meeting', () => {
  test('[S3] goes from draft to open once', () => {
    given(setUp())
      .when(openJoining())
      .then([{ type: 'session.opened' }]);
    given(joined([])).when(openJoining()).refuses('already-begun');
  });

  test('[S3] has to open before it can begin or end', () => {
    given(setUp()).when(startActivity('a1')).refuses('joining-closed');
    given(setUp()).when(endMeeting()).refuses('joining-closed');
  });

  test('[S5] has one activity on at a time, and begins each at most once', () => {
    const atBreak = given(roundOpen(), shown, startActivity('a2'));
    expect(atBreak.session.current).toBe('a2');
    atBreak.when(startActivity('a1')).refuses('already-begun');
    atBreak.when(startActivity('a2')).refuses('already-begun');
  });

  test('[S5] begins only what is on its agenda', () => {
    given(joined(['ann']))
      .when(startActivity('a9'))
      .refuses('unknown-activity');
    given(roundOpen())
      .when(castBallot('ann', {}, { activity: 'a9', round: 'a9.1' }))
      .refuses('unknown-activity');
    given(roundOpen())
      .when(lastCall(60, { activity: 'a9' }))
      .refuses('unknown-activity');
    expect(given(joined(['ann'])).when(startActivity('a1')).answered.decision).toMatchObject({
      events: [{ type: 'activity.started', activity: 'a1', kind: 'allocation' }, {}, {}, {}],
    });
  });

  test('[S5] has breaks, in which there is nothing to do and nothing to wait for', () => {
    const atBreak = given(joined(['ann'], { agenda: [{ kind: 'break' }, deciding()] }), startActivity('a1'));
    atBreak.when(castBallot('ann', {})).refuses('not-allowed');
    atBreak.when(closeNow()).refuses('not-allowed');
    atBreak.when(startActivity('a2')).records({ type: 'round.opened', round: 'a2.1' });
  });

  test('[S6] moves on only when no round is open, also not under last call', () => {
    given(roundOpen()).when(startActivity('a2')).refuses('round-open');
    given(roundOpen(), lastCall()).when(startActivity('a2')).refuses('round-open');
    given(roundOpen(), closed, reopen()).when(startActivity('a2')).refuses('round-open');
    given(roundOpen(), closed)
      .when(startActivity('a2'))
      .then([{ type: 'activity.started', activity: 'a2', kind: 'break' }]);
  });

  test('[S6] does not go back to a round that it has left: its screens are gone', () => {
    const left = { activity: 'a1', round: 'a1.1' };
    for (const next of ['a2', 'a3']) {
      const movedOn = given(roundOpen(), closed, counts(), startActivity(next));
      movedOn.when(reopen(undefined, left)).refuses('unknown-round');
      movedOn.when(show(left)).refuses('unknown-round');
      movedOn.when(castBallot('ann', {}, left)).refuses('closed');
    }
  });

  test('[S7] ends only when no round is open', () => {
    given(roundOpen()).when(endMeeting()).refuses('round-open');
    given(roundOpen(), lastCall()).when(endMeeting()).refuses('round-open');
    given(roundOpen(), shown)
      .when(endMeeting())
      .then([{ type: 'session.closed' }]);
    given(joined([]))
      .when(endMeeting())
      .then([{ type: 'session.closed' }]);
  });

  test.for<[string, Asked]>([
    ['join', joins('zoe')],
    ['open joining', openJoining()],
    ['go on', startActivity('a3')],
    ['end', endMeeting()],
    ['vote', castBallot('ann', { bus: 1 })],
    ['call last', lastCall()],
    ['close', closeNow()],
    ['close by the clock', clockCloses()],
    ['reopen', reopen()],
    ['show', show()],
  ])('[S7] after the end nobody can %s', ([, asked]) => {
    given(roundOpen(), closed, endMeeting()).when(asked).refuses('session-ended');
  });

  test('[S7] after the end the count that is owed is still recorded', () => {
    const ended = given(roundOpen(), castBallot('ann', { bus: 2 }), closed, endMeeting());
    ended.when(firstDuty).records({ type: 'round.counted', ballots: 1 });
    ended.when(counts()).nothingHappens();
  });
});

describe('a ruling', () => {
  const old: readonly [string, Asked][] = [
    ['open joining', openJoining({ seen: 1 })],
    ['go on', startActivity('a2', { seen: 1 })],
    ['end', endMeeting({ seen: 1 })],
    ['call last', lastCall(60, { seen: 1 })],
    ['close', closeNow({ seen: 1 })],
    ['reopen', reopen(undefined, { seen: 1 })],
    ['show', show({ seen: 1 })],
  ];

  test.for(old)('[S11] to %s is refused when the meeting has moved on, and says who moved it', ([, asked]) => {
    const onScreenOpen = given(roundOpen());
    onScreenOpen.when(asked).refuses('moved-on', { by: 'facilitator', what: 'round.opened' });
  });

  test('[S11] pressed twice skips nothing', () => {
    const evening = given(joined(['ann'], { agenda: [{ kind: 'break' }, { kind: 'break' }] }));
    const seen = evening.session.ruling.version;
    evening.when(startActivity('a1', { seen })).records({ type: 'activity.started', activity: 'a1' });
    evening.when(startActivity('a2', { seen })).refuses('moved-on', { by: 'facilitator', what: 'activity.started' });
    expect(evening.session.current).toBe('a1');
  });

  test('[S11] says that it was the clock, where it was', () => {
    const calling = given(roundOpen(), lastCall(60));
    const seen = calling.session.ruling.version;
    calling.meeting.now += 60_000;
    calling.when(clockCloses()).records({ type: 'round.closed' });
    calling.when(lastCall(60, { seen })).refuses('moved-on', { by: 'clock', what: 'round.closed' });
  });

  test('[S11] from a screen that is ahead of the server is refused as well', () => {
    given(roundOpen())
      .when(lastCall(60, { seen: 999 }))
      .refuses('moved-on');
  });

  test('[S11] is not in the way of those who only join or vote', () => {
    const voting = given(roundOpen());
    const seen = voting.session.ruling.version;
    voting.when(joins('zoe')).records({ type: 'seat.joined' });
    voting.when(castBallot('zoe', { bus: 1 })).records({ type: 'ballot.cast' });
    voting.when(lastCall(60, { seen })).records({ type: 'round.last-call' });
  });

  test('[S11] relies on nothing but the ruling, so that a thousand ballots never hold each other up', () => {
    const voting = given(roundOpen());
    const { version } = voting.session.ruling;
    for (const name of ['ann', 'bob', 'ann']) {
      const { decision } = voting.when(castBallot(name, { bus: 1 })).answered;
      expect(decision).toMatchObject({ guards: [['ruling', version]] });
    }
  });
});
