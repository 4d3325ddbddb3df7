import { mkdir } from 'node:fs/promises';
import type { Entry } from '@cyfran/shared/session/entry.ts';
import type { By } from '@cyfran/shared/words/by.ts';
import { type CommandId, SessionId } from '@cyfran/shared/words/ids.ts';
import type { Version } from '@cyfran/shared/words/units.ts';
import { Unanswered, RedisLink } from '../redis/link.ts';
import { run } from '../redis/script.ts';
import { realFiles } from './files.ts';
import { firstLine } from './first-line.ts';
import {
  type Append,
  type Appended,
  type Copied,
  type Follower,
  type Gone,
  type Genesis,
  type Journal,
  type JournalMeasures,
  JournalClosed,
  SessionExists,
  UnknownSession,
  Unsure,
} from './journal.ts';
import type { Log } from '../log.ts';
import { answerOf, place } from './outboxes.ts';
import { prepare, type Prepared } from './prepared.ts';
import { copyFromRedis } from './redis-copy.ts';
import { journalKeys, SESSIONS } from './redis-keys.ts';
import { CREATE, REMOVE } from './redis-scripts.ts';
import { readAfter } from './redis-tail.ts';
import { RedisTails, type Links } from './redis-tails.ts';
import { RedisWriter } from './redis-writer.ts';

/** So many words fit into one call. */
const MOST_ERASED = 4000;
const REWRITE_AGAIN_MS = 200;

/** `onFatal` is called once where Redis has lost what this node has shown to people: it must end, and read what is there anew. */
export interface RedisJournalOptions {
  readonly url: string;
  readonly log: Log;
  readonly onFatal: (error: unknown) => void;
  readonly measures: JournalMeasures;
  /** How many replicas must have an entry before it is acknowledged. */
  readonly replicas?: number;
}

/**
 * Opens the journal of all nodes that use this Redis. It writes, reads and hears over connections of their own, so that none waits for
 * another. Throws where Redis cannot be reached.
 */
export async function openRedisJournal({ url, replicas = 0, ...parts }: RedisJournalOptions): Promise<Journal> {
  const names = ['writer', 'reader', 'hints'];
  const [writer, reader, hints] = await Promise.all(names.map((name) => RedisLink.open(url, name, parts.log)));
  if (writer === undefined || reader === undefined || hints === undefined)
    throw new Error('three links were asked for');
  return new RedisJournal({ writer, reader, hints }, { ...parts, replicas });
}

class RedisJournal implements Journal {
  readonly #links: Links;
  readonly #parts: Required<Omit<RedisJournalOptions, 'url'>>;
  readonly #writers = new Map<SessionId, RedisWriter>();
  readonly #tails: RedisTails;
  #closed = false;
  #failed = false;

  constructor(links: Links, parts: Required<Omit<RedisJournalOptions, 'url'>>) {
    this.#links = links;
    this.#parts = parts;
    const onLost = (error: unknown) => {
      this.#fail(error);
    };
    this.#tails = new RedisTails(links, { log: parts.log, measures: parts.measures, onLost });
  }

  get writable(): boolean {
    return !this.#closed && !this.#failed && this.#tails.writable;
  }

  async create(sid: SessionId, genesis: Genesis): Promise<void> {
    this.#assertServing();
    const { line } = firstLine(sid, genesis);
    const { head, genesis: first } = journalKeys(sid);
    const made = await this.#sure(async () => {
      await this.#links.writer.ask(['SADD', SESSIONS, sid]);
      return run<number>(this.#links.writer, CREATE, [head, first], [line.slice(0, -1)]);
    });
    if (made === 0) throw new SessionExists(sid);
  }

  async sessions(): Promise<readonly SessionId[]> {
    const { reader } = this.#links;
    const listed = await this.#sure(() => reader.ask<readonly string[]>(['SMEMBERS', SESSIONS]));
    const sids = listed.filter((sid) => SessionId.safeParse(sid).success).sort();
    const there = await this.#sure(() => reader.askAll<number>(sids.map((sid) => ['EXISTS', journalKeys(sid).head])));
    return sids.filter((_, index) => there[index] === 1);
  }

  async append(sid: SessionId, entries: readonly Append[]): Promise<readonly Appended[]> {
    this.#assertServing();
    const prepared = prepare(entries);
    const writer = this.#writers.get(sid) ?? this.#newWriter(sid);
    return writer.append(prepared);
  }

  async recall(sid: SessionId, cmd: CommandId, by: By): Promise<Appended | null> {
    this.#assertServing();
    await this.#writers.get(sid)?.idle();
    const { head, outboxes } = journalKeys(sid);
    const { outbox } = place(cmd);
    const [there, last] = await this.#sure(() =>
      this.#links.writer.askAll<string | null>([
        ['GET', head],
        ['HGET', outboxes, outbox],
      ]),
    );
    if (there === null || there === undefined) throw new UnknownSession(sid);
    if (last === null || last === undefined) return null;
    const [n, version, ...owner] = last.split(' ');
    const before = { n: Number(n), version: Number(version), owner: owner.join(' ') === '' ? null : owner.join(' ') };
    return answerOf(new Map([[outbox, before]]), cmd, by);
  }

  async head(sid: SessionId): Promise<Version> {
    const head = await this.#sure(() => this.#links.reader.ask<string | null>(['GET', journalKeys(sid).head]));
    if (head === null) throw new UnknownSession(sid);
    return Number(head);
  }

  async *read(sid: SessionId, after: Version): AsyncGenerator<Entry> {
    for await (const entries of readAfter(this.#links.reader, sid, after, await this.head(sid))) yield* entries;
  }

  follow(
    sid: SessionId,
    after: Version,
    onEntries: (entries: readonly Entry[]) => void,
    onGone?: (why: Gone) => void,
  ): Follower {
    return this.#tails.of(sid).follow(after, onEntries, onGone);
  }

  async copyTo(folder: string): Promise<readonly Copied[]> {
    const sids = await this.sessions();
    const { reader } = this.#links;
    // Asked together: the heads of one moment.
    const heads = await reader.askAll<string | null>(sids.map((sid) => ['GET', journalKeys(sid).head]));
    await mkdir(folder, { recursive: true });
    const copied: Copied[] = [];
    for (const [index, sid] of sids.entries()) {
      const head = heads[index] ?? null;
      if (head === null) continue;
      try {
        copied.push(await copyFromRedis(reader, sid, Number(head), { files: realFiles, folder }));
      } catch (error) {
        // Removed meanwhile, it belongs in no copy.
        if (!(error instanceof UnknownSession)) throw error;
      }
    }
    return copied;
  }

  async erase(sid: SessionId, versions: Iterable<Version>): Promise<number> {
    this.#assertServing();
    const { bodies } = journalKeys(sid);
    const { writer } = this.#links;
    const all = [...versions];
    let taken = 0;
    for (let from = 0; from < all.length; from += MOST_ERASED) {
      const some = all.slice(from, from + MOST_ERASED);
      taken += await this.#sure(() => writer.ask<number>(['HDEL', bodies, ...some]));
    }
    // What Redis wrote down before still holds them until it writes itself anew.
    if (taken > 0) await this.#rewritten();
    return taken;
  }

  /** One that is under way began before: then once more after it. */
  async #rewritten(): Promise<void> {
    try {
      while (!this.#closed) {
        const said = await this.#links.writer.ask(['BGREWRITEAOF']).then(String, String);
        if (!said.includes('already in progress')) {
          if (!/started|scheduled/i.test(said)) throw new Error(said);
          return;
        }
        await new Promise((resolve) => setTimeout(resolve, REWRITE_AGAIN_MS));
      }
    } catch (error) {
      this.#parts.log.warn(
        { err: error },
        'Redis does not write its file anew: run BGREWRITEAOF, it still holds what was erased',
      );
    }
  }

  async remove(sid: SessionId, at: Version): Promise<boolean> {
    this.#assertServing();
    if (this.#writers.get(sid)?.isBusy === true) return false;
    const { head, channel, ...others } = journalKeys(sid);
    const keys = [head, ...Object.values(others)];
    const removed = await this.#sure(() => run<number | null>(this.#links.writer, REMOVE, keys, [channel, at]));
    if (removed === null) throw new UnknownSession(sid);
    if (removed === 0) return false;
    await this.#sure(() => this.#links.writer.ask(['SREM', SESSIONS, sid]));
    this.#writers.delete(sid);
    this.#tails.gone(sid);
    return true;
  }

  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all([...this.#writers.values()].map((writer) => writer.close()));
    this.#tails.close();
    const { writer, reader, hints } = this.#links;
    for (const link of [writer, reader, hints]) link.close();
  }

  #assertServing(): void {
    if (this.#closed || this.#failed) throw new JournalClosed('the journal takes no more commands');
  }

  #newWriter(sid: SessionId): RedisWriter {
    const heard = (version: Version) => this.#tails.until(sid, version);
    const onRecorded = (first: Version, entries: readonly Prepared[]) => {
      this.#tails.offer(sid, first, entries);
    };
    const writer = new RedisWriter(sid, {
      onRecorded,
      link: this.#links.writer,
      heard,
      replicas: this.#parts.replicas,
      measures: this.#parts.measures,
    });
    this.#writers.set(sid, writer);
    return writer;
  }

  async #sure<Reply>(asked: () => Promise<Reply>): Promise<Reply> {
    try {
      return await asked();
    } catch (error) {
      if (this.#closed) throw new JournalClosed('the journal is closed', { cause: error });
      throw error instanceof Unanswered ? new Unsure(error.message, { cause: error }) : error;
    }
  }

  #fail(error: unknown): void {
    if (this.#failed) return;
    this.#failed = true;
    this.#parts.onFatal(error);
  }
}
