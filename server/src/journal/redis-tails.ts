import type { SessionId } from '@cyfran/shared/words/ids.ts';
import type { Version } from '@cyfran/shared/words/units.ts';
import { Unanswered, type RedisLink } from '../redis/link.ts';
import type { JournalLog, JournalMeasures } from './journal.ts';
import type { Prepared } from './prepared.ts';
import { journalKeys } from './redis-keys.ts';
import { RedisTail } from './redis-tail.ts';

const LOOK_EVERY_MS = 1000;
const PROBE = 'journal:probe';

/** The connections of a journal: none waits for another. */
export interface Links {
  readonly writer: RedisLink;
  readonly reader: RedisLink;
  readonly hints: RedisLink;
}

/** `onLost`: Redis has lost what this node has shown to people. */
export interface TailsParts {
  readonly log: JournalLog;
  readonly measures: JournalMeasures;
  readonly onLost: (error: unknown) => void;
}

/** What was durable is not there any more. */
class LostEntries extends Error {
  override readonly name = 'LostEntries';
}

/** All sessions that this node follows, and the look once a second that finds what no hint has told. Rule J7. */
export class RedisTails {
  readonly #links: Links;
  readonly #parts: TailsParts;
  readonly #tails = new Map<SessionId, RedisTail>();
  /** Whose channel is heard, or is about to be. */
  readonly #heard = new Set<SessionId>();
  readonly #looking: ReturnType<typeof setInterval>;
  #isLooking = false;
  #writable = true;
  #closed = false;

  constructor(links: Links, parts: TailsParts) {
    this.#links = links;
    this.#parts = parts;
    this.#looking = setInterval(() => void this.#look(), LOOK_EVERY_MS);
    // What was said while a connection was down was missed, and what was promised may be gone.
    links.hints.onReady(() => void this.#look());
    links.reader.onReady(() => void this.#compare());
  }

  /** Whether Redis took what was to be kept, when it was looked at last. */
  get writable(): boolean {
    return this.#writable;
  }

  /** The session's tail, begun if there is none. */
  of(sid: SessionId): RedisTail {
    return this.#tails.get(sid) ?? this.#begin(sid);
  }

  /** Resolves once those who follow this session here have heard this version. */
  until(sid: SessionId, version: Version): Promise<void> {
    return this.#tails.get(sid)?.until(version) ?? Promise.resolve();
  }

  /** Who follows this session here need not read what was appended here. */
  offer(sid: SessionId, first: Version, entries: readonly Prepared[]): void {
    this.#tails.get(sid)?.offer(first, entries);
  }

  /** The session was removed. */
  gone(sid: SessionId): void {
    this.#tails.get(sid)?.gone();
  }

  close(): void {
    this.#closed = true;
    clearInterval(this.#looking);
    for (const tail of [...this.#tails.values()]) tail.close();
  }

  #begin(sid: SessionId): RedisTail {
    const onEnd = () => {
      this.#tails.delete(sid);
      this.#heard.delete(sid);
      if (!this.#closed) this.#links.hints.stopHearing(journalKeys(sid).channel).catch(noMatter);
    };
    const { log, measures } = this.#parts;
    const tail = new RedisTail(sid, { link: this.#links.reader, log, measures, onEnd });
    this.#tails.set(sid, tail);
    void this.#lookAt([tail]);
    return tail;
  }

  /** What no hint has told: once a second, and whenever a connection stands again. */
  async #look(): Promise<void> {
    if (this.#isLooking) return;
    this.#isLooking = true;
    await Promise.all([this.#probe(), this.#lookAt([...this.#tails.values()])]);
    this.#isLooking = false;
  }

  /** Compares how far these sessions are, and hears their channels from here on. */
  async #lookAt(tails: readonly RedisTail[]): Promise<void> {
    try {
      // The channel first: what is appended after the head was read is then told.
      await Promise.all(tails.filter(({ sid }) => !this.#heard.has(sid)).map((tail) => this.#hear(tail)));
      const heads = await this.#links.reader.askAll<string | null>(
        tails.map(({ sid }) => ['GET', journalKeys(sid).head]),
      );
      for (const [index, tail] of tails.entries()) this.#heardOf(tail, heads[index] ?? null);
    } catch (error) {
      if (!(error instanceof Unanswered) && !this.#closed)
        this.#parts.log.error({ err: error }, 'Redis was not looked at');
    }
  }

  async #hear(tail: RedisTail): Promise<void> {
    this.#heard.add(tail.sid);
    try {
      await this.#links.hints.hear(journalKeys(tail.sid).channel, (head) => {
        // A hint may come after this node's own appends have gone on: an older one says nothing.
        if (head === 'gone') tail.gone();
        else tail.wake(Number(head));
      });
    } catch (error) {
      this.#heard.delete(tail.sid);
      throw error;
    }
  }

  #heardOf(tail: RedisTail, head: string | null): void {
    if (head === null) tail.gone();
    else if (Number(head) < tail.version) void this.#compare();
    else tail.wake(Number(head));
  }

  /** A Redis that has lost what people have seen must not be gone on with as if nothing had been. */
  async #compare(): Promise<void> {
    try {
      for (const tail of [...this.#tails.values()]) {
        if (!(await tail.isStillThere()))
          this.#parts.onLost(new LostEntries(`${tail.sid}: Redis has lost recorded entries`));
      }
    } catch (error) {
      if (!(error instanceof Unanswered) && !this.#closed)
        this.#parts.log.error({ err: error }, 'Redis was not compared');
    }
  }

  /** Whether Redis takes what is to be kept: it may be full, or a replica. */
  async #probe(): Promise<void> {
    const before = this.#writable;
    this.#writable = await this.#links.writer.ask(['SET', PROBE, 1]).then(
      () => true,
      () => false,
    );
    if (before !== this.#writable && !this.#closed) {
      const facts = { writable: this.#writable };
      if (this.#writable) this.#parts.log.warn(facts, 'Redis can be written to again');
      else this.#parts.log.error(facts, 'Redis cannot be written to');
    }
  }
}

function noMatter(): void {
  // A channel that is still heard tells nothing to anybody.
}
