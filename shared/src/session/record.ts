import { kindOf, type ActivityRecord } from '../activities/registry.ts';
import type { SessionId } from '../words/ids.ts';
import type { Mending, ReadonlySession, WrittenDecision } from './session.ts';
import type { AgendaItem, SetUp } from './set-up.ts';

/** One part of the meeting that was held, and what it left for the record. */
export interface HeldPart {
  readonly item: AgendaItem;
  readonly rounds: ActivityRecord | null;
}

/** What a meeting leaves for anyone to read, for good. */
export interface SessionRecord {
  readonly sid: SessionId;
  /** Whether it was a rehearsal, of which nothing was meant. */
  readonly rehearsal: boolean;
  readonly state: 'draft' | 'open' | 'closed';
  readonly openedAt: string | null;
  readonly closedAt: string | null;
  readonly setUp: SetUp;
  /** People; test cards are none. */
  readonly joined: number;
  readonly cards: ReadonlySession['cards'];
  readonly parts: readonly HeldPart[];
  /** Every edition of the decision, oldest first; provisional while there is none. */
  readonly decisions: readonly WrittenDecision[];
  /** What was mended in the set-up after joining had opened, oldest first. */
  readonly mendings: readonly Mending[];
}

/** The record of a session: nothing about a person, and of each round only what was shown. Rules X1, X2. */
export function recordOf(session: ReadonlySession): SessionRecord {
  const { sid, rehearsal, state, openedAt, closedAt, setUp, seats, testSeats, cards, decisions, mendings } = session;
  const parts = setUp.agenda
    .filter(({ activity }) => session.started.has(activity))
    .map((item): HeldPart => {
      const activity = session.activities.get(item.activity);
      return { item, rounds: activity === undefined ? null : kindOf(activity.kind).record(activity) };
    });
  return {
    sid,
    rehearsal,
    state,
    openedAt,
    closedAt,
    setUp,
    joined: seats.size - testSeats.size,
    cards,
    parts,
    decisions,
    mendings,
  };
}
