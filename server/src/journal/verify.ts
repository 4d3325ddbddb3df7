import { keysMovedBy } from '@cyfran/shared/session/keys.ts';
import type { Entry } from '@cyfran/shared/session/entry.ts';
import type { SessionId } from '@cyfran/shared/words/ids.ts';
import type { Files, OpenFile } from './files.ts';
import { CorruptJournal } from './journal.ts';
import { BadLine, MAX_BATCH_BYTES, parseGenesis, parseLine } from './line.ts';
import { type RawLine, scanLines } from './scan.ts';
import { advance, type Standing, standingAt } from './standing.ts';
import { whyNotTorn } from './torn.ts';

/** A journal file that was read to its end. `torn`: bytes after `good` that no acknowledged entry stands in. */
export interface Verified {
  readonly standing: Standing;
  readonly good: number;
  readonly torn: Buffer | null;
}

/**
 * Reads every line of a session's file and rebuilds what the next entry is judged by, in one pass, in which `onEntries` gets all entries
 * in order, some at a time. Changes nothing. Throws `CorruptJournal` where the bytes are neither a chain nor a chain with a torn tail.
 * Rules J8, J10.
 */
export async function verify(
  files: Files,
  path: string,
  sid: SessionId,
  onEntries: (entries: readonly Entry[]) => void = () => undefined,
): Promise<Verified> {
  const file = await files.open(path, 'read');
  try {
    return await new Verification(file, path, await file.size(), onEntries).run(sid);
  } finally {
    await file.close();
  }
}

class Verification {
  readonly #file: OpenFile;
  readonly #path: string;
  readonly #size: number;
  readonly #onEntries: (entries: readonly Entry[]) => void;
  #standing: Standing | null = null;
  #good = 0;

  constructor(file: OpenFile, path: string, size: number, onEntries: (entries: readonly Entry[]) => void) {
    this.#file = file;
    this.#path = path;
    this.#size = size;
    this.#onEntries = onEntries;
  }

  async run(sid: SessionId): Promise<Verified> {
    let bad: string | null = null;
    for await (const lines of scanLines(this.#file, this.#size)) {
      bad = this.#takeAll(lines, sid);
      if (bad !== null) break;
    }
    // A journal gets its name only when its genesis is durable, so no crash leaves one without.
    if (this.#standing === null) throw this.#corrupt(bad ?? 'no first line');
    if (bad === null) return { standing: this.#standing, good: this.#good, torn: null };
    return { standing: this.#standing, good: this.#good, torn: await this.#tornTail(this.#standing, bad) };
  }

  /** Counts lines in up to the first bad one; returns what is wrong with that. */
  #takeAll(lines: readonly RawLine[], sid: SessionId): string | null {
    const entries: Entry[] = [];
    const bad = this.#takeInto(entries, lines, sid);
    if (entries.length > 0) this.#onEntries(entries);
    return bad;
  }

  #takeInto(entries: Entry[], lines: readonly RawLine[], sid: SessionId): string | null {
    for (const line of lines) {
      if (!line.ended) return 'the last line has no end';
      try {
        const entry = this.#take(line.bytes, sid);
        if (entry !== null) entries.push(entry);
      } catch (error) {
        if (!(error instanceof BadLine)) throw error;
        return error.message;
      }
      this.#good = line.offset + line.bytes.length + 1;
    }
    return null;
  }

  /** The entry in a line, counted in; `null` for the genesis. */
  #take(bytes: Buffer, sid: SessionId): Entry | null {
    const standing = this.#standing;
    if (standing === null) {
      const { id, genesis } = parseGenesis(bytes);
      if (genesis.sid !== sid) throw new BadLine('the journal of another session');
      this.#standing = standingAt(id);
      return null;
    }
    const entry = parseLine(bytes, standing.version + 1, standing.id);
    advance(standing, entry, entry.events.flatMap(keysMovedBy));
    return entry;
  }

  async #tornTail({ version, id }: Standing, bad: string): Promise<Buffer> {
    if (this.#size - this.#good > MAX_BATCH_BYTES) throw this.#corrupt(`${bad}; more bad bytes than one write`);
    const tail = await readAll(this.#file, this.#good, this.#size);
    const why = whyNotTorn(tail, (line) => isNext(line, version + 1, id));
    if (why !== null) throw this.#corrupt(`${bad}; ${why}`);
    return tail;
  }

  #corrupt(why: string): CorruptJournal {
    return new CorruptJournal(this.#path, this.#good, why);
  }
}

function isNext(line: Buffer, ...place: [version: number, previous: string]): boolean {
  try {
    parseLine(line, ...place);
    return true;
  } catch (error) {
    if (error instanceof BadLine) return false;
    throw error;
  }
}

async function readAll(file: OpenFile, from: number, to: number): Promise<Buffer> {
  const bytes = Buffer.alloc(to - from);
  let done = 0;
  while (done < bytes.length) {
    const taken = await file.read(bytes.subarray(done), from + done);
    if (taken === 0) break;
    done += taken;
  }
  return bytes.subarray(0, done);
}
