import { join } from 'node:path';
import { SessionId, type Secret } from '@cyfran/shared/words/ids.ts';
import { z } from 'zod';
import type { AccessStore } from '../access/access-store.ts';
import { isFull, writeAll, type Files } from '../journal/files.ts';
import { StorageFull, type Journal } from '../journal/journal.ts';

/** What stands in a backup beside the journals. `backup.json` is written last: without it the backup is not whole. */
export const BACKUP_FILES = { manifest: 'backup.json', access: 'cyfran.sqlite', key: 'host.key' } as const;

/** What a backup says of itself: when it was made, and up to which entry of each session. */
export const BackupManifest = z.strictObject({
  format: z.literal('cyfran-backup'),
  formatVersion: z.literal(1),
  at: z.iso.datetime(),
  sessions: z.array(
    z.strictObject({
      sid: SessionId,
      version: z.int().min(0),
      id: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
      bytes: z.int().min(1),
    }),
  ),
});
export type BackupManifest = z.infer<typeof BackupManifest>;

/** What a backup is made of. */
export interface Backed {
  readonly journal: Journal;
  readonly access: AccessStore;
  readonly hostKey: Secret;
  readonly files: Files;
  /** Meetings that have ended: what joins their people to ballots goes into no backup. */
  readonly over: () => Promise<ReadonlySet<SessionId>>;
}

/** The folder for a backup holds something already. */
export class FolderNotEmpty extends Error {
  override readonly name = 'FolderNotEmpty';
}

/**
 * Writes a whole, consistent data folder while meetings go on: everything that was acknowledged before this call, and keys at least as new
 * as the journals. `to`: a folder that is empty or not there yet. Throws `FolderNotEmpty`, `StorageFull`, or the system's error.
 */
export async function makeBackup(
  { journal, access, hostKey, files, over }: Backed,
  to: string,
  at: Date,
): Promise<{ readonly sessions: number; readonly bytes: number }> {
  await files.makeFolder(to);
  if ((await files.list(to)).length > 0) throw new FolderNotEmpty(to);
  const copyOfAccess = join(to, BACKUP_FILES.access);
  // A key is kept before an entry relies on it: with the keys copied last no entry lacks its key.
  const copied = await journal.copyTo(to);
  await access.copyTo(copyOfAccess, await over());
  // Removed meanwhile, a meeting has no keys any more and belongs in no backup.
  const known = await Promise.all(copied.map(({ sid }) => access.findSession(sid)));
  const sessions = copied.filter((_, index) => known[index] !== null);
  const accessBytes = await confirm(files, copyOfAccess);
  const manifest: BackupManifest = {
    format: 'cyfran-backup',
    formatVersion: 1,
    at: at.toISOString(),
    sessions: sessions.map(({ sid, version, id, bytes }) => ({ sid, version, id, bytes })),
  };
  await writeNew(files, join(to, BACKUP_FILES.key), `${hostKey}\n`);
  await files.syncFolder(to);
  await writeNew(files, join(to, BACKUP_FILES.manifest), `${JSON.stringify(manifest, null, 2)}\n`);
  await files.syncFolder(to);
  return { sessions: sessions.length, bytes: sessions.reduce((sum, { bytes }) => sum + bytes, accessBytes) };
}

async function confirm(files: Files, path: string): Promise<number> {
  const file = await files.open(path, 'change');
  try {
    await file.datasync();
    return await file.size();
  } finally {
    await file.close();
  }
}

async function writeNew(files: Files, path: string, text: string): Promise<void> {
  try {
    const file = await files.open(path, 'make');
    try {
      await writeAll(file, Buffer.from(text), 0);
      await file.datasync();
    } finally {
      await file.close();
    }
  } catch (error) {
    throw isFull(error) ? new StorageFull('no room for the backup', { cause: error }) : error;
  }
}
