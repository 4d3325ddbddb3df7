import { describe, expect, test } from 'vitest';
import {
  castBallot,
  closeNow,
  counts,
  endMeeting,
  enterPaper,
  joins,
  openJoining,
  reconcilePaper,
  seatOf,
  show,
  spoilPaper,
  startActivity,
  voidRound,
} from '../testing/asked.ts';
import { given } from '../testing/given.ts';
import {
  allCast,
  closed,
  counted,
  deciding,
  joined,
  newMeeting,
  paperRoundOpen,
  paperShown,
  people,
  practice,
  roundOpen,
  setUp,
  shown,
  type Step,
} from '../testing/meetings.ts';
import { credentialOf } from '../testing/recorded-session.ts';
import { SCREENS, seen } from '../testing/views.ts';

const TWELVE = people(12);
const recordOf = (...steps: readonly (Step | readonly Step[])[]) =>
  seen(given(...steps).session, SCREENS.public).record!;
const roundsOf = (...steps: readonly (Step | readonly Step[])[]) =>
  recordOf(...steps).parts.flatMap(({ rounds }) => rounds ?? []);
const votes = allCast(TWELVE, { bus: 2, park: 1 });

describe('the record', () => {
  test('[X1] says what the meeting was about, when it was, and how many came', () => {
    expect(recordOf(setUp())).toMatchObject({
      state: 'draft',
      openedAt: null,
      closedAt: null,
      joined: 0,
      parts: [],
      decisions: [],
    });
    const held = recordOf(joined(['ann', 'bob']), startActivity('a1'), shown, endMeeting());
    expect(held).toMatchObject({
      state: 'closed',
      openedAt: '2026-11-23T12:00:00Z',
      closedAt: '2026-11-23T12:00:00Z',
      joined: 2,
    });
    expect(held.setUp).toStrictEqual(newMeeting());
  });

  test('[X1] holds the parts that were held, in the order of the run of show, and no others', () => {
    const parts = recordOf(roundOpen(), shown, startActivity('a2')).parts;
    expect(parts.map(({ item, rounds }) => [item.activity, rounds?.length ?? null])).toEqual([
      ['a1', 1],
      ['a2', null],
    ]);
  });

  test('[X1] holds nothing of a round but its rules before all of it is shown', () => {
    for (const steps of [[], votes, [...votes, ...closed], [...votes, ...counted]]) {
      const [round] = roundsOf(roundOpen({ reveal: 'live' }, TWELVE), steps);
      expect(round).toMatchObject({
        outcome: null,
        before: [],
        doors: null,
        ballots: null,
        papers: null,
        spoiled: [],
        voided: null,
      });
    }
    expect(roundsOf(roundOpen({}, TWELVE), votes, shown)).toMatchObject([
      {
        round: 'a1.1',
        costs: [
          ['bus', 40_000],
          ['park', 30_000],
          ['roof', 50_000],
        ],
        outcome: { complete: true, version: 1, funded: ['bus', 'park'], ballots: 12 },
        before: [],
        voided: null,
        doors: [['phone', 12]],
        papers: null,
      },
    ]);
  });

  test('[X1] holds no practice, whoever took part in it', () => {
    const evening = [
      ...joined(TWELVE, { agenda: [practice(), deciding()] }),
      startActivity('a1'),
      ...allCast(TWELVE, { tea: 1 }),
    ];
    expect(roundsOf(evening, [closeNow(), counts()])).toEqual([]);
    expect(JSON.stringify(recordOf(evening, [closeNow(), counts()]))).not.toMatch(/"tea"/);
    expect(roundsOf(evening, [closeNow(), counts(), voidRound()])).toEqual([]);
    expect(roundsOf(evening, [closeNow(), counts(), startActivity('a2')])).toMatchObject([{ round: 'a2.1' }]);
  });

  test('[X1] holds a round that was started again with its reason and without what it gave', () => {
    for (const before of [[], shown]) {
      const [old, anew] = roundsOf(roundOpen({}, TWELVE), votes, before, voidRound());
      expect(old).toMatchObject({
        round: 'a1.1',
        voided: { en: 'A cost was wrong' },
        outcome: null,
        ballots: null,
        doors: null,
      });
      expect(anew).toMatchObject({ round: 'a1.2', voided: null, outcome: null });
    }
  });
});

describe('people in the record', () => {
  test('[X2] are nobody: no seat, no credential, no commitment, no time of a ballot', () => {
    const all = given(paperRoundOpen({}, TWELVE), votes, enterPaper(7, { roof: 1 }, { card: 'nab' }), paperShown);
    const text = JSON.stringify(seen(all.session, SCREENS.public));
    for (const name of TWELVE) {
      expect(text).not.toContain(seatOf(name));
      expect(text).not.toContain(credentialOf(seatOf(name), 'a1.1'));
    }
    const commits = all.meeting.entries.flatMap(({ commit, events }) =>
      events.some(({ type }) => type === 'ballot.cast') ? [commit!] : [],
    );
    expect(commits).toHaveLength(13);
    for (const commit of commits) expect(text).not.toContain(commit);
  });

  test('[X2] have their ballots listed from ten on, by what they say and in no order of time', () => {
    const choices = TWELVE.map((name, at) => castBallot(name, { [['roof', 'park', 'bus'][at % 3]!]: 1 + (at % 2) }));
    const listed = (...cast: readonly Step[]) => roundsOf(roundOpen({}, TWELVE), cast, shown)[0]!.ballots;
    expect(listed(...choices.slice(0, 9))).toBeNull();
    expect(listed(...choices.slice(0, 10))).toHaveLength(10);
    const all = listed(...choices)!;
    expect(all).toEqual(listed(...choices.toReversed()));
    expect(all.map(({ alloc }) => JSON.stringify(alloc))).toEqual(all.map(({ alloc }) => JSON.stringify(alloc)).sort());
    expect(all.every(({ commit }) => commit === null)).toBe(true);
  });

  test('[X2] are counted by the way their ballots came in only where no way is small', () => {
    const doors = (papers: number, tablets: number) =>
      roundsOf(
        paperRoundOpen({}, TWELVE),
        TWELVE.map((name, at) => castBallot(name, { bus: 1 }, { door: at < tablets ? 'tablet' : 'phone' })),
        Array.from({ length: papers }, (_, at) => enterPaper(at + 1, { park: 1 })),
        paperShown,
      )[0]!.doors;
    expect(doors(0, 0)).toEqual([['phone', 12]]);
    expect(doors(5, 0)).toEqual([
      ['phone', 12],
      ['paper', 5],
    ]);
    expect(doors(5, 6)).toEqual([
      ['phone', 6],
      ['tablet', 6],
      ['paper', 5],
    ]);
    const hidden = (...ways: string[]) => ways.map((way) => [way, null]);
    expect(doors(4, 0)).toEqual(hidden('phone', 'paper'));
    expect(doors(5, 8)).toEqual([...hidden('phone'), ['tablet', 8], ...hidden('paper')]);
    expect(doors(0, 1)).toEqual(hidden('phone', 'tablet'));
  });

  test('[X2] may be so few that there is one way alone, which tells nothing', () => {
    expect(roundsOf(roundOpen(), castBallot('ann', { bus: 1 }), shown)[0]).toMatchObject({
      doors: [['phone', 1]],
      ballots: null,
    });
  });

  test('[X2] [D4] can check the papers: how many were entered, set aside and why, handed out and left', () => {
    const desk = [
      enterPaper(1, {}),
      enterPaper(2, {}),
      spoilPaper(3, 'blank'),
      spoilPaper(4, 'blank'),
      spoilPaper(5),
      reconcilePaper(9, 4),
    ];
    expect(roundsOf(paperRoundOpen(), desk, paperShown)[0]).toMatchObject({
      papers: { entered: 2, spoiled: 3, issued: 9, unused: 4 },
      spoiled: [
        ['blank', 2],
        ['unreadable', 1],
      ],
    });
    expect(roundsOf(roundOpen(), shown)[0]!.papers).toBeNull();
  });

  test('[X2] [S15] are those who came in: a test card is none of them', () => {
    expect(recordOf(setUp(), openJoining(), [joins('ann'), joins('tim', 'test-card')]).joined).toBe(1);
  });

  test('[X1] can be read by anyone and by no more than the record', () => {
    const view = seen(given(roundOpen(), counted, show()).session, SCREENS.public);
    expect(Object.keys(view)).toEqual(['record', 'publication']);
    expect(view.publication).toBeNull();
  });
});
