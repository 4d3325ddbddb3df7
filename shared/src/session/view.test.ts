import { describe, expect, test } from 'vitest';
import { castBallot, closeNow, counts, lastCall, reopen, seatOf, show, startActivity } from '../testing/asked.ts';
import { given } from '../testing/given.ts';
import { closed, counted, deciding, joined, roundOpen, setUp, shown, type Step } from '../testing/meetings.ts';
import { credentialOf } from '../testing/recorded-session.ts';
import { AROUND, phoneOf, SCREENS, seen } from '../testing/views.ts';
import type { Viewer } from './view.ts';

const PEOPLE = ['ann', 'bob', 'cat', 'dan', 'eve'];
const everyone = Object.values(SCREENS);
const insiders: Viewer[] = [SCREENS.room, SCREENS.facilitator, SCREENS.stage, phoneOf('ann'), phoneOf('zoe')];
const votes = PEOPLE.map((name) => castBallot(name, { bus: 2, park: 1 }));

describe('what leaves the server', () => {
  test('[L1] tells a newcomer what the meeting is about, and no more', () => {
    for (const meeting of [given(setUp()), given(roundOpen({ reveal: 'live' }, PEOPLE), votes, shown)]) {
      const { state, title, purpose, voters, currency, potMinor } = meeting.session;
      const joining = { state, title, purpose, voters, currency, potMinor };
      expect(seen(meeting.session, SCREENS.newcomer)).toStrictEqual({ joining });
    }
  });

  test('[L1] gives each screen its own sections', () => {
    const { session } = given(roundOpen({}, PEOPLE), votes, shown);
    const shared = ['meeting', 'now', 'outcome', 'people', 'tally', 'turnout'];
    expect(Object.keys(seen(session, SCREENS.room)).sort()).toEqual(shared);
    expect(Object.keys(seen(session, phoneOf('ann'))).sort()).toEqual([...shared, 'mine'].sort());
    expect(Object.keys(seen(session, SCREENS.stage)).sort()).toEqual([...shared, 'invite'].sort());
    expect(Object.keys(seen(session, SCREENS.facilitator)).sort()).toEqual(
      [...shared, 'invite', 'pending', 'ready'].sort(),
    );
  });

  test('[L1] shows the code of the meeting to the hall and to the facilitator alone', () => {
    const { session } = given(joined(['ann', 'bob', 'cat', 'dan']));
    const { code, joinUrl } = AROUND;
    expect(seen(session, SCREENS.stage).invite).toEqual({ code, joinUrl });
    expect(seen(session, SCREENS.facilitator)).toMatchObject({
      invite: { code, joinUrl },
      pending: { unsent: 1, outOfTouch: 1 },
    });
    for (const viewer of [SCREENS.newcomer, SCREENS.room, phoneOf('ann')]) {
      expect(JSON.stringify(seen(session, viewer))).not.toContain(code);
    }
  });

  test('[L1] says what is on, in the same words to all', () => {
    const { session } = given(roundOpen({ tokens: 7 }), lastCall(60));
    const [room, ...others] = insiders.map((viewer) => seen(session, viewer).now);
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
        proposals: ['bus', 'park', 'roof'],
      },
    });
  });

  test('[L1] says that nothing is on before the first activity, and that there is a break in a break', () => {
    const waiting = given(joined(['ann'], { agenda: [{ kind: 'break' }, deciding()] }));
    expect(seen(waiting.session, SCREENS.room)).toMatchObject({ now: { current: null, activity: null } });
    waiting.when(startActivity('a1')).records({ type: 'activity.started' });
    expect(seen(waiting.session, SCREENS.room)).toMatchObject({ now: { current: 'a1', activity: { kind: 'break' } } });
  });

  test('[S9] [T2] never names a seat, and no credential', () => {
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
      for (const viewer of insiders) expect(seen(voting.session, viewer).turnout).toEqual({ round: 'a1.1', sent });
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
      const rows = JSON.stringify(everyone.map((viewer) => seen(session, viewer)));
      expect(rows).not.toMatch(/"(supporters|funded|lot|upTo)"/);
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
    expect(ready(roundOpen())).toEqual({ round: 'a1.1', counted: false, canReopen: false });
    expect(ready(roundOpen(), closed)).toEqual({ round: 'a1.1', counted: false, canReopen: true });
    expect(ready(roundOpen(), counted)).toEqual({ round: 'a1.1', counted: true, canReopen: true });
    expect(ready(roundOpen(), shown)).toEqual({ round: 'a1.1', counted: true, canReopen: false });
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
      expect(seen(session, phoneOf('ann')).mine).toEqual({ round: 'a1.1', version, alloc: [['roof', 3]], commit });
      expect(seen(session, phoneOf('zoe')).mine).toEqual({ round: 'a1.1', version: 0, alloc: [], commit: null });
      for (const viewer of everyone) {
        const view = seen(session, viewer);
        expect(view.mine).toBeUndefined();
        expect(JSON.stringify(view)).not.toContain(commit);
      }
    }
  });

  test('[T5] is another one in another round', () => {
    const { session } = given(roundOpen({}, PEOPLE), votes, shown, startActivity('a2'), startActivity('a3'));
    expect(seen(session, phoneOf('ann')).mine).toEqual({ round: 'a3.1', version: 0, alloc: [], commit: null });
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
  expect(after?.kind === 'allocation' && { ...after.round, shown: false }).toEqual(
    before?.kind === 'allocation' && before.round,
  );
});
