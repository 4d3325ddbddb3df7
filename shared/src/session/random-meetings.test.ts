import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Allocation } from '../ballots/ballot.ts';
import { recount } from '../activities/allocation/tally.ts';
import type { Round } from '../activities/allocation/round.ts';
import { deciding, newMeeting, practice } from '../testing/meetings.ts';
import { attempt, randomEvening, type Operation } from '../testing/random-meeting.ts';
import { RecordedSession, replayed, type Answered } from '../testing/recorded-session.ts';
import { SCREENS, seen } from '../testing/views.ts';
import type { Entry } from './entry.ts';
import { Event } from './events.ts';
import type { ReadonlySession } from './session.ts';

const EVENING = newMeeting({
  agenda: [
    practice({ tokens: 3, cap: 2 }),
    deciding(),
    { kind: 'break' },
    deciding({ reveal: 'live', tokens: 5, cap: 5 }),
  ],
});

describe('whatever people try, in whatever order', () => {
  test('[S8] a refused command changes nothing, and an accepted one is one entry', () => {
    everyEvening((operations) => {
      play(operations, (meeting, attempted) => {
        const [before, length] = [structuredClone(meeting.session), meeting.entries.length];
        const answered = attempted();
        if (answered === null || 'refused' in answered.decision) {
          expectSame(meeting.session, before);
          expect(meeting.entries).toHaveLength(length);
          return;
        }
        const isNew = meeting.entries.length > length;
        if (!isNew) expectSame(meeting.session, before);
        expect(meeting.session.version).toBe(isNew ? length + 1 : length);
      });
    });
  });

  test('[S8] folding the journal from the start gives the same session', () => {
    everyEvening((operations) => {
      const meeting = play(operations);
      expectSame(replayed(meeting.entries), meeting.session);
      const fromDisk = JSON.parse(JSON.stringify(meeting.entries)) as Entry[];
      expectSame(replayed(fromDisk), meeting.session);
    });
  });

  test('[T1] the kept tally always equals a recount of the standing ballots', () => {
    everyEvening((operations) => {
      play(operations, (meeting, attempted) => {
        attempted();
        for (const round of roundsOf(meeting.session)) {
          expectSame(round.tally, recount(round.costs.keys(), round.ballots.values()));
          expect(plain(round)).toEqual(recountByHand(meeting.entries, round));
        }
      });
    });
  });

  test('[T2] [A7] the turnout is how many different people have sent', () => {
    everyEvening((operations) => {
      play(operations, (meeting, attempted) => {
        attempted();
        const { turnout } = seen(meeting.session, SCREENS.stage);
        if (turnout === undefined || turnout === null) return;
        expect(turnout.sent).toBe(standingBallots(meeting.entries, turnout.round).size);
      });
    });
  });

  test('[A6] every ballot has a credential that was issued, each issued once', () => {
    everyEvening((operations) => {
      const { entries, session } = play(operations);
      const issued = eventsOf(entries).flatMap((event) =>
        event.type === 'credentials.issued' ? event.credentials : [],
      );
      expect(new Set(issued).size).toBe(issued.length);
      for (const { ballots, issued: known } of roundsOf(session)) {
        expect([...ballots.keys()].filter((credential) => !known.has(credential))).toEqual([]);
      }
    });
  });

  test('[A8] [S6] ballots are recorded in an open round only, and no two rounds are open', () => {
    everyEvening((operations) => {
      const open = new Set<string>();
      for (const event of eventsOf(play(operations).entries)) {
        if (event.type === 'round.opened' || event.type === 'round.reopened') open.add(event.round);
        if (event.type === 'round.closed') open.delete(event.round);
        if (event.type === 'ballot.cast') expect(open).toContain(event.round);
        if (event.type === 'activity.started' || event.type === 'session.closed') expect([...open]).toEqual([]);
        expect(open.size).toBeLessThanOrEqual(1);
      }
    });
  });

  test('[A2] [A3] [A4] [A5] every recorded ballot keeps to its round', () => {
    everyEvening((operations) => {
      const { entries, session } = play(operations);
      const rounds = new Map(roundsOf(session).map((round) => [round.id, round]));
      for (const { ballot } of ballotsIn(entries)) {
        const { costs, rules } = rounds.get(ballot.round)!;
        const ids = ballot.alloc.map(([proposal]) => proposal);
        expect(ids).toEqual([...new Set(ids)].sort());
        expect(ids.every((proposal) => costs.has(proposal))).toBe(true);
        expect(ballot.alloc.every(([, tokens]) => tokens >= 1 && tokens <= rules.cap)).toBe(true);
        expect(ballot.alloc.reduce((sum, [, tokens]) => sum + tokens, 0)).toBeLessThanOrEqual(rules.tokens);
      }
    });
  });

  test('[S3] [S5] [S7] [A1] the meeting goes forward, and nothing begins twice', () => {
    everyEvening((operations) => {
      const types = eventsOf(play(operations).entries).map((event) =>
        event.type === 'activity.started'
          ? `${event.activity} started`
          : event.type === 'rules.frozen'
            ? `${event.round} frozen`
            : event.type,
      );
      for (const once of [/ (started|frozen)$/, /^session\./]) {
        const such = types.filter((type) => once.test(type));
        expect(such).toEqual([...new Set(such)]);
      }
      const [created, opened, ended] = ['session.created', 'session.opened', 'session.closed'].map((type) =>
        types.indexOf(type),
      );
      expect(created).toBe(0);
      if (ended! >= 0) expect(opened).toBeGreaterThan(0);
      if (ended! >= 0) expect(types.slice(ended! + 1).filter((type) => type !== 'round.counted')).toEqual([]);
    });
  });

  test('[A10] [A9] the clock closes at the last announced time or later, and nobody loses announced time to a last call', () => {
    everyEvening((operations) => {
      let announced = 0;
      play(operations, (meeting, attempted) => {
        const before = meeting.entries.length;
        attempted();
        const entry = meeting.entries[before];
        for (const event of entry?.events ?? []) {
          if (event.type === 'round.last-call') {
            expect(event.closesAt).toBeGreaterThanOrEqual(announced);
            announced = event.closesAt;
          }
          if (event.type !== 'round.closed') continue;
          if (entry?.by === 'clock') expect(meeting.now).toBeGreaterThanOrEqual(announced);
          announced = 0;
        }
      });
    });
  });

  test('[O4] [O1] every count is of the ballots up to its close, and spends no more than the pot', () => {
    everyEvening((operations) => {
      const { entries, session } = play(operations);
      for (const event of eventsOf(entries)) {
        if (event.type !== 'round.counted') continue;
        const { costs, rules } = roundsOf(session).find(({ id }) => id === event.round)!;
        const until = entries.slice(0, event.upTo);
        expect(event.ballots).toBe(standingBallots(until, event.round).size);
        expect(event.tally).toEqual(recountByHand(until, { id: event.round, costs }));
        expect(event.outcome.lot).toBe(entries[event.upTo - 1]?.id);
        expect(event.outcome.spentMinor).toBeLessThanOrEqual(rules.potMinor);
      }
    });
  });

  test('these evenings know every event, and every no that the core can say', () => {
    const events = new Set<string>();
    const reasons = new Set<string>();
    for (const operations of fc.sample(randomEvening, { numRuns: 500, seed: 2026 })) {
      const meeting = play(operations, (_, attempted) => {
        const decision = attempted()?.decision;
        if (decision !== undefined && 'refused' in decision) reasons.add(decision.refused);
      });
      for (const { type } of eventsOf(meeting.entries)) events.add(type);
    }
    const known = Event.options.flatMap(({ options }) => options.map(({ shape }): string => shape.type.value));
    expect([...events].sort()).toEqual(known.sort());
    expect([...reasons].sort()).toEqual([
      'already-begun',
      'cap-exceeded',
      'closed',
      'joining-closed',
      'malformed-ballot',
      'moved-on',
      'no-last-call',
      'not-allowed',
      'not-closed',
      'not-counted',
      'not-yet',
      'round-open',
      'session-ended',
      'tally-seen',
      'tokens-exceeded',
      'unknown-activity',
      'unknown-proposal',
      'unknown-round',
    ]);
  });
});

function everyEvening(holds: (operations: readonly Operation[]) => void): void {
  fc.assert(fc.property(randomEvening, holds), { numRuns: 150 });
}

/** Plays an evening; `during` says when each attempt is made, and looks before and after it. */
function play(
  operations: readonly Operation[],
  during: (meeting: RecordedSession, attempted: () => Answered | null) => void = (_, attempted) => attempted(),
): RecordedSession {
  const meeting = new RecordedSession();
  meeting.create(EVENING);
  const sent: Answered[] = [];
  for (const operation of operations) {
    during(meeting, () => {
      const answered = attempt(meeting, operation, sent);
      if (answered !== null) sent.push(answered);
      return answered;
    });
  }
  return meeting;
}

function roundsOf({ activities }: ReadonlySession): Round[] {
  return [...activities.values()].flatMap((state) => (state.kind === 'allocation' && state.round ? [state.round] : []));
}

function eventsOf(entries: readonly Entry[]): Event[] {
  return entries.flatMap(({ events }) => events);
}

function ballotsIn(entries: readonly Entry[]) {
  return entries.flatMap(({ by, bodies }) =>
    (bodies ?? []).flatMap((body) => (body?.ballot ? [{ by, ballot: body.ballot }] : [])),
  );
}

/** The last ballot of each sender in the journal, read as a stranger reads it. */
function standingBallots(entries: readonly Entry[], round: string): Map<string, Allocation> {
  const ofRound = ballotsIn(entries).filter(({ ballot }) => ballot.round === round);
  return new Map(ofRound.map(({ by, ballot }) => [by, ballot.alloc]));
}

function recountByHand(
  entries: readonly Entry[],
  { id, costs }: Pick<Round, 'id' | 'costs'>,
): [string, number, number][] {
  const lines = [...standingBallots(entries, id).values()].flat();
  return [...costs.keys()].map((proposal) => {
    const given = lines.filter(([name]) => name === proposal);
    return [proposal, given.reduce((sum, [, tokens]) => sum + tokens, 0), given.length];
  });
}

function plain({ tally }: Round): [string, number, number][] {
  return [...tally].map(([proposal, { tokens, supporters }]) => [proposal, tokens, supporters]);
}

/** Quick where all is well, and says where two things part where it is not. */
function expectSame(one: unknown, other: unknown): void {
  if (!isDeepStrictEqual(one, other)) expect(one).toStrictEqual(other);
}
