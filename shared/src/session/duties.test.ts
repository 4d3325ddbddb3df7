import { describe, expect, test } from 'vitest';
import { closeNow, endMeeting, firstDuty, lastCall, reopen, startActivity } from '../testing/asked.ts';
import { given } from '../testing/given.ts';
import { closed, counted, joined, later, roundOpen, setUp } from '../testing/meetings.ts';
import { NOON, replayed } from '../testing/recorded-session.ts';
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
