import { describe, expect, test } from 'vitest';
import type { Allocation } from '../../ballots/ballot.ts';
import {
  castBallot,
  closeNow,
  enterPaper,
  joins,
  lastCall,
  reopen,
  SALT,
  seatOf,
  startActivity,
} from '../../testing/asked.ts';
import { given } from '../../testing/given.ts';
import { closed, deciding, joined, later, paperRoundOpen, practice, roundOpen } from '../../testing/meetings.ts';
import { accepted, credentialOf } from '../../testing/recorded-session.ts';
import { roundOf, totalsOf } from '../../testing/rounds.ts';
import type { ReadonlySession } from '../../session/session.ts';
import type { AllocationPlan } from './plan.ts';

const MINUTE = 60_000;
const ANN = credentialOf(seatOf('ann'), 'a1.1');
const ZOE = credentialOf(seatOf('zoe'), 'a1.1');
const annVotes = castBallot('ann', { bus: 3, roof: 1 });

describe('a ballot', () => {
  test('[A2] [S9] is recorded under its credential, with what it says apart from it', () => {
    const { answered, meeting } = given(roundOpen()).when(annVotes);
    expect(answered.decision).toMatchObject({
      events: [{ type: 'ballot.cast', round: 'a1.1', credential: ANN, replaces: 0 }],
      bodies: [
        {
          ballot: {
            round: 'a1.1',
            alloc: [
              ['bus', 3],
              ['roof', 1],
            ],
            door: 'phone',
          },
        },
      ],
    });
    const entry = meeting.entries.at(-1)!;
    expect(entry).toMatchObject({ by: ANN, salt: SALT, at: '2026-11-23T12:00Z' });
    expect(JSON.stringify({ ...entry, bodies: null })).not.toMatch(/p-ann|bus|roof/);
    expect(roundOf(meeting.session).ballots.get(ANN)).toMatchObject({ version: entry.version, commit: entry.commit });
  });

  test('[A2] names only proposals of its round', () => {
    given(roundOpen())
      .when(castBallot('ann', { bus: 1, castle: 1 }))
      .refuses('unknown-proposal', { proposal: 'castle' });
    given(roundOpen({ practice: true }))
      .when(annVotes)
      .refuses('unknown-proposal', { proposal: 'bus' });
    given(roundOpen({ practice: true }))
      .when(castBallot('ann', { tea: 3 }))
      .records({ type: 'ballot.cast' });
  });

  test.for(['__proto__', 'constructor', 'toString', 'size'])('[A2] is not taken in by a proposal named %s', (name) => {
    given(roundOpen())
      .when(castBallot('ann', [[name, 1]]))
      .refuses('unknown-proposal', { proposal: name });
  });

  test('[A3] refuses tokens beyond what the participant has', () => {
    given(roundOpen({ tokens: 5 }))
      .when(castBallot('ann', { bus: 4, park: 2 }))
      .refuses('tokens-exceeded', { asked: 6, has: 5 });
    given(roundOpen({ tokens: 5 }))
      .when(castBallot('ann', { bus: 4, park: 1 }))
      .records({ type: 'ballot.cast' });
  });

  test('[A3] does not add up what one has sent before: a ballot is whole', () => {
    const voted = given(roundOpen({ tokens: 5 }), castBallot('ann', { bus: 4, park: 1 }));
    voted.when(castBallot('ann', { park: 4, roof: 1 })).records({ type: 'ballot.cast' });
  });

  test('[A4] refuses more tokens on one proposal than the cap', () => {
    const five = castBallot('ann', { park: 5 });
    given(roundOpen({ cap: 4 }))
      .when(five)
      .refuses('cap-exceeded', { asked: 5, cap: 4, proposal: 'park' });
    given(roundOpen({ cap: 5 }))
      .when(five)
      .records({ type: 'ballot.cast' });
    given(roundOpen({ tokens: 5, cap: 5 }))
      .when(castBallot('ann', { bus: 5, park: 1 }))
      .refuses('tokens-exceeded', { asked: 6, has: 5 });
  });

  test.for<[string, Allocation]>([
    [
      'twice',
      [
        ['bus', 1],
        ['bus', 1],
      ],
    ],
    [
      'out of order',
      [
        ['park', 1],
        ['bus', 1],
      ],
    ],
    [
      'twice, with another between',
      [
        ['bus', 1],
        ['park', 1],
        ['bus', 1],
      ],
    ],
  ])('[A5] refuses a proposal %s', ([, alloc]) => {
    given(roundOpen()).when(castBallot('ann', alloc)).refuses('malformed-ballot');
  });

  test.for([0, -0, -1, 0.5, NaN, Infinity, 2 ** 53])('[A5] refuses %s as a number of tokens', (tokens) => {
    given(roundOpen({ cap: 100, tokens: 100 }))
      .when(castBallot('ann', [['bus', tokens]]))
      .refuses('malformed-ballot', { proposal: 'bus' });
  });

  test('[A5] may be blank: someone was there, and chose nothing', () => {
    const { meeting } = given(roundOpen()).when(castBallot('ann', {}));
    expect(roundOf(meeting.session).ballots.get(ANN)?.alloc).toEqual([]);
    expect([...roundOf(meeting.session).tally.values()].every(({ supporters }) => supporters === 0)).toBe(true);
  });

  test('[A7] replaces the earlier one of its seat whole', () => {
    const voted = given(roundOpen(), annVotes, castBallot('bob', { park: 2 }), castBallot('ann', { park: 1 }));
    expect(totalsOf(voted.session)).toEqual({ bus: [0, 0], park: [3, 2], roof: [0, 0] });
    voted.when(castBallot('ann', {})).records({ type: 'ballot.cast' });
    expect(totalsOf(voted.session)).toEqual({ bus: [0, 0], park: [2, 1], roof: [0, 0] });
    expect(roundOf(voted.session).ballots.size).toBe(2);
  });

  test('[A7] counts as its last one, whatever its phone says that it replaces', () => {
    const again = castBallot('ann', { park: 1 });
    const old = { ...again, command: (session: ReadonlySession) => ({ ...again.command(session), replaces: 999 }) };
    expect(totalsOf(given(roundOpen(), annVotes, old).session)).toEqual({ bus: [0, 0], park: [1, 1], roof: [0, 0] });
  });

  test('[A8] is refused before the opening and after the close', () => {
    given(roundOpen())
      .when(castBallot('ann', {}, { activity: 'a3' }))
      .refuses('unknown-round');
    given(roundOpen())
      .when(castBallot('ann', {}, { activity: 'a1', round: 'a1.2' }))
      .refuses('unknown-round');
    given(roundOpen())
      .when(castBallot('ann', {}, { activity: 'a1', round: 'a3.1' }))
      .refuses('unknown-round');
    given(roundOpen(), closed).when(annVotes).refuses('closed');
    given(roundOpen(), annVotes, closed).when(annVotes).refuses('closed');
  });

  test('[A8] [A15] is refused at a door that has closed, while another is open', () => {
    const entering = given(paperRoundOpen(), closed);
    entering.when(annVotes).refuses('closed');
    entering.when(castBallot('ann', {}, { door: 'tablet' })).refuses('closed');
    entering.when(enterPaper(1, {})).records({ type: 'ballot.cast' });
  });

  test('[A15] holds the door that it came in by, and its seat has one ballot whichever that is', () => {
    const voting = given(paperRoundOpen(), annVotes);
    const doors = () => [...roundOf(voting.session).ballots.values()].map(({ door }) => door);
    expect(doors()).toEqual(['phone']);
    voting
      .when(castBallot('ann', { park: 1 }, { door: 'tablet' }))
      .then([{ type: 'ballot.cast', round: 'a1.1', credential: ANN, replaces: 0 }]);
    expect(doors()).toEqual(['tablet']);
    voting
      .when(enterPaper(1, { roof: 1 }, { card: 'ann' }))
      .then([{ type: 'ballot.cast', round: 'a1.1', credential: ANN, replaces: 0 }]);
    expect(doors()).toEqual(['paper']);
    expect(totalsOf(voting.session)).toEqual({ bus: [0, 0], park: [0, 0], roof: [1, 1] });
  });

  test('[S15] of a test card counts in practice alone', () => {
    const trying = { agenda: [practice(), deciding()] };
    const tester = given(joined(['ann'], trying), joins('tim', 'test-card'), startActivity('a1'));
    tester.when(castBallot('tim', { tea: 1 })).records({ type: 'ballot.cast' });
    for (const asked of [closeNow(), startActivity('a2')]) accepted(tester.when(asked).answered.decision);
    tester.when(castBallot('tim', { bus: 1 })).refuses('test-card');
    tester.when(castBallot('ann', { bus: 1 })).records({ type: 'ballot.cast' });
    given(paperRoundOpen(), joins('tim', 'test-card'))
      .when(enterPaper(1, {}, { card: 'tim' }))
      .refuses('test-card');
  });

  test('[A8] sent again because the answer was lost is answered as the first time, also after the close', () => {
    const once = { ...annVotes, cmd: 'phone-outbox-ann.1' };
    given(roundOpen(), once, closed).when(once).nothingHappens();
  });

  test('[A8] counts while the door is open, however late it is by any clock', () => {
    given(roundOpen(), lastCall(60), later(61 * MINUTE))
      .when(annVotes)
      .records({ type: 'ballot.cast' });
  });
});

describe('credentials', () => {
  test('[A6] [S15] are not listed for test cards but in practice', () => {
    const issuedIn = (plan: Partial<AllocationPlan>) => {
      const { events } = given(
        joined(['ann'], { agenda: [deciding(plan)] }),
        joins('tim', 'test-card'),
        startActivity('a1'),
      ).meeting.entries.at(-1)!;
      return events.flatMap((event) => (event.type === 'credentials.issued' ? event.credentials : []));
    };
    const [ann, tim] = ['ann', 'tim'].map((name) => credentialOf(seatOf(name), 'a1.1'));
    expect(issuedIn({})).toEqual([ann]);
    expect(issuedIn({ practice: true })).toEqual([ann, tim].sort());
    given(roundOpen(), joins('tim', 'test-card'), lastCall())
      .when(closeNow())
      .then([
        { type: 'round.door-closed', round: 'a1.1', door: 'phone' },
        { type: 'round.door-closed', round: 'a1.1', door: 'tablet' },
        { type: 'round.closed', round: 'a1.1' },
      ]);
  });

  test('[A6] are listed at the opening for all seats, in an order that tells nothing', () => {
    const { events } = given(roundOpen({}, ['dan', 'ann', 'cat', 'bob'])).meeting.entries.at(-1)!;
    const names = ['ann', 'bob', 'cat', 'dan'].map((name) => credentialOf(seatOf(name), 'a1.1'));
    expect(events.at(-1)).toEqual({ type: 'credentials.issued', round: 'a1.1', credentials: names.sort() });
  });

  test('[A6] are not listed where nobody sits', () => {
    const { events } = given(roundOpen({}, [])).meeting.entries.at(-1)!;
    expect(events.map(({ type }) => type)).toEqual(['activity.started', 'rules.frozen', 'round.opened']);
  });

  test('[A6] of a later seat are listed with its first ballot, and once', () => {
    const late = given(roundOpen(), joins('zoe'));
    const cast = { type: 'ballot.cast', round: 'a1.1', credential: ZOE, replaces: 0 } as const;
    late
      .when(castBallot('zoe', { bus: 1 }))
      .then([{ type: 'credentials.issued', round: 'a1.1', credentials: [ZOE] }, cast]);
    late.when(castBallot('zoe', { bus: 2 })).then([cast]);
    expect(late.meeting.entries.at(-2)?.bodies).toEqual([
      null,
      { ballot: { round: 'a1.1', alloc: [['bus', 1]], door: 'phone' } },
    ]);
  });

  test('[A6] of seats that never voted are listed at the close, and not again at the next', () => {
    const late = given(roundOpen(), joins('zoe'), lastCall());
    late.when(closeNow()).then([
      { type: 'credentials.issued', round: 'a1.1', credentials: [ZOE] },
      { type: 'round.door-closed', round: 'a1.1', door: 'phone' },
      { type: 'round.door-closed', round: 'a1.1', door: 'tablet' },
      { type: 'round.closed', round: 'a1.1' },
    ]);
    given(roundOpen(), joins('zoe'), closed, reopen(), lastCall())
      .when(closeNow())
      .then([
        { type: 'round.door-closed', round: 'a1.1', door: 'phone' },
        { type: 'round.door-closed', round: 'a1.1', door: 'tablet' },
        { type: 'round.closed', round: 'a1.1' },
      ]);
  });
});
