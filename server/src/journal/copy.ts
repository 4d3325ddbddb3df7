import { dirname } from 'node:path';
import { assert } from '@cyfran/shared/words/assert.ts';
import type { SessionId } from '@cyfran/shared/words/ids.ts';
import { isFull, writeAll, type Files, type OpenFile } from './files.ts';
import { StorageFull, type Copied } from './journal.ts';
import { journalPath, sessionsFolder } from './session-file.ts';
import { verify } from './verify.ts';

const CHUNK_BYTES = 256 * 1024;

/** Which journal, from which data folder into which, and how many of its bytes: whole lines. */
interface Prefix {
  readonly from: string;
  readonly to: string;
  readonly sid: SessionId;
  readonly bytes: number;
}

/** Copies the beginning of a journal, makes it durable and reads it back as a start would. Throws `StorageFull`, `CorruptJournal`. */
export async function copyPrefix(files: Files, { from, to, sid, bytes }: Prefix): Promise<Copied> {
  const path = journalPath(to, sid);
  try {
    await files.makeFolder(dirname(path));
    await copyDurably(files, journalPath(from, sid), path, bytes);
    for (const folder of [dirname(path), sessionsFolder(to), to]) await files.syncFolder(folder);
  } catch (error) {
    throw isFull(error) ? new StorageFull('no room for the copy', { cause: error }) : error;
  }
  const { standing, good, torn } = await verify(files, path, sid);
  assert(torn === null && good === bytes, 'a journal’s durable bytes are whole lines');
  return { sid, version: standing.version, id: standing.id, bytes };
}

/** Copies a file, or its first `bytes`, to one that is not there yet, and returns when the copy is on the disk. */
export async function copyDurably(files: Files, from: string, to: string, bytes?: number): Promise<void> {
  const source = await files.open(from, 'read');
  try {
    const copy = await files.open(to, 'make');
    try {
      await pour(source, copy, bytes ?? (await source.size()));
      await copy.datasync();
    } finally {
      await copy.close();
    }
  } finally {
    await source.close();
  }
}

/** A piece at a time, so that the event loop turns in between. */
async function pour(source: OpenFile, copy: OpenFile, bytes: number): Promise<void> {
  const piece = Buffer.allocUnsafe(CHUNK_BYTES);
  for (let done = 0; done < bytes;) {
    const taken = await source.read(piece.subarray(0, Math.min(CHUNK_BYTES, bytes - done)), done);
    assert(taken > 0, 'durable bytes stay where they are');
    await writeAll(copy, piece.subarray(0, taken), done);
    done += taken;
  }
}
