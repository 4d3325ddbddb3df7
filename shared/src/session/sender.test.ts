import { describe, expect, test } from 'vitest';
import { castBallot, enterPaper, joins, lastCall, letIn, seatOf, startActivity } from '../testing/asked.ts';
import { given } from '../testing/given.ts';
import { counted, deciding, how, joined, shown } from '../testing/meetings.ts';
import { raiseQuestion } from '../testing/planned.ts';
import { credentialOf, type Asked } from '../testing/recorded-session.ts';
import { senderOf } from './sender.ts';

const twoRounds = joined(['ann', 'bob'], { agenda: [deciding(), deciding()] });

describe('who the record names', () => {
  test('[S9] for a ballot is its credential, and nowhere its seat', () => {
    const { meeting } = given(twoRounds, startActivity('a1'), castBallot('ann', { bus: 1 }), counted);
    const afterJoining = meeting.entries.filter(({ events }) => !events.some(({ type }) => type === 'seat.joined'));
    expect(JSON.stringify(afterJoining)).not.toContain(seatOf('ann'));
    expect(meeting.entries.filter(({ by }) => by === credentialOf(seatOf('ann'), 'a1.1'))).toHaveLength(1);
  });

  test('[S9] in another round is somebody else, as far as anyone can tell', () => {
    const both = given(
      twoRounds,
      startActivity('a1'),
      castBallot('ann', { bus: 1 }),
      shown,
      startActivity('a2'),
      castBallot('ann', { bus: 1 }),
    );
    const senders = both.meeting.entries.filter(({ events }) => events[0]?.type === 'ballot.cast').map(({ by }) => by);
    expect(new Set(senders).size).toBe(2);
    const [first, second] = ['a1', 'a2'].map((activity) => {
      const state = both.session.activities.get(activity);
      return state?.kind === 'allocation' ? (state.round?.issued ?? new Set<string>()) : new Set<string>();
    });
    expect(first!.size).toBe(2);
    expect([...first!].filter((credential) => second!.has(credential))).toEqual([]);
  });

  test.for<[string, Asked, string]>([
    ['who joins is the new seat', joins('zoe'), seatOf('zoe')],
    ['a ruling is the role, not the person', lastCall(), 'facilitator'],
    ['who is let in is the greeter', letIn('zoe'), 'helper'],
    ['a paper is the desk, whatever card is on it', enterPaper(7, {}, { card: 'ann' }), 'helper'],
  ])('[S9] for %s', ([, { actor, command }, by]) => {
    const { session } = given(twoRounds, startActivity('a1'));
    expect(senderOf(actor, command(session), { credentialOf })).toBe(by);
  });

  test('[S9] for a paper is the desk, with the credential of its card and nowhere its seat', () => {
    const { meeting } = given(
      joined(['ann'], { paper: true }),
      startActivity('a1'),
      enterPaper(7, { bus: 1 }, { card: 'ann' }),
    );
    const entry = meeting.entries.at(-1)!;
    expect(entry.events).toMatchObject([{ type: 'ballot.cast', credential: credentialOf(seatOf('ann'), 'a1.1') }]);
    expect(JSON.stringify({ ...entry, bodies: null })).not.toMatch(/p-ann|bus|BCDFGHJK|serial/);
  });

  test('[S9] for a question, which is no choice, is its seat', () => {
    const { meeting } = given(joined(['ann'], { agenda: [how] }), startActivity('a1'), raiseQuestion('ann'));
    expect(meeting.entries.at(-1)?.by).toBe(seatOf('ann'));
  });

  test('[S9] for what the server owes is the clock or the count', () => {
    const { meeting } = given(twoRounds, startActivity('a1'), counted);
    expect(meeting.entries.at(-1)?.by).toBe('count');
  });

  test('[S9] with a ballot or a joining has no time nearer than the minute', () => {
    const { meeting } = given(twoRounds, startActivity('a1'), castBallot('ann', { bus: 1 }));
    expect(meeting.entries.map(({ at }) => at.length)).toEqual([20, 20, 17, 17, 20, 17]);
  });
});
