import { dirname } from 'node:path';
import type { SessionId } from '@cyfran/shared/words/ids.ts';
import type { Version } from '@cyfran/shared/words/units.ts';
import type { RedisLink } from '../redis/link.ts';
import { isFull, type Files, writeAll } from './files.ts';
import { type Copied, StorageFull } from './journal.ts';
import { formatLine } from './line.ts';
import { RedisReader } from './redis-reader.ts';
import { journalPath, sessionsFolder } from './session-file.ts';
import { verify } from './verify.ts';

/** Writes a session up to `head` as the journal on disk has it, durable, and reads it back as a start would. Throws `StorageFull`, `UnknownSession`. */
export async function copyFromRedis(
  link: RedisLink,
  sid: SessionId,
  head: Version,
  { files, folder }: { readonly files: Files; readonly folder: string },
): Promise<Copied> {
  const path = journalPath(folder, sid);
  try {
    await files.makeFolder(dirname(path));
    await writeLines(new RedisReader(link, sid), head, files, path);
    for (const made of [dirname(path), sessionsFolder(folder), folder]) await files.syncFolder(made);
  } catch (error) {
    throw isFull(error) ? new StorageFull('no room for the copy', { cause: error }) : error;
  }
  const { standing, good } = await verify(files, path, sid);
  return { sid, version: standing.version, id: standing.id, bytes: good };
}

async function writeLines(reader: RedisReader, head: Version, files: Files, path: string): Promise<void> {
  const file = await files.open(path, 'make');
  try {
    const first = Buffer.from(`${await reader.genesis()}\n`);
    await writeAll(file, first, 0);
    let size = first.length;
    while (reader.version < head) {
      const { entries, stored } = await reader.next(head);
      const lines = entries.map(({ id }, index) => formatLine(id, stored[index] ?? { header: '', salt: '', body: '' }));
      const bytes = Buffer.from(lines.join(''));
      await writeAll(file, bytes, size);
      size += bytes.length;
    }
    await file.datasync();
  } finally {
    await file.close();
  }
}
