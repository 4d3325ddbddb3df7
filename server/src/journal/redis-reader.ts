import type { Entry } from '@cyfran/shared/session/entry.ts';
import type { Hash, SessionId } from '@cyfran/shared/words/ids.ts';
import type { Version } from '@cyfran/shared/words/units.ts';
import type { RedisLink } from '../redis/link.ts';
import { entryId } from './chain.ts';
import { CorruptJournal, UnknownSession } from './journal.ts';
import { BadLine, parseGenesis, parseStored, type Stored } from './line.ts';
import { frozen, type Prepared } from './prepared.ts';
import { journalKeys, type JournalKeys } from './redis-keys.ts';

/** As many entries at once as keep Redis for a millisecond. */
const CHUNK = 500;

/** Some entries, and their texts as they are stored. */
export interface Chunk {
  readonly entries: readonly Entry[];
  readonly stored: readonly Stored[];
}

type RawEntry = readonly [id: string, fields: readonly string[]];

/** Reads one session's entries in order and links them: Redis keeps no ids, as they follow from the headers. Rules J8, J9. */
export class RedisReader {
  readonly #link: RedisLink;
  readonly #sid: SessionId;
  readonly #keys: JournalKeys;
  #version: Version = 0;
  #id: Hash | null = null;
  #header = '';

  constructor(link: RedisLink, sid: SessionId) {
    this.#link = link;
    this.#sid = sid;
    this.#keys = journalKeys(sid);
  }

  /** How far it has read. */
  get version(): Version {
    return this.#version;
  }

  get id(): Hash | null {
    return this.#id;
  }

  /** Line 0 with its id, without its LF. Throws `UnknownSession`, `CorruptJournal`, `Unanswered`. */
  async genesis(): Promise<string> {
    const line = await this.#link.ask<string | null>(['GET', this.#keys.genesis]);
    if (line === null) throw new UnknownSession(this.#sid);
    const { id, genesis } = this.#sound(0, () => parseGenesis(Buffer.from(line)));
    if (genesis.sid !== this.#sid) throw this.#corrupt(0, 'the journal of another session');
    this.#id ??= id;
    return line;
  }

  /** Reads on, up to `head`: at most some hundred entries. Throws `CorruptJournal` where what is there is no chain; `Unanswered`. */
  async next(head: Version): Promise<Chunk> {
    if (this.#id === null) await this.genesis();
    const first = this.#version + 1;
    const last = Math.min(head, this.#version + CHUNK);
    const versions = Array.from({ length: last - first + 1 }, (_, index) => first + index);
    const [raw, bodies] = (await this.#link.askAll([
      ['XRANGE', this.#keys.entries, `${String(first)}-0`, `${String(last)}-0`],
      ['HMGET', this.#keys.bodies, ...versions],
    ])) as [readonly RawEntry[], readonly (string | null)[]];
    const stored: Stored[] = [];
    const entries = versions.map((version, index) => {
      const texts = this.#storedAt(version, raw[index], bodies[index] ?? null);
      stored.push(texts);
      return this.#take(version, texts);
    });
    return { entries, stored };
  }

  /** The next entry as this node itself has appended it: it need not be read. */
  feed({ stored, recorded }: Pick<Prepared, 'stored' | 'recorded'>): Entry {
    const version = this.#version + 1;
    const id = entryId(version, this.#id ?? '', stored.header);
    this.#go(version, id, stored);
    return Object.freeze({ version, id, ...recorded });
  }

  /**
   * Whether what was read last still stands in Redis: after a failover, or a restart that lost its newest writes, it may not.
   */
  async isStillThere(): Promise<boolean> {
    if (this.#version === 0) return true;
    const id = `${String(this.#version)}-0`;
    // It reads on meanwhile.
    const header = this.#header;
    const [last] = await this.#link.ask<readonly RawEntry[]>(['XRANGE', this.#keys.entries, id, id]);
    return last?.[1][1] === header;
  }

  #storedAt(version: Version, raw: RawEntry | undefined, erasable: string | null): Stored {
    const header = raw?.[0] === `${String(version)}-0` ? raw[1][1] : undefined;
    if (header === undefined) throw this.#corrupt(version, 'it is not there');
    const tab = erasable?.indexOf('\t') ?? -1;
    if (erasable === null || tab < 0) return { header, salt: '', body: '' };
    return { header, salt: erasable.slice(0, tab), body: erasable.slice(tab + 1) };
  }

  #take(version: Version, stored: Stored): Entry {
    const id = entryId(version, this.#id ?? '', stored.header);
    const entry = frozen({ version, id, ...this.#sound(version, () => parseStored(stored)) });
    this.#go(version, id, stored);
    return entry;
  }

  #go(version: Version, id: Hash, { header }: Stored): void {
    this.#version = version;
    this.#id = id;
    this.#header = header;
  }

  #sound<Result>(version: Version, read: () => Result): Result {
    try {
      return read();
    } catch (error) {
      throw error instanceof BadLine ? this.#corrupt(version, error.message) : error;
    }
  }

  #corrupt(version: Version, why: string): CorruptJournal {
    return new CorruptJournal(`session ${this.#sid}`, version, why);
  }
}
