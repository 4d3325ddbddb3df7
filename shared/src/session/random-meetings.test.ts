import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AllocationState, Round } from '../activities/allocation/round.ts';
import { recount, type Tally } from '../activities/allocation/tally.ts';
import { play as playOn } from '../testing/attempts.ts';
import { randomEvening, type Evening } from '../testing/random-evenings.ts';
import { RecordedSession, replayed, type Answered } from '../testing/recorded-session.ts';
import { eventsOf, recountByHand, standingBallots, type Recount } from '../testing/recounted.ts';
import { SCREENS, seen } from '../testing/views.ts';
import type { Door } from '../words/door.ts';
import type { Entry } from './entry.ts';
import { Event } from './events.ts';
import type { ReadonlySession } from './session.ts';

describe('whatever people try, in whatever order', () => {
  test('[S8] a refused command changes nothing, and an accepted one is one entry', () => {
    everyEvening((evening) => {
      play(evening, (meeting, attempted) => {
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
    everyEvening((evening) => {
      const meeting = play(evening);
      expectSame(replayed(meeting.entries), meeting.session);
      const fromDisk = JSON.parse(JSON.stringify(meeting.entries)) as Entry[];
      expectSame(replayed(fromDisk), meeting.session);
    });
  });

  test('[T1] the kept tallies, overall and of each group, always equal a recount of the standing ballots', () => {
    everyEvening((evening) => {
      play(evening, (meeting, attempted) => {
        attempted();
        for (const round of roundsOf(meeting.session)) {
          expectSame(round.tally, recount(round.costs.keys(), round.ballots.values()));
          expectSame(keptIn(round), recountByHand(meeting.entries, round.id, round.costs.keys()));
        }
      });
    });
  });

  test('[T2] [A7] the turnout is how many different people have sent, on phones or on paper', () => {
    everyEvening((evening) => {
      play(evening, (meeting, attempted) => {
        attempted();
        const { turnout } = seen(meeting.session, SCREENS.stage);
        if (turnout === undefined || turnout === null) return;
        expect(turnout.sent).toBe(standingBallots(meeting.entries, turnout.round).size);
      });
    });
  });

  test('[A6] every ballot has a credential that was issued, each issued once in an opening', () => {
    everyEvening((evening) => {
      const { entries, session } = play(evening);
      const issued = new Map<string, string[]>();
      for (const event of eventsOf(entries)) {
        if (event.type === 'rules.frozen') issued.set(event.round, []);
        if (event.type === 'credentials.issued') issued.get(event.round)!.push(...event.credentials);
      }
      for (const credentials of issued.values()) expect(new Set(credentials).size).toBe(credentials.length);
      for (const { ballots, issued: known } of roundsOf(session)) {
        expect([...ballots.keys()].filter((credential) => !known.has(credential))).toEqual([]);
      }
    });
  });

  test('[A8] [A14] [A15] [S6] ballots are recorded through an open door only, and no two rounds are open', () => {
    everyEvening((evening) => {
      const open = new Map<string, Set<Door>>();
      const doors = new Map<string, readonly Door[]>();
      for (const { events, bodies } of play(evening).entries) {
        for (const [at, event] of events.entries()) {
          if (event.type === 'rules.frozen') doors.set(event.round, event.doors);
          if (event.type === 'activity.taken-back') open.delete(`${event.activity}.1`);
          if (event.type === 'activity.started' || event.type === 'session.closed')
            expect([...open.keys()]).toEqual([]);
          if (event.type === 'ballot.cast') expect(open.get(event.round)).toContain(bodies?.[at]?.ballot?.door);
          if ('round' in event) openedBy(event, open, doors);
          expect(open.size).toBeLessThanOrEqual(1);
        }
      }
    });
  });

  test('[A2] [A3] [A4] [A5] [G1] every recorded ballot keeps to its round', () => {
    everyEvening((evening) => {
      const { entries, session } = play(evening);
      const rounds = new Map(roundsOf(session).map((round) => [round.id, round]));
      for (const { ballot } of ballotsIn(entries)) {
        const { costs, rules } = rounds.get(ballot.round)!;
        const ids = ballot.alloc.map(([proposal]) => proposal);
        expect(ids).toEqual([...new Set(ids)].sort());
        expect(ids.every((proposal) => costs.has(proposal))).toBe(true);
        expect(ballot.alloc.every(([, tokens]) => tokens >= 1 && tokens <= rules.cap)).toBe(true);
        expect(ballot.alloc.reduce((sum, [, tokens]) => sum + tokens, 0)).toBeLessThanOrEqual(rules.tokens);
        const asked = rules.voice !== 'one-person-one-ballot' || rules.decision === 'both-groups';
        expect('group' in ballot).toBe(asked);
        expect('serial' in ballot).toBe(ballot.door === 'paper');
      }
    });
  });

  test('[S3] [S5] [S7] [S12] [A1] the meeting goes forward, and nothing begins twice unless its start was taken back', () => {
    everyEvening((evening) => {
      const begun = new Set<string>();
      const types: string[] = [];
      for (const event of eventsOf(play(evening).entries)) {
        types.push(event.type);
        if (event.type === 'activity.taken-back') {
          expect(begun.delete(event.activity)).toBe(true);
          begun.delete(`${event.activity}.1`);
        }
        const begins =
          event.type === 'activity.started' ? event.activity : event.type === 'rules.frozen' ? event.round : null;
        if (begins === null) continue;
        expect(begun).not.toContain(begins);
        begun.add(begins);
      }
      for (const once of ['session.created', 'session.opened', 'session.closed']) {
        expect(types.filter((type) => type === once).length).toBeLessThanOrEqual(1);
      }
      const [created, opened, ended] = ['session.created', 'session.opened', 'session.closed'].map((type) =>
        types.indexOf(type),
      );
      expect(created).toBe(0);
      if (ended! < 0) return;
      expect(opened).toBeGreaterThan(0);
      expect(types.slice(ended! + 1).filter((type) => !MAY_FOLLOW_THE_END.has(type))).toEqual([]);
    });
  });

  test('[S4] [S14] every seat joins once, and asks at the door once', () => {
    everyEvening((evening) => {
      const events = eventsOf(play(evening).entries);
      for (const type of ['seat.joined', 'seat.knocked'] as const) {
        const seats = events.flatMap((event) => (event.type === type ? [event.seat] : []));
        expect(seats).toEqual([...new Set(seats)]);
      }
    });
  });

  test('[A10] [A9] the clock closes at the last announced time or later, and nobody loses announced time to a last call', () => {
    everyEvening((evening) => {
      let announced = 0;
      play(evening, (meeting, attempted) => {
        const before = meeting.entries.length;
        attempted();
        const entry = meeting.entries[before];
        for (const event of entry?.events ?? []) {
          if (event.type === 'round.last-call') {
            expect(event.closesAt).toBeGreaterThanOrEqual(announced);
            announced = event.closesAt;
          }
          if (event.type === 'round.last-call-withdrawn' || event.type === 'round.voided') announced = 0;
          if (event.type !== 'round.door-closed' || event.door === 'paper') continue;
          if (entry?.by === 'clock') expect(meeting.now).toBeGreaterThanOrEqual(announced);
        }
        if (entry?.events.some(({ type }) => type === 'round.door-closed') === true) announced = 0;
      });
    });
  });

  test('[O4] [O1] [O3] [O6] [G2] every count is of the ballots up to its close, and spends no more than the pot', () => {
    everyEvening((evening) => {
      const { entries, session } = play(evening);
      for (const [at, { events, bodies }] of entries.entries()) {
        for (const [nth, event] of events.entries()) {
          if (event.type !== 'round.counted') continue;
          const { tally: counted, outcome } = bodies![nth]!.count!;
          const { costs, rules } = roundsOf(session).find(({ id }) => id === event.round)!;
          const until = entries.slice(0, event.upTo);
          const { tally, sizes } = recountByHand(until, event.round, costs.keys());
          expect(event.ballots).toBe(standingBallots(until, event.round).size);
          expect(counted).toEqual(tally);
          expect(outcome.lot).toBe(lotOf(entries.slice(0, at), event.round));
          expect(outcome.spentMinor).toBeLessThanOrEqual(rules.potMinor);
          if (outcome.groups !== null) expect(outcome.groups.sizes).toEqual(sizes);
        }
      }
    });
  });

  test('[X1] [X2] the record holds nothing of a round before it is shown whole, no practice, and no name of a ballot', () => {
    everyEvening((evening) => {
      play(evening, (meeting, attempted) => {
        attempted();
        const { record } = seen(meeting.session, SCREENS.public);
        for (const { outcome, before, ballots, doors, papers, rules } of record!.parts.flatMap(
          ({ rounds }) => rounds ?? [],
        )) {
          expect(rules.practice).toBe(false);
          const round = roundsOf(meeting.session).find(({ id }) => id === rules.round)!;
          if (round.shown) continue;
          expect([outcome, ballots, doors, papers, before]).toEqual([null, null, null, null, []]);
        }
        const text = JSON.stringify(record);
        for (const { issued } of roundsOf(meeting.session)) {
          for (const credential of issued) expect(text).not.toContain(credential);
        }
      });
    });
  });

  test('these evenings know every event, and every no that the core can say', () => {
    const events = new Set<string>();
    const reasons = new Set<string>();
    for (const evening of fc.sample(randomEvening, { numRuns: 600, seed: 2026 })) {
      const meeting = play(evening, (_, attempted) => {
        const decision = attempted()?.decision;
        if (decision !== undefined && 'refused' in decision) reasons.add(decision.refused);
      });
      for (const { type } of eventsOf(meeting.entries)) events.add(type);
    }
    const known = Event.options.flatMap(({ options }) => options.flatMap(typesIn));
    expect([...events].sort()).toEqual([...new Set(known)].sort());
    expect([...reasons].sort()).toEqual([
      'already-begun',
      'bad-text',
      'cannot-take-back',
      'cap-exceeded',
      'card-needed',
      'closed',
      'door-closed',
      'duplicate-proposal',
      'group-missing',
      'joining-closed',
      'malformed-ballot',
      'moved-on',
      'no-last-call',
      'nobody-waiting',
      'not-allowed',
      'not-closed',
      'not-counted',
      'not-ready',
      'not-yet',
      'nothing-left',
      'nothing-to-correct',
      'reason-missing',
      'round-open',
      'session-ended',
      'tally-seen',
      'test-card',
      'tokens-exceeded',
      'unknown-activity',
      'unknown-card',
      'unknown-proposal',
      'unknown-round',
    ]);
  });
});

/** A count that is owed, what was decided, showing, and a mistake on paper that is mended. */
const MAY_FOLLOW_THE_END: ReadonlySet<string> = new Set([
  'erased',
  'round.counted',
  'decision.written',
  'round.revealed',
  'round.shown',
  'round.correcting',
  'round.door-closed',
  'round.closed',
  'credentials.issued',
  'ballot.cast',
  'ballot.struck',
  'paper.spoiled',
  'paper.reconciled',
]);

function everyEvening(holds: (evening: Evening) => void): void {
  fc.assert(fc.property(randomEvening, holds), { numRuns: 150 });
}

function play(
  evening: Evening,
  during: (meeting: RecordedSession, attempted: () => Answered | null) => void = (_, attempted) => attempted(),
): RecordedSession {
  const meeting = new RecordedSession();
  return playOn(evening, meeting, (attempted) => during(meeting, attempted));
}

/** Every round of the meeting, those that were voided as well. */
function roundsOf({ activities }: ReadonlySession): Round[] {
  return [...activities.values()].flatMap((state) => (state.kind === 'allocation' ? roundsIn(state) : []));
}

function roundsIn({ voided, round }: Readonly<AllocationState>): Round[] {
  return [...voided.map(({ round: old }) => old), ...(round === null ? [] : [round])];
}

function openedBy(
  event: Event & { round: string },
  open: Map<string, Set<Door>>,
  doors: Map<string, readonly Door[]>,
): void {
  const { round } = event;
  if (event.type === 'round.opened' || event.type === 'round.reopened') open.set(round, new Set(doors.get(round)));
  if (event.type === 'round.correcting') open.set(round, new Set(['paper']));
  if (event.type === 'round.door-closed') open.get(round)?.delete(event.door);
  if (event.type === 'round.closed' || event.type === 'round.voided') open.delete(round);
}

/** The entry that closed a round last before anything of it was shown. */
function lotOf(entries: readonly Entry[], round: string): string | undefined {
  const has = ({ events }: Entry, type: Event['type']) =>
    events.some((event) => event.type === type && 'round' in event && event.round === round);
  const shownAt = entries.findIndex((entry) => has(entry, 'round.shown'));
  return entries.slice(0, shownAt < 0 ? undefined : shownAt + 1).findLast((entry) => has(entry, 'round.closed'))?.id;
}

function ballotsIn(entries: readonly Entry[]) {
  return entries.flatMap(({ bodies }) =>
    (bodies ?? []).flatMap((body) => (body?.ballot ? [{ ballot: body.ballot }] : [])),
  );
}

function keptIn({ tally, tallyOf, sizes }: Round): Recount {
  const plain = (one: Tally) =>
    [...one].map(([proposal, { tokens, supporters }]) => [proposal, tokens, supporters] as const);
  return { tally: plain(tally), citizens: plain(tallyOf.citizens), professionals: plain(tallyOf.professionals), sizes };
}

/** The names of the events in a schema, however deep its lists of kinds go. */
function typesIn(schema: unknown): string[] {
  const { options, shape } = schema as { options?: unknown[]; shape?: { type: { value: string } } };
  return options === undefined ? [shape!.type.value] : options.flatMap(typesIn);
}

/** Quick where all is well, and says where two things part where it is not. */
function expectSame(one: unknown, other: unknown): void {
  if (!isDeepStrictEqual(one, other)) expect(one).toStrictEqual(other);
}
