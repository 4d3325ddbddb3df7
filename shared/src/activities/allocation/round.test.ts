import { describe, expect, test } from 'vitest';
import {
  castBallot,
  clockCloses,
  closeNow,
  counts,
  enterPaper,
  firstDuty,
  hideTotals,
  joins,
  lastCall,
  openJoining,
  reconcilePaper,
  reopen,
  show,
  showNext,
  spoilPaper,
  startActivity,
  withdrawLastCall,
} from '../../testing/asked.ts';
import { given } from '../../testing/given.ts';
import {
  closed,
  counted,
  deciding,
  later,
  paperClosed,
  paperRoundOpen,
  practice,
  roundOpen,
  setUp,
  shown,
  type Step,
} from '../../testing/meetings.ts';
import type { Event } from '../../session/events.ts';
import { setAgenda } from '../../testing/planned.ts';
import { accepted, NOON, type Asked } from '../../testing/recorded-session.ts';
import { roundOf } from '../../testing/rounds.ts';
import { PRACTICE } from './practice.ts';

const SECOND = 1000;
const opening = given(setUp({ agenda: [deciding(), practice({ tokens: 3, cap: 2 })] }), openJoining());

describe('opening a round', () => {
  test('[A1] freezes its rules in the same entry', () => {
    given(setUp({ agenda: [deciding({ tokens: 7, cap: 3 })] }), openJoining())
      .when(startActivity('a1'))
      .then([
        { type: 'activity.started', activity: 'a1', kind: 'allocation' },
        {
          type: 'rules.frozen',
          round: 'a1.1',
          potMinor: 90_000,
          tokens: 7,
          cap: 3,
          proposals: [
            ['bus', 40_000],
            ['park', 30_000],
            ['roof', 50_000],
          ],
          practice: false,
          deciding: true,
          reveal: 'on-show',
          sending: 'checked',
          mode: 'private',
          voice: 'one-person-one-ballot',
          decision: 'overall',
          doors: ['phone', 'tablet'],
          count: 'greedy',
          tie: 'lot',
        },
        { type: 'round.opened', round: 'a1.1' },
      ]);
  });

  test('[A1] says what the record will tell of its ballots, as the meeting was set up', () => {
    for (const mode of ['pseudonymous', 'private'] as const) {
      const live = given(setUp({ mode, agenda: [deciding({ reveal: 'live' })] }), openJoining());
      live.when(startActivity('a1')).records({ type: 'rules.frozen', reveal: 'live', mode });
    }
  });

  test('[A1] keeps its rules, whatever the run of show says since', () => {
    const opened = given(setUp({ agenda: [deciding({ tokens: 7 }), deciding()] }), openJoining(), startActivity('a1'));
    opened
      .when(setAgenda((agenda) => agenda.map((item) => ({ ...item, plan: deciding({ tokens: 2, cap: 2 }) }))))
      .refuses('already-begun');
    const rules = () => roundOf(opened.session).rules;
    expect(rules()).toMatchObject({ tokens: 7, cap: 4 });
  });

  test('[A16] stands in the entry that starts its part, with the doors of the meeting open', () => {
    const opened = (...[plan, changes]: readonly object[]) => given(roundOpen(plan, ['ann'], changes));
    expect([...roundOf(opened({}).session).openDoors]).toEqual(['phone', 'tablet']);
    expect([...roundOf(opened({}, { paper: true }).session).openDoors]).toEqual(['phone', 'tablet', 'paper']);
    const [started, ...rest] = opened({}).meeting.entries.at(-1)!.events;
    expect(started).toEqual({ type: 'activity.started', activity: 'a1', kind: 'allocation' });
    expect(rest.map(({ type }) => type)).toEqual(['rules.frozen', 'round.opened', 'credentials.issued']);
  });

  test('[A16] [A12] for practice has no paper, decides nothing and reads no group, whatever its plan says', () => {
    const plan = { practice: true, deciding: true, voice: 'equal-groups', decision: 'both-groups' } as const;
    const { session } = given(roundOpen(plan, ['ann'], { paper: true }));
    expect(roundOf(session).rules).toMatchObject({
      ...{ practice: true, deciding: false, doors: ['phone', 'tablet'] },
      ...{ voice: 'one-person-one-ballot', decision: 'overall' },
    });
  });

  test('[A12] for practice has a pot and proposals of its own', () => {
    opening.when(startActivity('a2')).records({
      type: 'rules.frozen',
      round: 'a2.1',
      practice: true,
      tokens: 3,
      cap: 2,
      potMinor: PRACTICE.potMinor,
      proposals: PRACTICE.proposals.map(({ proposal, costMinor }): [string, number] => [proposal, costMinor]),
    });
  });
});

describe('closing a round', () => {
  test('[A9] starts with a last call', () => {
    given(roundOpen()).when(closeNow()).refuses('no-last-call');
    given(roundOpen())
      .when(lastCall(60))
      .then([{ type: 'round.last-call', round: 'a1.1', closesAt: NOON + 60 * SECOND }]);
    given(roundOpen(), lastCall())
      .when(closeNow())
      .then([
        { type: 'round.door-closed', round: 'a1.1', door: 'phone' },
        { type: 'round.door-closed', round: 'a1.1', door: 'tablet' },
        { type: 'round.closed', round: 'a1.1' },
      ]);
  });

  test('[A9] is asked once: what is closed is closed', () => {
    given(roundOpen(), closed).when(lastCall()).refuses('closed');
    given(roundOpen(), closed).when(closeNow()).refuses('closed');
    given(roundOpen(), closed).when(clockCloses()).refuses('closed');
  });

  test('[A9] is put off by a new last call', () => {
    given(roundOpen(), lastCall(60), later(50 * SECOND))
      .when(lastCall(60))
      .then([{ type: 'round.last-call', round: 'a1.1', closesAt: NOON + 110 * SECOND }]);
  });

  test('[A9] is never brought forward by one: nobody loses time that was announced to them', () => {
    given(roundOpen(), lastCall(300), later(10 * SECOND))
      .when(lastCall(60))
      .then([{ type: 'round.last-call', round: 'a1.1', closesAt: NOON + 300 * SECOND }]);
  });

  test('[A9] starts with a new last call after a reopening, whose time is not that of the old one', () => {
    const again = given(roundOpen(), lastCall(900), closeNow(), reopen());
    again.when(closeNow()).refuses('no-last-call');
    again.when(clockCloses()).refuses('not-yet');
    again.when(lastCall(60)).then([{ type: 'round.last-call', round: 'a1.1', closesAt: NOON + 60 * SECOND }]);
  });

  test('[A13] is as if it had never been announced once its last call is withdrawn', () => {
    const calling = given(roundOpen(), lastCall(900));
    calling.when(withdrawLastCall()).then([{ type: 'round.last-call-withdrawn', round: 'a1.1' }]);
    expect(roundOf(calling.session)).toMatchObject({ stage: 'open', closesAt: null });
    calling.when(castBallot('ann', { bus: 1 })).records({ type: 'ballot.cast' });
    calling.when(closeNow()).refuses('no-last-call');
    calling.when(withdrawLastCall()).refuses('no-last-call');
    calling.meeting.now += 900 * SECOND;
    calling.when(clockCloses()).refuses('not-yet');
    calling.when(lastCall(10)).then([{ type: 'round.last-call', round: 'a1.1', closesAt: NOON + 910 * SECOND }]);
  });

  test('[A13] cannot be withdrawn before it was announced, nor after it has happened', () => {
    given(roundOpen()).when(withdrawLastCall()).refuses('no-last-call');
    given(roundOpen(), closed).when(withdrawLastCall()).refuses('no-last-call');
    given(paperRoundOpen(), closed).when(withdrawLastCall()).refuses('no-last-call');
  });

  test('[A14] closes the phones first, and the paper when all of it is entered', () => {
    const calling = given(paperRoundOpen({}, ['ann']), lastCall());
    calling.when(closeNow()).then([
      { type: 'round.door-closed', round: 'a1.1', door: 'phone' },
      { type: 'round.door-closed', round: 'a1.1', door: 'tablet' },
    ]);
    expect(roundOf(calling.session)).toMatchObject({ stage: 'entering', closesAt: null, closed: null });
    calling.when(lastCall()).refuses('closed');
    calling.when(clockCloses()).refuses('closed');
    calling.when(counts()).refuses('not-closed');
    calling.when(show()).refuses('not-closed');
    calling.when(closeNow()).then([
      { type: 'round.door-closed', round: 'a1.1', door: 'paper' },
      { type: 'round.closed', round: 'a1.1' },
    ]);
    expect(roundOf(calling.session).stage).toBe('closed');
    calling.when(closeNow()).refuses('closed');
  });

  test('[A14] is the same by the clock, which never closes the paper', () => {
    const calling = given(paperRoundOpen(), lastCall(60), later(60 * SECOND));
    calling.when(firstDuty).then([
      { type: 'round.door-closed', round: 'a1.1', door: 'phone' },
      { type: 'round.door-closed', round: 'a1.1', door: 'tablet' },
    ]);
    calling.when(clockCloses()).refuses('closed');
  });

  test('[A14] closes an unused paper with the phones in a first round that sends itself, by hand or by the clock', () => {
    const first = { deciding: false, sending: 'each-change' } as const;
    const events = (...steps: readonly Step[]) =>
      accepted(given(paperRoundOpen(first), lastCall(60), ...steps).when(closeNow()).answered.decision).events.length;
    const whole: Event[] = [
      { type: 'round.door-closed', round: 'a1.1', door: 'phone' },
      { type: 'round.door-closed', round: 'a1.1', door: 'tablet' },
      { type: 'round.door-closed', round: 'a1.1', door: 'paper' },
      { type: 'round.closed', round: 'a1.1' },
    ];
    given(paperRoundOpen(first), lastCall(60)).when(closeNow()).then(whole);
    given(paperRoundOpen(first), lastCall(60), later(60 * SECOND))
      .when(clockCloses())
      .then(whole);
    // Once there is a paper, more may be on the helper's table.
    for (const used of [enterPaper(7, { bus: 1 }), spoilPaper(7), reconcilePaper(3, 0)]) {
      expect(events(used)).toBe(2);
    }
    // Where something is decided, people may have given their only vote on paper.
    for (const other of [
      { deciding: true, sending: 'each-change' },
      { deciding: false, sending: 'checked' },
    ] as const) {
      const { session } = given(paperRoundOpen(other), closed);
      expect(roundOf(session).stage).toBe('entering');
    }
  });

  test('[A14] lists the credentials of those who never voted with the last door', () => {
    const late = given(paperRoundOpen({}, ['ann']), joins('zoe'), lastCall());
    const issues = (asked: Asked) => accepted(late.when(asked).answered.decision).events.map(({ type }) => type);
    expect(issues(closeNow())).not.toContain('credentials.issued');
    expect(issues(closeNow())[0]).toBe('credentials.issued');
  });

  test('[A10] is done by the clock at the announced time, and not a moment before', () => {
    given(roundOpen()).when(clockCloses()).refuses('not-yet');
    given(roundOpen(), lastCall(60), later(60 * SECOND - 1))
      .when(clockCloses())
      .refuses('not-yet');
    given(roundOpen(), lastCall(60), later(60 * SECOND))
      .when(clockCloses())
      .records({ type: 'round.closed' });
    given(roundOpen(), lastCall(60), later(3600 * SECOND))
      .when(firstDuty)
      .records({ type: 'round.closed' });
  });

  test('[A10] is not done at an earlier time than the last announced one', () => {
    const calling = given(roundOpen(), lastCall(60));
    const { version } = calling.session;
    const moreTime = given(roundOpen(), lastCall(60), lastCall(120), later(60 * SECOND));
    moreTime.when(clockCloses(version)).refuses('not-yet');
    moreTime.when(clockCloses()).refuses('not-yet');
    moreTime.meeting.now += 60 * SECOND;
    moreTime.when(clockCloses(version)).refuses('not-yet');
    moreTime.when(clockCloses()).records({ type: 'round.closed' });
  });

  test('[A12] of practice needs no last call, and shows its totals', () => {
    given(roundOpen({ practice: true }))
      .when(closeNow())
      .then([
        { type: 'round.door-closed', round: 'a1.1', door: 'phone' },
        { type: 'round.door-closed', round: 'a1.1', door: 'tablet' },
        { type: 'round.closed', round: 'a1.1' },
        { type: 'round.shown', round: 'a1.1' },
      ]);
    given(roundOpen({ practice: true }), closeNow())
      .when(reopen())
      .refuses('tally-seen');
    given(roundOpen({ practice: true }), closeNow(), counts())
      .when(show())
      .refuses('already-begun');
    given(roundOpen({ practice: true, reveal: 'on-show' }), lastCall(60), later(60 * SECOND))
      .when(firstDuty)
      .records({ type: 'round.closed' }, { type: 'round.shown' });
  });
});

describe('opening it again', () => {
  test('[A11] is for everyone, with a reason', () => {
    const { answered, meeting } = given(roundOpen(), castBallot('ann', { bus: 1 }), counted).when(reopen());
    expect(answered.decision).toMatchObject({
      events: [{ type: 'round.reopened', round: 'a1.1' }],
      bodies: [{ texts: { reason: { en: 'A bus came late' } } }],
    });
    const state = meeting.session.activities.get('a1');
    expect(state).toMatchObject({
      round: { stage: 'open', closed: null, counted: null, closesAt: null, shown: false },
    });
    expect(state?.kind === 'allocation' && state.round?.ballots.size).toBe(1);
  });

  test('[A11] needs a reason that can be read', () => {
    for (const reason of [{}, { en: ' ' }, { en: 'late\u202E' }, { cy: 'Hwyr', en: 'a\u0000' }]) {
      given(roundOpen(), closed).when(reopen(reason)).refuses('bad-text');
    }
  });

  test('[A11] [A14] is possible while papers are entered, and opens every door', () => {
    const again = given(paperRoundOpen(), castBallot('ann', { bus: 1 }), closed);
    again.when(reopen()).then([{ type: 'round.reopened', round: 'a1.1' }]);
    expect(roundOf(again.session)).toMatchObject({
      stage: 'open',
      notice: { what: 'reopened', reason: { en: 'A bus came late' } },
    });
    again.when(castBallot('ann', { bus: 2 })).records({ type: 'ballot.cast' });
    again.when(enterPaper(1, {})).records({ type: 'ballot.cast' });
    given(paperRoundOpen(), paperClosed).when(reopen()).records({ type: 'round.reopened' });
  });

  test('[A11] is only for what is closed', () => {
    given(roundOpen()).when(reopen()).refuses('not-closed');
    given(roundOpen(), lastCall()).when(reopen()).refuses('not-closed');
  });

  test('[A11] is over once someone has seen a total', () => {
    given(roundOpen(), shown).when(reopen()).refuses('tally-seen');
    const five = ['ann', 'bob', 'cat', 'dan', 'eve'];
    const ballots = five.map((name) => castBallot(name, { bus: 1 }));
    given(roundOpen({ reveal: 'live' }, five), ballots, closed)
      .when(reopen())
      .refuses('tally-seen');
    given(roundOpen({ reveal: 'live' }, five), ballots.slice(1), closed)
      .when(reopen())
      .records({ type: 'round.reopened' });
    given(roundOpen({}, five), ballots, counted).when(reopen()).records({ type: 'round.reopened' });
  });

  test('[A11] is over also when the totals were hidden after, when one ballot fewer hides them, or when a part was shown', () => {
    const five = ['ann', 'bob', 'cat', 'dan', 'eve'];
    const ballots = five.map((name) => castBallot(name, { bus: 1 }));
    const live = { reveal: 'live' } as const;
    given(roundOpen(live, five), ballots, hideTotals(), closed).when(reopen()).refuses('tally-seen');
    given(roundOpen(live, five), ballots.slice(1), hideTotals(), ballots, closed)
      .when(reopen())
      .records({ type: 'round.reopened' });
    given(roundOpen({}, five), ballots, counted, showNext()).when(reopen()).refuses('tally-seen');
    const four = ballots.slice(1);
    given(paperRoundOpen(live, five), four, enterPaper(1, {}), spoilPaper(1), closed)
      .when(reopen())
      .refuses('tally-seen');
    given(paperRoundOpen(live, five), four, closed, enterPaper(1, {})).when(reopen()).refuses('tally-seen');
  });

  test('[A11] lets in those who came late', () => {
    given(roundOpen(), closed, joins('zoe'), reopen())
      .when(castBallot('zoe', { park: 2 }))
      .records({ type: 'credentials.issued' }, { type: 'ballot.cast' });
  });
});

describe('showing', () => {
  test('[T3] is for what is closed and counted, once', () => {
    given(roundOpen()).when(show()).refuses('not-closed');
    given(roundOpen(), closed).when(show()).refuses('not-counted');
    given(roundOpen(), counted)
      .when(show())
      .then([{ type: 'round.shown', round: 'a1.1' }]);
    given(roundOpen(), shown).when(show()).refuses('already-begun');
  });

  test('[T3] waits for a new count after a reopening', () => {
    given(roundOpen(), counted, reopen(), closed).when(show()).refuses('not-counted');
  });
});

describe('a round that is not there', () => {
  test.for([lastCall(60, { round: 'a1.2' }), closeNow({ round: 'a1.2' }), reopen(undefined, { round: 'a1.2' })])(
    '[A1] is unknown (%#)',
    (asked) => given(roundOpen()).when(asked).refuses('unknown-round'),
  );

  test('[A1] is unknown to the clock and the count as well', () => {
    given(roundOpen())
      .when(clockCloses(1, { activity: 'a3' }))
      .refuses('unknown-round');
    given(roundOpen())
      .when(counts({ activity: 'a3' }))
      .refuses('unknown-round');
    given(roundOpen())
      .when(show({ activity: 'a3' }))
      .refuses('unknown-round');
  });
});
