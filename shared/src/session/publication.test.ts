import { describe, expect, test } from 'vitest';
import { castBallot, correct, endMeeting, enterPaper, spoilPaper } from '../testing/asked.ts';
import { given, type Given } from '../testing/given.ts';
import {
  allCast,
  closed,
  counted,
  deciding,
  joined,
  newMeeting,
  paperClosed,
  paperShown,
  people,
  practice,
  roundOpen,
  setUp,
  shown,
} from '../testing/meetings.ts';
import { saveSetUp } from '../testing/planned.ts';
import { counts, openJoining, show, startActivity, voidRound } from '../testing/asked.ts';
import { givesBody, publicationOf } from './publication.ts';

const TWELVE = people(12);

/** What kinds of erasable parts anyone gets, with how many of each. */
function bodiesIn(meeting: Given): Record<string, number> {
  const publication = publicationOf(meeting.session);
  const found = new Map<string, number>();
  if (publication === null) return {};
  for (const entry of meeting.meeting.entries) {
    if (entry.bodies === undefined || !givesBody(publication, entry)) continue;
    const { type } = entry.events[entry.bodies.findIndex((body) => body !== null)]!;
    found.set(type, (found.get(type) ?? 0) + 1);
  }
  return Object.fromEntries(found);
}

describe('the published journal', () => {
  test('[X4] is there after the end only', () => {
    expect(publicationOf(given(roundOpen(), closed).session)).toBeNull();
    expect(publicationOf(given(roundOpen(), shown, endMeeting()).session)).not.toBeNull();
  });

  test('[X4] gives the set-up that stood, and no draft before it', () => {
    const draft = given(
      setUp(),
      saveSetUp(newMeeting({ title: { en: 'A slip' } })),
      saveSetUp(newMeeting()),
      openJoining(),
      endMeeting(),
    );
    expect(bodiesIn(draft)).toEqual({ 'set-up.saved': 1 });
    expect(publicationOf(draft.session)).toMatchObject({ setUpAt: 3 });
  });

  test('[X4] gives no ballot where only totals are published, and what stands of each where lists are', () => {
    const votes = [
      ...allCast(TWELVE, { bus: 1 }),
      castBallot(TWELVE[0]!, { park: 1 }),
      castBallot(TWELVE[0]!, { park: 2 }),
    ];
    for (const mode of ['private', 'pseudonymous'] as const) {
      const ended = given(
        joined(TWELVE, { mode, agenda: [deciding()] }),
        startActivity('a1'),
        votes,
        shown,
        endMeeting(),
      );
      const ballots = mode === 'private' ? {} : { 'ballot.cast': 12 };
      expect(bodiesIn(ended)).toEqual({ 'set-up.saved': 1, 'round.counted': 1, ...ballots });
    }
  });

  test('[X4] gives nothing of practice, of a round that was voided or of one that was not shown', () => {
    const agenda = [practice(), deciding(), deciding()];
    const ended = given(
      joined(TWELVE, { mode: 'pseudonymous', agenda }),
      [startActivity('a1'), castBallot(TWELVE[0]!, { tea: 1 })],
      [...closed.slice(1), counts()],
      [startActivity('a2'), castBallot(TWELVE[0]!, { bus: 1 }), voidRound(), castBallot(TWELVE[0]!, { bus: 1 })],
      [...counted, startActivity('a3'), castBallot(TWELVE[0]!, { bus: 2 })],
      [...counted, show(), endMeeting()],
    );
    expect(bodiesIn(ended)).toEqual({ 'set-up.saved': 1, 'round.voided': 1, 'ballot.cast': 1, 'round.counted': 1 });
  });

  test('[X3] [X4] gives no list where a way of coming in would tell whose a ballot is', () => {
    const meeting = (papers: number, different: number) =>
      given(
        joined(TWELVE, { mode: 'pseudonymous', paper: true, agenda: [deciding()] }),
        startActivity('a1'),
        TWELVE.map((name, at) => castBallot(name, at % 2 === 0 ? { bus: 1 } : { park: 1 })),
        Array.from({ length: papers }, (_, at) => enterPaper(at + 1, at % different === 0 ? { roof: 1 } : { park: 1 })),
        paperShown,
        endMeeting(),
      );
    expect(bodiesIn(meeting(5, 2))).toMatchObject({ 'ballot.cast': 17 });
    expect(bodiesIn(meeting(4, 2))).not.toHaveProperty('ballot.cast');
    expect(bodiesIn(meeting(5, 1))).not.toHaveProperty('ballot.cast');
    expect(bodiesIn(meeting(4, 2))).toHaveProperty('round.counted');
  });

  test('[X4] gives every ballot where one was struck, so that what stands can be found', () => {
    const struck = (papers: number) =>
      given(
        joined(TWELVE, { mode: 'pseudonymous', paper: true, agenda: [deciding()] }),
        startActivity('a1'),
        TWELVE.map((name, at) => castBallot(name, at % 2 === 0 ? { bus: 1 } : { park: 1 })),
        Array.from({ length: papers }, (_, at) =>
          enterPaper(at + 1, at === 1 ? { roof: 1 } : { park: 1 }, { card: TWELVE[at]! }),
        ),
        spoilPaper(1),
        paperShown,
        endMeeting(),
      );
    expect(bodiesIn(struck(6))).toMatchObject({ 'ballot.cast': 18 });
    expect(bodiesIn(struck(4))).not.toHaveProperty('ballot.cast');
  });

  test('[X4] while papers are corrected, gives what was shown and nothing of what is entered', () => {
    const before = given(
      joined(TWELVE, { mode: 'pseudonymous', paper: true, agenda: [deciding()] }),
      startActivity('a1'),
      TWELVE.map((name, at) => castBallot(name, at % 2 === 0 ? { bus: 1 } : { park: 1 })),
      paperShown,
      endMeeting(),
      correct(),
      enterPaper(1, { roof: 1 }),
    );
    expect(bodiesIn(before)).toEqual({ 'set-up.saved': 1, 'round.counted': 1, 'round.correcting': 1 });
    const after = given(
      joined(TWELVE, { mode: 'pseudonymous', paper: true, agenda: [deciding()] }),
      startActivity('a1'),
      TWELVE.map((name, at) => castBallot(name, at % 2 === 0 ? { bus: 1 } : { park: 1 })),
      paperShown,
      [endMeeting(), correct(), enterPaper(1, { roof: 1 }), enterPaper(2, {}), enterPaper(3, {}), enterPaper(4, {})],
      [enterPaper(5, { bus: 1 }), ...paperClosed.slice(2), counts(), show()],
    );
    expect(bodiesIn(after)).toEqual({
      'set-up.saved': 1,
      'ballot.cast': 17,
      'round.counted': 1,
      'round.correcting': 1,
    });
  });
});
