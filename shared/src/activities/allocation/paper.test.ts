import { describe, expect, test } from 'vitest';
import {
  by,
  castBallot,
  closeNow,
  counts,
  enterPaper,
  reconcilePaper,
  SALT,
  seatOf,
  seatOfPaper,
  spoilPaper,
  startActivity,
} from '../../testing/asked.ts';
import { given } from '../../testing/given.ts';
import { closed, joined, paperClosed, paperRoundOpen, practice, roundOpen } from '../../testing/meetings.ts';
import { credentialOf } from '../../testing/recorded-session.ts';
import type { Event } from '../../session/events.ts';
import { roundOf, totalsOf } from '../../testing/rounds.ts';
import { phoneOf, SCREENS, seen } from '../../testing/views.ts';

const ANN = credentialOf(seatOf('ann'), 'a1.1');
const BOB = credentialOf(seatOf('bob'), 'a1.1');
const SEVEN = credentialOf(seatOfPaper(7), 'a1.1');
const struck = (credential: string) => ({ type: 'ballot.struck', round: 'a1.1', credential }) as const;
const cast = (credential: string) => ({ type: 'ballot.cast', round: 'a1.1', credential, replaces: 0 }) as const;
const issued = (credential: string): Event => ({
  type: 'credentials.issued',
  round: 'a1.1',
  credentials: [credential],
});

describe('a paper ballot', () => {
  test('[D1] is entered by its number, and counts like any other', () => {
    const { answered, meeting } = given(paperRoundOpen()).when(enterPaper(7, { bus: 3, roof: 1 }));
    expect(answered.decision).toMatchObject({
      events: [issued(SEVEN), cast(SEVEN)],
      bodies: [
        null,
        {
          ballot: {
            round: 'a1.1',
            alloc: [
              ['bus', 3],
              ['roof', 1],
            ],
            door: 'paper',
            serial: 7,
          },
        },
      ],
    });
    expect(meeting.entries.at(-1)).toMatchObject({ by: 'helper', salt: SALT });
    expect(totalsOf(meeting.session)).toEqual({ bus: [3, 1], park: [0, 0], roof: [1, 1] });
    expect(seen(meeting.session, SCREENS.helper)).toMatchObject({ turnout: { sent: 1 }, papers: { entered: [7] } });
  });

  test('[D1] keeps to the rules of its round', () => {
    const entering = given(paperRoundOpen());
    entering.when(enterPaper(7, { castle: 1 })).refuses('unknown-proposal');
    entering.when(enterPaper(7, { bus: 5 })).refuses('cap-exceeded', { asked: 5, cap: 4, proposal: 'bus' });
    entering.when(enterPaper(7, { bus: 4, park: 4, roof: 4 })).refuses('tokens-exceeded', { asked: 12, has: 10 });
    entering.when(enterPaper(7, { bus: 1 }, { group: 'citizens' })).refuses('malformed-ballot');
    entering.when(enterPaper(7, {})).records({ type: 'ballot.cast' });
  });

  test('[D1] is entered while its round takes paper, also when the phones are closed', () => {
    given(paperRoundOpen(), closed).when(enterPaper(7, {})).records({ type: 'ballot.cast' });
    given(paperRoundOpen(), paperClosed).when(enterPaper(7, {})).refuses('door-closed');
    given(roundOpen()).when(enterPaper(7, {})).refuses('door-closed');
    const practised = joined(['ann'], { paper: true, agenda: [practice()] });
    given(practised, startActivity('a1')).when(enterPaper(7, {})).refuses('door-closed');
    given(paperRoundOpen())
      .when(enterPaper(7, {}, { activity: 'a1', round: 'a1.2' }))
      .refuses('unknown-round');
  });

  test('[D1] needs a seat, which the server finds or draws', () => {
    given(paperRoundOpen())
      .when(by({ role: 'helper' }, enterPaper(7, {})))
      .refuses('unknown-card');
  });

  test('[D1] entered again under its number replaces itself whole', () => {
    const entering = given(paperRoundOpen(), enterPaper(7, { bus: 3 }));
    entering.when(enterPaper(7, { park: 1 })).then([cast(SEVEN)]);
    expect(totalsOf(entering.session)).toEqual({ bus: [0, 0], park: [1, 1], roof: [0, 0] });
    expect(roundOf(entering.session).ballots.size).toBe(1);
  });

  test('[D2] with a card on it is the ballot of that seat, and the last one counts', () => {
    const both = given(paperRoundOpen(), castBallot('ann', { bus: 3 }));
    both.when(enterPaper(7, { park: 2 }, { card: 'ann' })).then([cast(ANN)]);
    expect(totalsOf(both.session)).toEqual({ bus: [0, 0], park: [2, 1], roof: [0, 0] });
    expect(seen(both.session, phoneOf('ann')).mine).toMatchObject({ alloc: [['park', 2]] });
    both.when(castBallot('ann', { roof: 1 })).then([cast(ANN)]);
    expect(totalsOf(both.session)).toEqual({ bus: [0, 0], park: [0, 0], roof: [1, 1] });
    expect(roundOf(both.session).ballots.size).toBe(1);
  });

  test('[D2] with the card of somebody who never came in by phone is theirs all the same', () => {
    const zoe = credentialOf(seatOf('zoe'), 'a1.1');
    given(paperRoundOpen())
      .when(enterPaper(7, { bus: 1 }, { card: 'zoe' }))
      .then([issued(zoe), cast(zoe)]);
  });

  test('[D2] entered with the wrong card and then with the right one gives the first person back what they had', () => {
    const mistyped = given(
      paperRoundOpen(),
      castBallot('bob', { bus: 3 }),
      enterPaper(7, { park: 2 }, { card: 'bob' }),
    );
    expect(seen(mistyped.session, phoneOf('bob')).mine).toMatchObject({ alloc: [['park', 2]] });
    mistyped.when(enterPaper(7, { park: 2 }, { card: 'ann' })).then([struck(BOB), cast(ANN)]);
    expect(seen(mistyped.session, phoneOf('bob')).mine).toMatchObject({ alloc: [['bus', 3]] });
    expect(totalsOf(mistyped.session)).toEqual({ bus: [3, 1], park: [2, 1], roof: [0, 0] });
  });

  test('[D2] leaves alone what its person has sent since', () => {
    const since = given(paperRoundOpen(), enterPaper(7, { park: 2 }, { card: 'bob' }), castBallot('bob', { bus: 3 }));
    since.when(enterPaper(7, { park: 2 }, { card: 'ann' })).then([cast(ANN)]);
    since
      .when(spoilPaper(7))
      .then([struck(ANN), { type: 'paper.spoiled', round: 'a1.1', serial: 7, why: 'unreadable' }]);
    expect(totalsOf(since.session)).toEqual({ bus: [3, 1], park: [0, 0], roof: [0, 0] });
  });
});

describe('setting a paper aside', () => {
  test('[D3] says why, and takes out what was entered from it', () => {
    const entering = given(paperRoundOpen(), enterPaper(7, { bus: 3 }));
    entering
      .when(spoilPaper(7, 'too-many-tokens'))
      .then([struck(SEVEN), { type: 'paper.spoiled', round: 'a1.1', serial: 7, why: 'too-many-tokens' }]);
    expect(totalsOf(entering.session)).toEqual({ bus: [0, 0], park: [0, 0], roof: [0, 0] });
    expect(seen(entering.session, SCREENS.helper)).toMatchObject({
      turnout: { sent: 0 },
      papers: { entered: [], spoiled: [[7, 'too-many-tokens']] },
    });
  });

  test('[D3] is possible for a paper that nobody entered', () => {
    given(paperRoundOpen())
      .when(spoilPaper(7, 'blank'))
      .then([{ type: 'paper.spoiled', round: 'a1.1', serial: 7, why: 'blank' }]);
  });

  test('[D3] leaves alone what the same person has sent by phone since', () => {
    const since = given(paperRoundOpen(), enterPaper(7, { park: 2 }, { card: 'ann' }), castBallot('ann', { bus: 3 }));
    since.when(spoilPaper(7)).then([{ type: 'paper.spoiled', round: 'a1.1', serial: 7, why: 'unreadable' }]);
    expect(totalsOf(since.session)).toEqual({ bus: [3, 1], park: [0, 0], roof: [0, 0] });
  });

  test('[D3] lets the ballot count again that the paper had replaced, of the phone or of another paper', () => {
    const seven = enterPaper(7, { park: 1 }, { card: 'ann' });
    const eight = enterPaper(8, { roof: 1 }, { card: 'ann' });
    const votes = [castBallot('ann', { bus: 1 }), seven, eight];
    const left = (...serials: readonly number[]) => {
      const { session } = given(
        paperRoundOpen(),
        votes,
        serials.map((serial) => spoilPaper(serial)),
      );
      return Object.entries(totalsOf(session)).flatMap(([name, [tokens]]) => (tokens > 0 ? [name] : []));
    };
    expect(left()).toEqual(['roof']);
    expect(left(8)).toEqual(['park']);
    expect(left(7)).toEqual(['roof']);
    expect(left(8, 7)).toEqual(['bus']);
    expect(left(7, 8)).toEqual(['bus']);
  });

  test('[D3] forgets what a paper said before it was entered again', () => {
    const ann = { card: 'ann' };
    const entering = given(paperRoundOpen(), castBallot('ann', { bus: 1 }), [
      enterPaper(7, { park: 1 }, ann),
      enterPaper(8, {}, ann),
      enterPaper(7, { park: 2 }, ann),
      spoilPaper(8),
    ]);
    entering.when(spoilPaper(7)).records({ type: 'ballot.struck' });
    expect(totalsOf(entering.session)).toEqual({ bus: [1, 1], park: [0, 0], roof: [0, 0] });
  });

  test('[D3] can be taken back by entering the paper after all', () => {
    const entering = given(paperRoundOpen(), spoilPaper(7));
    entering.when(enterPaper(7, { bus: 1 })).records({ type: 'ballot.cast' });
    expect(seen(entering.session, SCREENS.helper).papers).toMatchObject({ entered: [7], spoiled: [] });
  });

  test('[D3] ends with the paper', () => {
    given(paperRoundOpen(), paperClosed).when(spoilPaper(7)).refuses('door-closed');
    given(roundOpen()).when(spoilPaper(7)).refuses('door-closed');
  });
});

describe('counting papers by hand', () => {
  test('[D4] is recorded beside what was entered, and changes no count', () => {
    const entering = given(paperRoundOpen(), enterPaper(7, { bus: 1 }), spoilPaper(8));
    entering.when(reconcilePaper(10, 8)).then([{ type: 'paper.reconciled', round: 'a1.1', issued: 10, unused: 8 }]);
    entering.when(reconcilePaper(11, 9)).records({ type: 'paper.reconciled' });
    expect(seen(entering.session, SCREENS.facilitator).papers).toMatchObject({ entered: [7], issued: 11, unused: 9 });
    for (const asked of [...closed, closeNow()]) entering.when(asked).records({});
    entering.when(counts()).records({ type: 'round.counted', ballots: 1 });
  });

  test('[D4] ends with the paper', () => {
    given(paperRoundOpen(), closed).when(reconcilePaper(1, 0)).records({ type: 'paper.reconciled' });
    given(paperRoundOpen(), paperClosed).when(reconcilePaper(1, 0)).refuses('door-closed');
    given(roundOpen()).when(reconcilePaper(1, 0)).refuses('door-closed');
  });
});
