import { describe, expect, test } from 'vitest';
import { castBallot, correct, endMeeting, startActivity, voidRound } from '../testing/asked.ts';
import { given } from '../testing/given.ts';
import {
  closed,
  joined,
  newMeeting,
  practice,
  deciding,
  roundOpen,
  setUp,
  paperShown,
  paperRoundOpen,
} from '../testing/meetings.ts';
import { eraseTexts, saveSetUp, setAgenda, writeDecision } from '../testing/planned.ts';
import { replayed } from '../testing/recorded-session.ts';
import { erasable } from './erasing.ts';

describe('erasing', () => {
  test('[S18] takes a reason at once, and what is written whole only once something newer stands', () => {
    const draft = given(setUp(), saveSetUp(newMeeting({ title: { en: 'A slip' } })), saveSetUp(newMeeting()));
    expect(erasable(draft.session)).toEqual([
      { version: 1, what: 'set-up.saved' },
      { version: 2, what: 'set-up.saved' },
    ]);
    draft.when(eraseTexts(3)).refuses('already-begun');
    draft.when(eraseTexts(2)).then([{ type: 'erased', versions: [2], why: 'request' }]);
    draft.when(eraseTexts(2)).refuses('bad-text');
    draft.when(eraseTexts(99)).refuses('bad-text');

    const decided = given(
      roundOpen(),
      voidRound(),
      writeDecision(),
      setAgenda((agenda) => agenda),
    );
    const [reason, decision] = [...decided.session.written.keys()].slice(-3);
    decided.when(eraseTexts(decision)).refuses('already-begun');
    decided.when(eraseTexts(reason)).records({ type: 'erased' });
    const again = given(roundOpen(), writeDecision(), writeDecision({ reason: { en: 'A name was wrong' } }));
    again.when(eraseTexts([...again.session.written.keys()].at(-2))).records({ type: 'erased' });
  });

  test('[S18] is declared after the end too, of a reason that was given for a correction', () => {
    const ended = given(paperRoundOpen(), paperShown, endMeeting(), correct());
    ended.when(eraseTexts()).records({ type: 'erased', why: 'request' });
  });

  test('[S18] what was sent in practice goes with the end, also what was replaced or made void; what decided stays', () => {
    const agenda = [practice(), deciding()];
    const evening = given(
      joined(['ann', 'bob'], { agenda }),
      startActivity('a1'),
      [castBallot('ann', { water: 1 }), castBallot('ann', { tea: 1 }), voidRound(), castBallot('bob', { tea: 2 })],
      closed.slice(1),
      [startActivity('a2'), castBallot('ann', { bus: 1 })],
      closed,
    );
    const cast = evening.meeting.entries.filter(({ events }) => events.some(({ type }) => type === 'ballot.cast'));
    const versions = cast.slice(0, 3).map(({ version }) => version);
    evening.when(endMeeting()).then([{ type: 'session.closed' }, { type: 'erased', versions, why: 'practice' }]);
    expect([...evening.session.erased.keys()]).toEqual(versions);
  });

  test('[S18] is known to whoever folds the journal without the bodies', () => {
    const { entries, session } = given(roundOpen(), voidRound(), eraseTexts()).meeting;
    const { version } = entries.at(-2)!;
    const later = replayed(
      entries.map((entry) => {
        const { bodies: _bodies, salt: _salt, ...rest } = entry;
        return entry.version === version ? rest : entry;
      }),
    );
    expect([...session.missing]).toEqual([]);
    expect([...later.missing]).toEqual([version]);
    expect([...later.erased]).toEqual([[version, 'request']]);
  });
});
