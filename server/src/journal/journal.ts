import type { Body } from '@cyfran/shared/record/body.ts';
import type { Entry } from '@cyfran/shared/session/entry.ts';
import type { Event } from '@cyfran/shared/session/events.ts';
import type { By, Guard, Key } from '@cyfran/shared/words/by.ts';
import type { CommandId, Hash, Salt, SessionId } from '@cyfran/shared/words/ids.ts';
import type { Millis, Version } from '@cyfran/shared/words/units.ts';

/** Line 0 of a session's journal. `kid`, `pub`: the session's Ed25519 public key (base64url), made at creation. */
export interface Genesis {
  readonly sid: SessionId;
  readonly createdAt: string;
  readonly kid: string;
  readonly pub: string;
}

/** What a command asks to be recorded. `bodies` and `salt` come together: one element per event, `null` where none. */
export interface Append {
  readonly cmd: CommandId;
  readonly by: By;
  readonly at: Millis;
  readonly guards: readonly Guard[];
  /**
   * Keys that move beside those that the events move. They are not stored: after a restart they have not moved, and no decision that relied
   * on them is under way any more.
   */
  readonly moves?: readonly Key[];
  readonly events: readonly Event[];
  readonly bodies?: readonly (Body | null)[];
  readonly salt?: Salt;
}

/**
 * What became of one command. `version`: durable there. `already`: this id was recorded before, at that version (`null` when its
 * outbox has gone on since). `moved`: a guard failed; fold to that version and decide again. `notYours`: the outbox is another's.
 */
export type Appended =
  | { readonly version: Version }
  | { readonly already: Version | null }
  | { readonly moved: Version }
  | { readonly notYours: true };

/** Gap-free and in order, until closed. */
export interface Follower {
  close(): void;
}

/** `removed`: for good, here or by another node. `unreadable`: this node does not understand it, as it is older than the one that wrote. */
export type Gone = 'removed' | 'unreadable';

/** Where a journal says what an operator should know. A pino logger is one. */
export interface JournalLog {
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
}

/** What a journal tells about its pace. */
export interface JournalMeasures {
  /** So many entries became durable together, so long after they were handed in. */
  wrote(entries: number, ms: number): void;
  /** Entries of whatever node have been handed to followers, so long after this one heard of them. */
  folded(ms: number): void;
}

/** One session's journal as it was copied: up to this entry, in so many bytes. */
export interface Copied {
  readonly sid: SessionId;
  readonly version: Version;
  readonly id: Hash;
  readonly bytes: number;
}

/** The one source of truth: per session an append-only chain of entries. Nothing is answered before it is durable. */
export interface Journal {
  /** `false` once a write could not be made durable: nothing more is accepted. */
  readonly writable: boolean;
  /** Makes a new session's journal durable. Throws `SessionExists`. */
  create(sid: SessionId, genesis: Genesis): Promise<void>;
  sessions(): Promise<readonly SessionId[]>;
  /**
   * Judges each entry in order against everything before it, the same batch included. Those of one call are written together or not at all.
   * Throws `StorageFull`, `UnknownSession`, `JournalClosed`, `InvalidEntry`, `Unsure`. Settles after the followers that are up to date have heard.
   */
  append(sid: SessionId, entries: readonly Append[]): Promise<readonly Appended[]>;
  /**
   * What `append` would answer to this id, or `null` if it is new: asked before a refusal, so that a resent command hears its first answer.
   * Waits for the appends under way, of which one may hold that very command.
   */
  recall(sid: SessionId, cmd: CommandId, by: By): Promise<Appended | null>;
  /** Version of the newest durable entry; 0 when there is none. */
  head(sid: SessionId): Promise<Version>;
  /** Entries after `after`, up to the head of the moment. */
  read(sid: SessionId, after: Version): AsyncIterable<Entry>;
  /**
   * Calls `onEntries` with every entry after `after`, those to come included: durable, in order, once each, never inside this call.
   * A follower that throws has lost its place: the error is logged and it is closed; writers and other followers go on. `onGone`: the session
   * is no more, or this node cannot read on: nothing more will come.
   */
  follow(
    sid: SessionId,
    after: Version,
    onEntries: (entries: readonly Entry[]) => void,
    onGone?: (why: Gone) => void,
  ): Follower;
  /**
   * Copies every session into `folder`, laid out as a data folder, durable and verified line by line: what was durable at the moment of this
   * call, no more and no less. Nothing else waits for it. Throws `StorageFull`, or the system's error; the journal itself goes on.
   */
  copyTo(folder: string): Promise<readonly Copied[]>;
  /**
   * Takes the erasable parts of these entries, and their salts, away for good: the file is written anew, the store makes itself anew. Asked
   * again, it changes nothing. Returns from how many something was taken. What was copied before keeps it. Throws `StorageFull`, `Unsure`.
   */
  erase(sid: SessionId, versions: Iterable<Version>): Promise<number>;
  /**
   * Takes a session's journal off the disk for good, if nothing came after version `at`; else changes nothing and returns `false`. Its
   * followers are closed. Throws `UnknownSession`.
   */
  remove(sid: SessionId, at: Version): Promise<boolean>;
  close(): Promise<void>;
}

/** A complete line does not fit the chain: refuse to start, touch nothing. */
export class CorruptJournal extends Error {
  override readonly name = 'CorruptJournal';
  readonly path: string;
  readonly offset: number;
  constructor(path: string, offset: number, why: string) {
    super(`${path}, byte ${String(offset)}: ${why}`);
    this.path = path;
    this.offset = offset;
  }
}

/** What a journal was asked to record could not be read back: a bug of the caller. Nothing was recorded. */
export class InvalidEntry extends Error {
  override readonly name = 'InvalidEntry';
}

/** Nobody knows whether it was recorded, for where it is kept does not answer. Asked again under the same id, it is recorded once. */
export class Unsure extends Error {
  override readonly name = 'Unsure';
}

/** The disk is full: nothing of the batch was recorded. */
export class StorageFull extends Error {
  override readonly name = 'StorageFull';
}
/** The session that somebody waited for is not served here any more. */
export class SessionGone extends Error {
  override readonly name = 'SessionGone';
  readonly why: Gone;
  constructor(sid: SessionId, why: Gone) {
    super(`${sid}: ${why}`);
    this.why = why;
  }
}
export class SessionExists extends Error {
  override readonly name = 'SessionExists';
}
export class UnknownSession extends Error {
  override readonly name = 'UnknownSession';
}
export class JournalClosed extends Error {
  override readonly name = 'JournalClosed';
}
