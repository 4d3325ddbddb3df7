import { dirname, join } from 'node:path';
import type { SessionId } from '@cyfran/shared/words/ids.ts';
import { type Files, isFull, type OpenFile, systemCode, writeAll } from './files.ts';
import { StorageFull } from './journal.ts';
import { scanLines, type RawLine } from './scan.ts';

/** What a file is called until it is complete and durable. A crash may leave it; the next attempt replaces it. */
const UNFINISHED = '.new';

/** The disk failed in a way after which nobody knows what is on it: the process must stop and read it again. */
export class StorageFault extends Error {
  override readonly name = 'StorageFault';
}

/** Where a session's journal stands in the data folder. */
export function journalPath(folder: string, sid: SessionId): string {
  return join(sessionsFolder(folder), sid, 'journal.jsonl');
}

/** Where all sessions stand in the data folder. */
export function sessionsFolder(folder: string): string {
  return join(folder, 'sessions');
}

/** One session's journal file: bytes after the durable ones come and go, durable ones stay. One call at a time. */
export class SessionFile {
  readonly #files: Files;
  readonly #path: string;
  #size: number;
  #open: OpenFile | null = null;

  /** `size`: how many bytes are durable. */
  constructor(files: Files, path: string, size: number) {
    this.#files = files;
    this.#path = path;
    this.#size = size;
  }

  /**
   * Appends bytes and returns when they are durable. Throws `StorageFull` when nothing was kept for want of room; `StorageFault` when
   * nobody knows; any other error before a byte was written. Rules J1, J11, J12.
   */
  async append(bytes: Uint8Array): Promise<void> {
    this.#open ??= await this.#files.open(this.#path, 'change');
    try {
      await writeAll(this.#open, bytes, this.#size);
    } catch (error) {
      if (!isFull(error)) throw new StorageFault('write failed', { cause: error });
      await this.#cutBack(this.#open);
      throw new StorageFull('no room for this batch', { cause: error });
    }
    await sync(this.#open);
    this.#size += bytes.length;
  }

  /** How many bytes are durable: always whole lines. */
  get size(): number {
    return this.#size;
  }

  /** The durable lines of this moment, genesis first. */
  async *lines(): AsyncGenerator<readonly RawLine[]> {
    const size = this.#size;
    const file = await this.#files.open(this.#path, 'read');
    try {
      yield* scanLines(file, size);
    } finally {
      await file.close();
    }
  }

  async close(): Promise<void> {
    await this.#open?.close();
    this.#open = null;
  }

  /** Half a batch left behind would be read at the next start as damage, or joined to the next batch. */
  async #cutBack(file: OpenFile): Promise<void> {
    try {
      await file.truncate(this.#size);
    } catch (error) {
      throw new StorageFault('truncate failed', { cause: error });
    }
    await sync(file);
  }
}

/** Makes a session's file with its first line, durable together with its name. Throws `StorageFull`, `StorageFault`. Rule J1. */
export async function createSessionFile(files: Files, path: string, firstLine: string): Promise<SessionFile> {
  const bytes = Buffer.from(firstLine);
  try {
    await files.makeFolder(dirname(path));
    await writeDurably(files, path + UNFINISHED, 'replace', bytes);
    await files.rename(path + UNFINISHED, path);
  } catch (error) {
    throw isFull(error) ? new StorageFull('no room for a new session', { cause: error }) : error;
  }
  await syncFolder(files, dirname(path));
  await syncFolder(files, dirname(dirname(path)));
  return new SessionFile(files, path, bytes.length);
}

/**
 * Removes a session's folder. Its journal goes first, and durably: what a crash may leave is a session that was never made. Throws
 * `StorageFault`.
 */
export async function removeSessionFile(files: Files, path: string): Promise<void> {
  try {
    await files.remove(path);
    await syncFolder(files, dirname(path));
    await files.remove(dirname(path));
    await syncFolder(files, dirname(dirname(path)));
  } catch (error) {
    throw error instanceof StorageFault ? error : new StorageFault('a session was not removed', { cause: error });
  }
}

/**
 * Makes what was read from a file durable. After a kill the kernel still holds, and shows, bytes that no sync has confirmed: they would be
 * served as recorded, and a power cut could still take them. Rule J1.
 */
export async function confirmOnDisk(files: Files, path: string): Promise<void> {
  const file = await files.open(path, 'change');
  try {
    await sync(file);
  } finally {
    await file.close();
  }
  await syncFolder(files, dirname(path));
}

/** Cuts a torn tail off a file, keeping its bytes beside it as `<path>.torn-<offset>`: they are evidence, even if nobody was promised them. Rule J10. */
export async function cutTornTail(files: Files, path: string, good: number, torn: Buffer): Promise<string> {
  const kept = await keepBeside(files, `${path}.torn-${String(good)}`, torn);
  await syncFolder(files, dirname(path));
  const file = await files.open(path, 'change');
  try {
    await file.truncate(good);
    await sync(file);
  } finally {
    await file.close();
  }
  return kept;
}

async function keepBeside(files: Files, path: string, bytes: Buffer): Promise<string> {
  for (let copy = 1; ; copy += 1) {
    const name = copy === 1 ? path : `${path}-${String(copy)}`;
    try {
      await writeDurably(files, name, 'make', bytes);
      return name;
    } catch (error) {
      // An earlier crash may have torn the file at the same place: what it left is evidence too.
      if (systemCode(error) !== 'EEXIST') throw error;
    }
  }
}

async function writeDurably(files: Files, path: string, opening: 'make' | 'replace', bytes: Buffer): Promise<void> {
  const file = await files.open(path, opening);
  try {
    await writeAll(file, bytes, 0);
    await sync(file);
  } finally {
    await file.close();
  }
}

/** After a failed sync the kernel may call the same pages clean: a second one would succeed and lie. So there is no second one. Rule J12. */
async function sync(file: OpenFile): Promise<void> {
  try {
    await file.datasync();
  } catch (error) {
    throw new StorageFault('fdatasync failed', { cause: error });
  }
}

async function syncFolder(files: Files, path: string): Promise<void> {
  try {
    await files.syncFolder(path);
  } catch (error) {
    throw new StorageFault('fsync of a folder failed', { cause: error });
  }
}
