import { describe, expect, test } from 'vitest';
import {
  closeNow,
  correct,
  endMeeting,
  firstDuty,
  lastCall,
  reopen,
  startActivity,
  voidRound,
  withdrawLastCall,
} from '../testing/asked.ts';
import { given } from '../testing/given.ts';
import {
  closed,
  counted,
  joined,
  later,
  paperClosed,
  paperRoundOpen,
  paperShown,
  roundOpen,
  setUp,
} from '../testing/meetings.ts';
import { accepted, NOON, replayed } from '../testing/recorded-session.ts';
import { dutiesOf } from './duties.ts';

describe('what the server owes a meeting', () => {
  test('[S10] is nothing, as long as nothing was announced', () => {
    for (const { session } of [
      given(setUp()),
      given(joined(['ann'])),
      given(roundOpen()),
      given(roundOpen(), counted),
    ]) {
      expect(dutiesOf(session)).toEqual([]);
    }
  });

  test('[S10] is the announced close, at its time, under an id that is the same for all', () => {
    const { session } = given(roundOpen(), lastCall(60));
    const { version } = session;
    const command = { type: 'Close', activity: 'a1', round: 'a1.1', lastCall: version };
    expect(dutiesOf(session)).toEqual([
      { cmd: `close:a1.1:${String(version)}`, role: 'clock', due: NOON + 60_000, command },
    ]);
  });

  test('[S10] is another close after more time, and none after a reopening', () => {
    const calling = given(roundOpen(), lastCall(60));
    const [first] = dutiesOf(calling.session);
    calling.when(lastCall(300)).records({ type: 'round.last-call' });
    const [second] = dutiesOf(calling.session);
    expect(second?.cmd).not.toBe(first?.cmd);
    expect(second?.due).toBe(NOON + 300_000);
    expect(dutiesOf(given(roundOpen(), closed, reopen()).session)).toEqual([]);
  });

  test.for([
    ['withdrawn', withdrawLastCall(), 'not-yet'],
    ['made void with its round', voidRound(), 'unknown-round'],
  ] as const)('[S10] [A13] [A17] is no close once the last call was %s', ([, after, reason]) => {
    const calling = given(roundOpen(), lastCall(60));
    const old = firstDuty(calling.session);
    accepted(calling.when(after).answered.decision);
    expect(dutiesOf(calling.session)).toEqual([]);
    calling.meeting.now += 60_000;
    calling.when(old).refuses(reason);
  });

  test('[S10] [A14] is the close of the phones alone where papers are still entered, and no count before they are', () => {
    const calling = given(paperRoundOpen(), lastCall(60), later(60_000));
    calling.when(firstDuty).records({ type: 'round.door-closed', door: 'phone' });
    expect(dutiesOf(calling.session)).toEqual([]);
    calling.when(closeNow()).records({ type: 'round.closed' });
    expect(dutiesOf(calling.session)).toMatchObject([{ role: 'count', due: null }]);
  });

  test('[S10] [O6] is a new count after a correction, under another id', () => {
    const first = dutiesOf(given(paperRoundOpen(), paperClosed).session)[0]?.cmd;
    const correcting = given(paperRoundOpen(), paperShown, correct());
    expect(dutiesOf(correcting.session)).toEqual([]);
    correcting.when(closeNow()).records({ type: 'round.closed' });
    const [duty] = dutiesOf(correcting.session);
    expect(duty?.command.type).toBe('Count');
    expect(duty?.cmd).not.toBe(first);
  });

  test('[S10] is a count after the close, also when the meeting has moved on or ended', () => {
    for (const after of [[], [startActivity('a2')], [startActivity('a3')], [endMeeting()]]) {
      const { session, meeting } = given(roundOpen(), closed, after);
      const closing = meeting.entries.find(({ events }) => events.some(({ type }) => type === 'round.closed'));
      const command = { type: 'Count', activity: 'a1', round: 'a1.1' };
      expect(dutiesOf(session)).toEqual([
        { cmd: `count:a1.1:${String(closing?.version)}`, role: 'count', due: null, command },
      ]);
    }
  });

  test('[S10] is done once, however many do it', () => {
    const owed = given(roundOpen(), lastCall(60), later(60_000));
    const close = firstDuty(owed.session);
    owed.when(close).records({ type: 'round.closed' });
    owed.when(close).nothingHappens();
    const count = firstDuty(owed.session);
    owed.when(count).records({ type: 'round.counted' });
    owed.when(count).nothingHappens();
    expect(dutiesOf(owed.session)).toEqual([]);
  });

  test('[S10] is the same for a server that has just started', () => {
    for (const meeting of [given(roundOpen(), lastCall()), given(roundOpen(), lastCall(), closeNow())]) {
      expect(dutiesOf(replayed(meeting.meeting.entries))).toEqual(dutiesOf(meeting.session));
    }
  });
});
