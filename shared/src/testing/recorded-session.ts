import type { Accepted, Context, Decision } from '../activities/activity.ts';
import type { Body } from '../record/body.ts';
import { commitmentOf } from '../record/commit.ts';
import type { Command } from '../session/commands.ts';
import { create, type Origin } from '../session/create.ts';
import { decide } from '../session/decide.ts';
import type { Entry } from '../session/entry.ts';
import type { Event } from '../session/events.ts';
import { evolve } from '../session/evolve.ts';
import { senderOf } from '../session/sender.ts';
import { newSession, type ReadonlySession, type Session } from '../session/session.ts';
import type { SetUp } from '../session/set-up.ts';
import { assert } from '../words/assert.ts';
import type { By } from '../words/by.ts';
import type { CommandId, Credential, Hash, RoundId, Salt, SeatId, SessionId } from '../words/ids.ts';
import type { Refusal } from '../words/refusal.ts';
import type { Actor } from '../words/roles.ts';
import type { Millis } from '../words/units.ts';
import { canonical, sha256 } from './canonical.ts';
import { GENESIS, GENESIS_ID } from './genesis.ts';

export const SID: SessionId = GENESIS.sid;

/** When every test's meeting begins. */
export const NOON: Millis = Date.UTC(2026, 10, 23, 12, 0, 0);

/** Who asks for what; the command is made from the session as it stands, so that it can name the ruling on the screen. */
export interface Asked {
  readonly actor: Actor;
  readonly command: (session: ReadonlySession) => Command;
  /** Where it is asked again under its id, or has a deterministic one. */
  readonly cmd?: CommandId;
}

/** What was asked, in the words that were sent, and what it came to. */
export interface Answered {
  readonly cmd: CommandId;
  readonly actor: Actor;
  readonly command: Command;
  readonly decision: Decision<Event>;
}

/** One person's name in one round, which tells nothing about the seat to who has no table of all seats. */
export function credentialOf(seat: SeatId, round: RoundId): Credential {
  return sha256(`${seat} in ${round}`).toString('base64url').slice(0, 12);
}

/** A meeting with its journal, in memory: decides, records and folds as a server does, one command after the other. */
export class RecordedSession {
  readonly session: Session = newSession(SID);
  readonly entries: Entry[] = [];
  now: Millis = NOON;
  readonly #accepted = new Map<CommandId, Accepted<Event>>();

  create(setUp: SetUp, origin: Origin = {}): Decision<Event> {
    const decision = create(SID, setUp, origin);
    if (!('refused' in decision)) this.#record(decision, `create:${SID}`, 'facilitator', null);
    return decision;
  }

  /** Asks, and records what was accepted. What was recorded under this id before is answered as the first time. */
  ask({ actor, command: from, cmd: given }: Asked): Answered {
    const command = from(this.session);
    const cmd = given ?? `robot-outbox-000.${String(this.session.version + 1)}`;
    const decision = this.#accepted.get(cmd) ?? decide(this.session, command, actor, this.#context());
    if (!('refused' in decision) && !this.#accepted.has(cmd)) {
      const salt = 'salt' in command ? command.salt : null;
      this.#record(decision, cmd, senderOf(actor, command, { credentialOf }), salt);
    }
    return { cmd, actor, command, decision };
  }

  #context(): Context {
    return { at: this.now, credentialOf, sha256Hex: (text) => sha256(text).toString('hex') };
  }

  #record(decision: Accepted<Event>, cmd: CommandId, by: By, salt: Salt | null): void {
    const { events, bodies } = decision;
    const version = this.session.version + 1;
    const erasable = bodies === undefined ? null : withCommitment(bodies, salt ?? saltFor(version));
    const header = { at: timeIn(events, this.now), cmd, by, events };
    const stored = { v: 1, ...header, ...(erasable === null ? {} : { body: erasable.commit }) };
    const id = idOf(version, this.entries.at(-1)?.id ?? GENESIS_ID, stored);
    const entry: Entry = { version, id, ...header, ...erasable };
    this.#accepted.set(cmd, decision);
    this.entries.push(entry);
    evolve(this.session, entry);
  }
}

/** The same journal, folded from the start by somebody who was not there. */
export function replayed(entries: readonly Entry[]): Session {
  return entries.reduce(evolve, newSession(SID));
}

/** What was accepted; a test whose ground does not hold says why. */
export function accepted(decision: Accepted<Event> | Refusal): Accepted<Event> {
  assert(!('refused' in decision), `this is possible here, but was refused: ${JSON.stringify(decision)}`);
  return decision;
}

function withCommitment(
  bodies: readonly (Body | null)[],
  salt: Salt,
): Required<Pick<Entry, 'bodies' | 'salt' | 'commit'>> {
  return { bodies, salt, commit: commitmentOf(canonical(bodies), Buffer.from(salt, 'base64url'), sha256) };
}

function idOf(version: number, previous: string, header: object): Hash {
  return sha256(`cyfran/entry/v1\n${String(version)}\n${previous}\n${canonical(header)}`).toString('base64url');
}

function saltFor(version: number): Salt {
  return sha256(`salt ${String(version)}`)
    .subarray(0, 16)
    .toString('base64url');
}

/** Whole seconds, and only minutes where they could tell who joined or voted. */
function timeIn(events: readonly Event[], at: Millis): string {
  const tells = events.some(({ type }) => type === 'ballot.cast' || type === 'seat.joined');
  return `${new Date(at).toISOString().slice(0, tells ? 16 : 19)}Z`;
}
