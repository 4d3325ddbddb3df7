import { createHash, randomBytes } from 'node:crypto';
import type { Append, Genesis } from '@cyfran/server/journal/journal.ts';
import type { CommandId, Credential, OutboxId, SeatId, SessionId } from '@cyfran/shared/words/ids.ts';

export const SID: SessionId = 's-0123456789abcdef';
export const OTHER_SID: SessionId = 's-fedcba9876543210';
const NOON = Date.UTC(2026, 10, 23, 12, 34, 56, 789);

/** The first line of a test's session, the same at every run. */
export function genesisOf(sid: SessionId): Genesis {
  return { sid, createdAt: '2026-11-23T12:34:56Z', kid: 'testkey1', pub: 'A'.repeat(43) };
}

/** An outbox id that spells its owner, so that a failing test reads well. */
export function outboxOf(name: string): OutboxId {
  return `${name}-outbox-______`.slice(0, 16);
}

export function seatOf(name: string): SeatId {
  return `p-${name.toLowerCase().padEnd(16, 'x').slice(0, 16)}`;
}

export function credentialOf(name: string): Credential {
  return `${name}-cred-____`.slice(0, 12);
}

/** A salt that is the same at every run for the same words. */
function saltOf(words: string): string {
  return createHash('sha256').update(words).digest().subarray(0, 16).toString('base64url');
}

/** A ballot of the person `name`: moves nothing and relies on nothing, unless told otherwise. */
export function ballot(name: string, n: number, changes: Partial<Append> = {}): Append {
  const credential = credentialOf(name);
  return {
    cmd: `${outboxOf(name)}.${String(n)}`,
    by: credential,
    at: NOON,
    guards: [],
    events: [{ type: 'ballot.cast', round: 'a1.1', credential, replaces: 0 }],
    bodies: [
      {
        ballot: {
          round: 'a1.1',
          alloc: [
            ['bus', n],
            ['park', 1],
          ],
          door: 'phone',
        },
      },
    ],
    salt: saltOf(`${name} ${String(n)}`),
    ...changes,
  };
}

/** A ruling of the facilitator: moves `ruling`. */
export function ruling(n: number, changes: Partial<Append> = {}): Append {
  return {
    cmd: `${outboxOf('facilitator')}.${String(n)}`,
    by: 'facilitator',
    at: NOON,
    guards: [],
    events: [{ type: 'activity.started', activity: `a${String(n)}`, kind: 'allocation' }],
    ...changes,
  };
}

/** A person joins: moves their own seat's key only. The id is deterministic, as the server makes it. */
export function joining(name: string, changes: Partial<Append> = {}): Append {
  const seat = seatOf(name);
  return { cmd: `join:${seat}`, by: seat, at: NOON, guards: [], events: [{ type: 'seat.joined', seat }], ...changes };
}

/** The meeting itself, with texts in both languages. */
export function creation(changes: Partial<Append> = {}): Append {
  return {
    cmd: `${outboxOf('host')}.1`,
    by: 'facilitator',
    at: NOON,
    guards: [['ruling', 0]],
    events: [
      { type: 'session.created', sid: SID },
      {
        type: 'set-up.saved',
        currency: 'GBP',
        potMinor: 1_000_000,
        admission: 'open',
        paper: false,
        questionsUntil: null,
        day: null,
        bookedMinutes: null,
        proposals: [['bus', 400_000]],
        agenda: [{ activity: 'a1', plan: { kind: 'break', minutes: 0 }, skipped: false }],
      },
      { type: 'session.opened' },
    ],
    bodies: [
      {
        texts: {
          title: { cy: 'Arian i’r pentref', en: 'Money for the village' },
          purpose: { en: 'Two lines\nand a tab\there' },
        },
      },
      { texts: { name: { cy: 'Bws cymunedol – Tŷ’r Ysgol 🚌', en: 'A "community" bus \\ school' } } },
      null,
    ],
    salt: saltOf('creation'),
    ...changes,
  };
}

/** What the server owes the meeting, under a deterministic id that any node may send. */
export function closing(cmd: CommandId = 'close:a1.1:7', changes: Partial<Append> = {}): Append {
  return { cmd, by: 'clock', at: NOON, guards: [], events: [{ type: 'round.closed', round: 'a1.1' }], ...changes };
}

/** A random name, for writers whose outboxes must not meet. */
export function anyone(): string {
  return randomBytes(6).toString('base64url');
}

/** A small meeting with every kind of line: texts, no body, ballots. */
export function smallMeeting(): readonly Append[] {
  return [
    creation(),
    joining('ann'),
    joining('bob'),
    ruling(1),
    ballot('ann', 1),
    ballot('bob', 2),
    ballot('ann', 3),
    closing(),
  ];
}
