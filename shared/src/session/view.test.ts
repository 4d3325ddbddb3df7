import { describe, expect, test } from 'vitest';
import {
  castBallot,
  closeNow,
  counts,
  endMeeting,
  enterPaper,
  hideTotals,
  joins,
  lastCall,
  letIn,
  reopen,
  seatOf,
  show,
  spoilPaper,
  startActivity,
} from '../testing/asked.ts';
import { given } from '../testing/given.ts';
import {
  closed,
  counted,
  deciding,
  how,
  joined,
  paperRoundOpen,
  paperShown,
  pause,
  roundOpen,
  setUp,
  shown,
  type Step,
} from '../testing/meetings.ts';
import { raiseQuestion, writeDecision } from '../testing/planned.ts';
import { credentialOf } from '../testing/recorded-session.ts';
import { AROUND, newcomersPhone, phoneOf, SCREENS, seen } from '../testing/views.ts';
import type { Viewer } from './view.ts';

const PEOPLE = ['ann', 'bob', 'cat', 'dan', 'eve'];
const everyone = Object.values(SCREENS);
const insiders: Viewer[] = [SCREENS.room, SCREENS.facilitator, SCREENS.stage, phoneOf('ann'), phoneOf('zoe')];
const inTheRoom: Viewer[] = [...insiders, SCREENS.helper];
const votes = PEOPLE.map((name) => castBallot(name, { bus: 2, park: 1 }));

describe('what leaves the server', () => {
  test('[L1] tells a newcomer what the meeting is about, and no more', () => {
    for (const meeting of [given(setUp()), given(roundOpen({ reveal: 'live' }, PEOPLE), votes, shown)]) {
      const { sid, state, setUp: all } = meeting.session;
      const { admission, mode, linkDays, title, purpose, promise, voters, together, currency, potMinor } = all;
      const joining = {
        sid,
        rehearsalOf: null,
        state,
        admission,
        mode,
        linkDays,
        title,
        purpose,
        promise,
        voters,
        together,
        currency,
        potMinor,
      };
      expect(seen(meeting.session, SCREENS.newcomer)).toStrictEqual({ joining });
      expect(seen(meeting.session, newcomersPhone('zoe'))).toStrictEqual({ joining, door: null });
    }
  });

  test('[L1] gives each screen its own sections', () => {
    const { session } = given(roundOpen({}, PEOPLE), votes, shown);
    const shared = ['decision', 'meeting', 'now', 'outcome', 'people', 'seal', 'tally', 'turnout'];
    const sectionsOf = (viewer: Viewer) => Object.keys(seen(session, viewer)).sort();
    expect(sectionsOf(SCREENS.room)).toEqual(shared);
    expect(sectionsOf(phoneOf('ann'))).toEqual([...shared, 'mine'].sort());
    expect(sectionsOf(SCREENS.stage)).toEqual([...shared, 'invite'].sort());
    const desk = [...shared, 'invite', 'papers', 'waiting'];
    expect(sectionsOf(SCREENS.helper)).toEqual(desk.filter((name) => name !== 'tally').sort());
    expect(sectionsOf(SCREENS.facilitator)).toEqual([...desk, 'pending', 'ready', 'undo'].sort());
    expect(sectionsOf(SCREENS.public)).toEqual(['publication', 'record']);
  });

  test('[L1] shows the code of the meeting to the hall, the facilitator and the helpers alone', () => {
    const { session } = given(joined(['ann', 'bob', 'cat', 'dan']));
    const { code, joinUrl } = AROUND;
    expect(seen(session, SCREENS.stage).invite).toEqual({ code, joinUrl });
    expect(seen(session, SCREENS.helper).invite).toEqual({ code, joinUrl });
    expect(seen(session, SCREENS.facilitator)).toMatchObject({
      invite: { code, joinUrl },
      pending: { unsent: 1, outOfTouch: 1 },
    });
    for (const viewer of [SCREENS.newcomer, SCREENS.room, SCREENS.public, phoneOf('ann')]) {
      expect(JSON.stringify(seen(session, viewer))).not.toContain(code);
    }
  });

  test('[L10] says that nobody is out of touch who finished on a tablet or on paper, also in the rounds after', () => {
    const outOfTouch = (...steps: readonly (readonly Step[])[]) =>
      seen(given(...steps).session, SCREENS.facilitator).pending?.outOfTouch;
    const gone = paperRoundOpen({}, [...PEOPLE, 'fay']);
    const onTablet = castBallot('dan', { bus: 1 }, { door: 'tablet' });
    const onPaper = enterPaper(1, { bus: 1 }, { card: 'eve' });
    expect(outOfTouch(gone)).toBe(3);
    expect(outOfTouch(gone, [castBallot('fay', { bus: 1 })])).toBe(3);
    expect(outOfTouch(gone, [onTablet])).toBe(2);
    expect(outOfTouch(gone, [onTablet, onPaper])).toBe(1);
    expect(outOfTouch(gone, [onTablet, castBallot('dan', { bus: 2 })])).toBe(3);
    const next = [onTablet, onPaper, ...paperShown, startActivity('a2')];
    expect(outOfTouch(paperRoundOpen({}, [...PEOPLE, 'fay']), next)).toBe(1);
  });

  test('[L1] says what is on, in the same words to all', () => {
    const { session } = given(roundOpen({ tokens: 7 }), lastCall(60));
    const [room, ...others] = inTheRoom.map((viewer) => seen(session, viewer).now);
    for (const other of others) expect(other).toEqual(room);
    expect(room).toMatchObject({
      ruling: session.ruling.version,
      what: 'round.last-call',
      current: 'a1',
      started: ['a1'],
      activity: {
        kind: 'allocation',
        round: 'a1.1',
        stage: 'last-call',
        tokens: 7,
        cap: 4,
        potMinor: 90_000,
        deciding: true,
        practice: false,
        shown: false,
        revealed: 0,
        leftOver: false,
        notice: null,
        doors: ['phone', 'tablet'],
        proposals: ['bus', 'park', 'roof'],
      },
    });
  });

  test('[L1] says that nothing is on before the first activity, and that there is a break in a break', () => {
    const waiting = given(joined(['ann'], { agenda: [pause, deciding()] }));
    expect(seen(waiting.session, SCREENS.room)).toMatchObject({ now: { current: null, activity: null } });
    waiting.when(startActivity('a1')).records({ type: 'activity.started' });
    expect(seen(waiting.session, SCREENS.room)).toMatchObject({ now: { current: 'a1', activity: { kind: 'break' } } });
  });

  test('[L1] says of a part that it can be taken back to the facilitator alone, and only while it can', () => {
    const start = (...steps: readonly (readonly Step[])[]) =>
      seen(given(...steps).session, SCREENS.facilitator).undo?.start;
    expect(start(joined([]))).toBeNull();
    expect(start(roundOpen())).toBe('a1');
    expect(start(roundOpen(), [castBallot('ann', {})])).toBeNull();
    expect(start(roundOpen(), shown)).toBeNull();
    expect(start(roundOpen(), shown, [startActivity('a2')])).toBe('a2');
    expect(start(roundOpen(), shown, [startActivity('a2'), endMeeting()])).toBeNull();
  });

  test('[L1] [S14] names who waits to the facilitator and the helpers, by number, and their own number to them alone', () => {
    const { session } = given(
      joined(['ann'], { admission: 'let-in' }),
      [joins('bob'), joins('cat'), joins('dan')],
      letIn('bob'),
    );
    const waiting = {
      seats: [
        { seat: seatOf('cat'), number: 3 },
        { seat: seatOf('dan'), number: 4 },
      ],
    };
    expect(seen(session, SCREENS.helper).waiting).toEqual(waiting);
    expect(seen(session, SCREENS.facilitator).waiting).toEqual(waiting);
    expect(seen(session, newcomersPhone('cat')).door).toEqual({ number: 3 });
    expect(seen(session, newcomersPhone('bob')).door).toBeNull();
    expect(seen(session, SCREENS.newcomer)).not.toHaveProperty('door');
    for (const viewer of [SCREENS.room, SCREENS.stage, SCREENS.public, phoneOf('ann'), newcomersPhone('dan')]) {
      expect(JSON.stringify(seen(session, viewer))).not.toContain(seatOf('cat'));
      expect(seen(session, viewer)).not.toHaveProperty('waiting');
    }
  });

  test('[L1] [D4] names papers by number to the facilitator and the helpers, where papers are taken', () => {
    const entered = given(
      paperRoundOpen(),
      enterPaper(12, { bus: 1 }),
      enterPaper(3, { roof: 4 }),
      spoilPaper(7, 'blank'),
    );
    const papers = { round: 'a1.1', entered: [3, 12], spoiled: [[7, 'blank']], issued: null, unused: null };
    expect(seen(entered.session, SCREENS.helper).papers).toEqual(papers);
    expect(seen(entered.session, SCREENS.facilitator).papers).toEqual(papers);
    for (const viewer of [SCREENS.room, SCREENS.stage, phoneOf('ann')]) {
      expect(seen(entered.session, viewer)).not.toHaveProperty('papers');
    }
    expect(seen(given(roundOpen()).session, SCREENS.helper).papers).toBeNull();
  });

  test('[L1] [K2] says how many have a question to everyone, and whose it is to nobody', () => {
    const asking = given(joined(['ann', 'bob'], { agenda: [how] }), startActivity('a1'), raiseQuestion('ann'));
    for (const viewer of inTheRoom) {
      const view = seen(asking.session, viewer);
      expect(view.questions).toEqual({ open: 1 });
      expect(JSON.stringify(view)).not.toContain(seatOf('ann'));
    }
  });

  test('[L1] [O7] gives the decision as it was written last to everyone in the room', () => {
    const decided = given(roundOpen(), shown);
    for (const viewer of inTheRoom) expect(seen(decided.session, viewer).decision).toBeNull();
    decided.when(writeDecision()).records({ type: 'decision.written' });
    decided
      .when(writeDecision({ statement: { en: 'Only the bus' }, reason: { en: 'We misheard' } }))
      .records({ edition: 2 });
    for (const viewer of inTheRoom) {
      expect(seen(decided.session, viewer).decision).toMatchObject({ edition: 2, statement: { en: 'Only the bus' } });
    }
    expect(seen(decided.session, SCREENS.newcomer)).not.toHaveProperty('decision');
  });

  test('[S9] [T2] never names a seat that sits, and no credential', () => {
    const { session } = given(roundOpen({ reveal: 'live' }, PEOPLE), votes, shown);
    for (const viewer of [...everyone, phoneOf('ann')]) {
      const text = JSON.stringify(seen(session, viewer));
      for (const name of PEOPLE) {
        expect(text).not.toContain(seatOf(name));
        expect(text).not.toContain(credentialOf(seatOf(name), 'a1.1'));
      }
    }
  });
});

describe('turnout', () => {
  test('[T2] says how many have sent, to everyone who has joined, from the first ballot on', () => {
    const voting = given(roundOpen({}, PEOPLE));
    for (const [before, name] of ['ann', 'bob', 'ann', 'cat'].entries()) {
      voting.when(castBallot(name, { bus: 1 })).records({ type: 'ballot.cast' });
      const sent = [1, 2, 2, 3][before];
      for (const viewer of inTheRoom) expect(seen(voting.session, viewer).turnout).toEqual({ round: 'a1.1', sent });
    }
  });
});

describe('totals', () => {
  test('[T3] under on-show are for nobody before they are shown', () => {
    const hidden = [
      given(roundOpen({}, PEOPLE), votes),
      given(roundOpen({}, PEOPLE), votes, lastCall()),
      given(roundOpen({}, PEOPLE), votes, closed),
      given(roundOpen({}, PEOPLE), votes, counted),
      given(roundOpen({}, PEOPLE), votes, counted, reopen()),
    ];
    for (const { session } of hidden) {
      for (const viewer of insiders) expect(seen(session, viewer)).toMatchObject({ tally: null, outcome: null });
      expect(seen(session, SCREENS.helper)).toMatchObject({ outcome: null });
      const rows = JSON.stringify(everyone.map((viewer) => seen(session, viewer)));
      expect(rows).not.toMatch(/"(supporters|funded|lot|upTo|weighed)":/);
    }
  });

  test('[T3] are for everyone once they are shown', () => {
    const { session, meeting } = given(roundOpen({}, PEOPLE), votes, shown);
    const closing = meeting.entries.find(({ events }) => events.some(({ type }) => type === 'round.closed'));
    for (const viewer of insiders) {
      expect(seen(session, viewer)).toMatchObject({
        tally: {
          round: 'a1.1',
          rows: [
            [10, 5, true],
            [5, 5, true],
            [0, 0, false],
          ],
        },
        outcome: {
          round: 'a1.1',
          ballots: 5,
          potMinor: 90_000,
          spentMinor: 70_000,
          funded: ['bus', 'park'],
          lot: closing?.id,
        },
      });
    }
  });

  test('[T3] tell the facilitator whether there is something to show, and whether reopening is still possible', () => {
    const ready = (...steps: readonly (readonly Step[])[]) => seen(given(...steps).session, SCREENS.facilitator).ready;
    const no = { round: 'a1.1', counted: false, canReopen: false, canCorrect: false, canShareLeft: false };
    expect(ready(roundOpen())).toEqual(no);
    expect(ready(roundOpen(), closed)).toEqual({ ...no, canReopen: true });
    expect(ready(roundOpen(), counted)).toEqual({ ...no, counted: true, canReopen: true });
    expect(ready(roundOpen(), shown)).toEqual({ ...no, counted: true, canShareLeft: true });
    expect(ready(paperRoundOpen(), closed)).toEqual({ ...no, canReopen: true });
    expect(ready(paperRoundOpen(), closed, [closeNow(), counts(), show()])).toEqual({
      ...no,
      counted: true,
      canCorrect: true,
      canShareLeft: true,
    });
  });

  test('[T4] under live are seen from the fifth ballot on', () => {
    const live = given(roundOpen({ reveal: 'live' }, PEOPLE), votes.slice(0, 4));
    for (const viewer of insiders) expect(seen(live.session, viewer).tally).toBeNull();
    live.when(castBallot('ann', { roof: 4 })).records({ type: 'ballot.cast' });
    expect(seen(live.session, SCREENS.stage).tally).toBeNull();
    live.when(castBallot('eve', {})).records({ type: 'ballot.cast' });
    for (const viewer of insiders) {
      expect(seen(live.session, viewer)).toMatchObject({
        tally: {
          rows: [
            [6, 3, true],
            [3, 3, false],
            [4, 1, true],
          ],
        },
        outcome: null,
      });
    }
  });

  test('[T4] mark what would be funded as if the round closed now; equals stand in the order of the wall', () => {
    const ballots = PEOPLE.map((name) => castBallot(name, { bus: 1, park: 1, roof: 1 }));
    const { session } = given(roundOpen({ reveal: 'live' }, PEOPLE), ballots);
    expect(seen(session, SCREENS.stage)).toMatchObject({
      tally: {
        rows: [
          [5, 5, true],
          [5, 5, true],
          [5, 5, false],
        ],
      },
    });
  });

  test('[T6] that were live can be hidden again, and are then for nobody until they are shown', () => {
    const hidden = given(roundOpen({ reveal: 'live' }, PEOPLE), votes, hideTotals());
    for (const after of [[], closed, [counts()]]) {
      for (const asked of after) hidden.when(asked).records({});
      for (const viewer of insiders) {
        const view = seen(hidden.session, viewer);
        expect(view).toMatchObject({ tally: null, outcome: null, now: { activity: { reveal: 'on-show' } } });
      }
    }
    hidden.when(show()).records({ type: 'round.shown' });
    for (const viewer of insiders) expect(seen(hidden.session, viewer).tally?.rows[0]).toEqual([10, 5, true]);
  });

  test('[T4] once counted mark what is funded, by the lot', () => {
    const ballots = PEOPLE.map((name) => castBallot(name, { bus: 1, park: 1, roof: 1 }));
    const { session } = given(roundOpen({ reveal: 'live' }, PEOPLE), ballots, shown);
    const { tally, outcome } = seen(session, SCREENS.stage);
    const marked = ['bus', 'park', 'roof'].filter((_, at) => tally?.rows[at]?.[2]);
    expect(marked).toEqual(outcome?.funded.toSorted());
  });

  test('[A12] of practice are shown with its end, whoever was there, and with their outcome once counted', () => {
    const tried = given(roundOpen({ practice: true, reveal: 'live' }), castBallot('ann', { tea: 2 }), closeNow());
    expect(seen(tried.session, SCREENS.room)).toMatchObject({
      tally: {
        rows: [
          [2, 1, true],
          [0, 0, false],
          [0, 0, false],
        ],
      },
      outcome: null,
    });
    tried.when(counts()).records({ type: 'round.counted' });
    expect(seen(tried.session, SCREENS.room)).toMatchObject({
      outcome: { practice: true, funded: ['tea'], spentMinor: 100 },
    });
  });
});

describe('a ballot', () => {
  test('[T5] is seen by its own seat alone, also once totals are shown', () => {
    for (const after of [[], closed, counted, shown]) {
      const { session, meeting } = given(roundOpen({}, PEOPLE), votes, castBallot('ann', { roof: 3 }), after);
      const { version, commit } = meeting.entries.findLast(({ events }) => events[0]?.type === 'ballot.cast')!;
      const own = { round: 'a1.1', version, alloc: [['roof', 3]], commit, group: null, returned: null };
      expect(seen(session, phoneOf('ann')).mine).toEqual(own);
      expect(seen(session, phoneOf('zoe')).mine).toEqual({ ...own, version: 0, alloc: [], commit: null });
      for (const viewer of everyone) {
        const view = seen(session, viewer);
        expect(view.mine).toBeUndefined();
        expect(JSON.stringify(view)).not.toContain(commit);
      }
    }
  });

  test('[T5] is another one in another round', () => {
    const { session } = given(roundOpen({}, PEOPLE), votes, shown, startActivity('a2'), startActivity('a3'));
    const none = { round: 'a3.1', version: 0, alloc: [], commit: null, group: null, returned: null };
    expect(seen(session, phoneOf('ann')).mine).toEqual(none);
  });

  test('[T5] that is not yet shown does not leave with the next activity', () => {
    const { session } = given(roundOpen({}, PEOPLE), votes, counted, startActivity('a3'));
    for (const viewer of insiders) expect(seen(session, viewer)).toMatchObject({ tally: null, outcome: null });
  });
});

test('[T3] showing changes nothing but what is seen', () => {
  const ready = given(roundOpen({}, PEOPLE), votes, counted);
  const before = structuredClone(ready.session.activities.get('a1'));
  ready.when(show()).then([{ type: 'round.shown', round: 'a1.1' }]);
  const after = ready.session.activities.get('a1');
  expect(
    after?.kind === 'allocation' && { ...after.round, shown: false, shownOutcome: null, shownDoors: null },
  ).toEqual(before?.kind === 'allocation' && before.round);
});
