import { basename, dirname, join } from 'node:path';
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
  #generation = 0;

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
    const [file, size] = await this.#snapshot();
    try {
      yield* scanLines(file, size);
    } finally {
      await file.close();
    }
  }

  /** Rises when what was durable has been written anew. */
  get generation(): number {
    return this.#generation;
  }

  /**
   * Writes the file anew with each line as `change` gives it, and returns when it stands in the place of the old one, durably. Whoever reads
   * the old one reads on in it. No append may be under way. Throws `StorageFull`, with nothing changed, `StorageFault`.
   */
  async rewrite(change: (line: Buffer, version: number) => Buffer): Promise<void> {
    const path = this.#path + UNFINISHED;
    let size = 0;
    try {
      size = await this.#writeAnew(path, change);
    } catch (error) {
      await this.#files.remove(path).catch(() => undefined);
      if (!isFull(error)) throw new StorageFault('a journal was not written anew', { cause: error });
      throw new StorageFull('no room to write a journal anew', { cause: error });
    }
    try {
      await this.#open?.close();
      this.#open = null;
      await this.#files.rename(path, this.#path);
    } catch (error) {
      throw new StorageFault('a journal was not put in place', { cause: error });
    }
    this.#size = size;
    this.#generation += 1;
    await syncFolder(this.#files, dirname(this.#path));
    await this.#removeTorn();
  }

  async #writeAnew(path: string, change: (line: Buffer, version: number) => Buffer): Promise<number> {
    const file = await this.#files.open(path, 'replace');
    let [version, at] = [0, 0];
    try {
      for await (const lines of this.lines()) {
        const changed = Buffer.concat(lines.map(({ bytes }) => change(bytes, version++)));
        await writeAll(file, changed, at);
        at += changed.length;
      }
      await sync(file);
      return at;
    } finally {
      await file.close();
    }
  }

  /** What a crash left beside the file was promised to nobody, and may hold what is to be erased. */
  async #removeTorn(): Promise<void> {
    const folder = dirname(this.#path);
    const names = (await this.#files.list(folder)).filter((name) => name.startsWith(`${basename(this.#path)}.torn-`));
    for (const name of names) await this.#files.remove(join(folder, name));
    if (names.length > 0) await syncFolder(this.#files, folder);
  }

  /** The file as it stands, with the length that is its own, however often it is written anew meanwhile. */
  async #snapshot(): Promise<readonly [OpenFile, number]> {
    for (;;) {
      const before = this.#generation;
      const size = this.#size;
      const file = await this.#files.open(this.#path, 'read');
      if (this.#generation === before) return [file, size];
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
