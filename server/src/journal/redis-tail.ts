import type { Entry } from '@cyfran/shared/session/entry.ts';
import type { SessionId } from '@cyfran/shared/words/ids.ts';
import type { Version } from '@cyfran/shared/words/units.ts';
import { Unanswered, type RedisLink } from '../redis/link.ts';
import { Followers } from './followers.ts';
import {
  CorruptJournal,
  type Follower,
  type Gone,
  type JournalLog,
  type JournalMeasures,
  UnknownSession,
} from './journal.ts';
import type { Prepared } from './prepared.ts';
import { RedisReader } from './redis-reader.ts';

const AGAIN_MS = 100;

/** What one session's tail tells the journal. */
export interface TailParts {
  readonly link: RedisLink;
  readonly log: JournalLog;
  readonly measures: JournalMeasures;
  /** Nobody follows it any more, or nobody can. */
  readonly onEnd: () => void;
}

/**
 * One session as this node follows it: reads on whenever it hears that there is more, from its own appends, a hint, or the look once a second.
 * A hint may be lost; the stream is the truth. Rule J7.
 */
export class RedisTail {
  readonly sid: SessionId;
  readonly #parts: TailParts;
  readonly #reader: RedisReader;
  readonly #followers: Followers;
  /** Appended here and not told yet, by version. */
  readonly #own = new Map<Version, Prepared>();
  #count = 0;
  #wanted: Version = 0;
  #isRunning = false;
  #waiting: { readonly version: Version; readonly resolve: () => void }[] = [];
  #ended = false;

  constructor(sid: SessionId, parts: TailParts) {
    this.sid = sid;
    this.#parts = parts;
    this.#reader = new RedisReader(parts.link, sid);
    this.#followers = new Followers({
      head: () => this.#reader.version,
      readAfter: (after) => readAfter(parts.link, sid, after, this.#reader.version),
      onThrow: (error) => parts.log.error({ sid, err: error }, 'a follower threw and was closed'),
      onUnreadable: (error) => parts.log.error({ sid, err: error }, 'a follower cannot read on and was closed'),
    });
  }

  get version(): Version {
    return this.#reader.version;
  }

  follow(after: Version, onEntries: (entries: readonly Entry[]) => void, onGone?: (why: Gone) => void): Follower {
    this.#count += 1;
    return this.#followers.add(after, onEntries, {
      onGone,
      onClose: () => {
        this.#count -= 1;
        if (this.#count === 0) this.#end();
      },
    });
  }

  /** What this node has just appended, from this version on: it need not be read back. */
  offer(first: Version, entries: readonly Prepared[]): void {
    for (const [index, entry] of entries.entries()) {
      if (first + index > this.#reader.version) this.#own.set(first + index, entry);
    }
  }

  /** There is more, up to this version. */
  wake(version: Version): void {
    this.#wanted = Math.max(this.#wanted, version);
    if (!this.#ended && !this.#isRunning && this.#wanted > this.#reader.version) void this.#run();
  }

  /** Resolves once all followers that are up to date have heard this version; at once where there are none any more. */
  until(version: Version): Promise<void> {
    this.wake(version);
    if (this.#ended || this.#reader.version >= version) return Promise.resolve();
    return new Promise((resolve) => this.#waiting.push({ version, resolve }));
  }

  /** The session was removed. */
  gone(why: Gone = 'removed'): void {
    this.#followers.gone(why);
    this.#end();
  }

  isStillThere(): Promise<boolean> {
    return this.#reader.isStillThere();
  }

  close(): void {
    this.#followers.close();
    this.#end();
  }

  async #run(): Promise<void> {
    this.#isRunning = true;
    const began = performance.now();
    while (!this.#ended && this.#wanted > this.#reader.version) {
      try {
        if (this.#reader.id === null) await answered(() => this.#reader.genesis());
        const entries = this.#nextOwn() ?? (await this.#nextRead());
        this.#followers.deliver(Object.freeze(entries));
        this.#tell();
      } catch (error) {
        if (error instanceof UnknownSession) this.gone();
        else this.#stop(error);
      }
    }
    this.#isRunning = false;
    this.#parts.measures.folded(performance.now() - began);
  }

  /** As many of this node's own as come next; `null` where another's does. */
  #nextOwn(): readonly Entry[] | null {
    // What was read meanwhile, as it was appended while it was being read.
    for (const version of this.#own.keys()) if (version <= this.#reader.version) this.#own.delete(version);
    const entries: Entry[] = [];
    for (let own = this.#takeOwn(); own !== undefined; own = this.#takeOwn()) entries.push(this.#reader.feed(own));
    return entries.length > 0 ? entries : null;
  }

  #takeOwn(): Prepared | undefined {
    const next = this.#reader.version + 1;
    const own = this.#own.get(next);
    this.#own.delete(next);
    return own;
  }

  /** What other nodes appended, up to the next of this one's. */
  async #nextRead(): Promise<readonly Entry[]> {
    const own = Math.min(...this.#own.keys(), Infinity);
    const { entries } = await answered(() => this.#reader.next(Math.min(this.#wanted, own - 1)));
    return entries;
  }

  /** What cannot be understood must not be skipped: this node serves the session no more. */
  #stop(error: unknown): void {
    const why = error instanceof CorruptJournal ? 'this node cannot read on and serves the session no more' : 'a bug';
    this.#parts.log.error({ sid: this.sid, err: error }, why);
    this.gone('unreadable');
  }

  #tell(): void {
    const { version } = this.#reader;
    const ready = this.#waiting.filter((waiting) => waiting.version <= version);
    this.#waiting = this.#waiting.filter((waiting) => waiting.version > version);
    for (const { resolve } of ready) resolve();
  }

  #end(): void {
    if (this.#ended) return;
    this.#ended = true;
    for (const { resolve } of this.#waiting) resolve();
    this.#waiting = [];
    this.#parts.onEnd();
  }
}

/** What is asked again until Redis answers. */
async function answered<Reply>(asked: () => Promise<Reply>): Promise<Reply> {
  for (;;) {
    try {
      return await asked();
    } catch (error) {
      if (!(error instanceof Unanswered)) throw error;
      await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
    }
  }
}

/** Entries after a version up to another, some at a time, from the beginning of the chain. */
export async function* readAfter(
  link: RedisLink,
  sid: SessionId,
  after: Version,
  upTo: Version,
): AsyncGenerator<readonly Entry[]> {
  const reader = new RedisReader(link, sid);
  while (reader.version < upTo) {
    const { entries } = await answered(() => reader.next(upTo));
    const fresh = entries.filter(({ version }) => version > after);
    if (fresh.length > 0) yield fresh;
  }
}
