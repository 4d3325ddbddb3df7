import { readdir, readFile, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { openAccessStore } from '../access/sqlite-store.ts';
import { copyDurably, copyPrefix } from '../journal/copy.ts';
import { realFiles, systemCode } from '../journal/files.ts';
import { CorruptJournal } from '../journal/journal.ts';
import { journalPath } from '../journal/session-file.ts';
import { verify } from '../journal/verify.ts';
import { BACKUP_FILES, BackupManifest } from '../record/backup.ts';
import { meetings, megabytes } from './backup.ts';
import type { Config } from '../config.ts';
import { CannotDo } from './loopback.ts';
import { restoreIntoRedis } from './restore-redis.ts';

/**
 * Copies a backup into the Redis of the settings, or into their data folder, either of which must be empty or not there yet, after every line of every journal has been verified, and says what it
 * restored. The backup is not changed. Throws `CannotDo`; then a data folder is as it was.
 */
export async function restore(folder: string, config: Config): Promise<string> {
  const { CYFRAN_REDIS_URL: url, CYFRAN_DATA: data } = config;
  const [from, to] = [resolve(folder), resolve(data)];
  if (url !== undefined) {
    const manifest = await readManifest(from);
    for (const session of manifest.sessions) await checkJournal(from, session);
    await restoreIntoRedis(from, manifest, url, config);
    return restored(manifest, 'Redis');
  }
  if ((await namesIn(to)).length > 0) {
    throw new CannotDo(
      `${to} is not empty. A backup is restored into an empty folder only: set CYFRAN_DATA to a new one. If a Cyfran runs on ${to}, it stays as it is.`,
    );
  }
  const manifest = await readManifest(from);
  for (const session of manifest.sessions) await checkJournal(from, session);
  try {
    await copy(from, to, manifest);
    await checkKeys(to, manifest);
  } catch (error) {
    for (const name of await namesIn(to)) await rm(join(to, name), { recursive: true });
    throw error;
  }
  return restored(manifest, to);
}

function restored({ sessions, at }: BackupManifest, to: string): string {
  const bytes = sessions.reduce((sum, session) => sum + session.bytes, 0);
  return [
    `${meetings(sessions.length)}, ${megabytes(bytes)}, restored to ${to} as of ${at}`,
    'Every line was verified. Start servers on this one, and never the old ones beside them: phones must not vote in two places.',
  ].join('\n');
}

type BackedSession = BackupManifest['sessions'][number];

async function readManifest(from: string): Promise<BackupManifest> {
  try {
    return BackupManifest.parse(JSON.parse(await readFile(join(from, BACKUP_FILES.manifest), 'utf8')));
  } catch (error) {
    const why = systemCode(error) === 'ENOENT' ? `there is no ${BACKUP_FILES.manifest} in it` : 'it cannot be read';
    throw new CannotDo(
      `${from} is no whole backup: ${why}. A data folder that was copied while its server was stopped needs no restoring: set CYFRAN_DATA to it.`,
      { cause: error },
    );
  }
}

async function checkJournal(from: string, { sid, version, id, bytes }: BackedSession): Promise<void> {
  try {
    const { standing, good, torn } = await verify(realFiles, journalPath(from, sid), sid);
    if (torn === null && good === bytes && standing.version === version && standing.id === id) return;
  } catch (error) {
    if (!(error instanceof CorruptJournal) && systemCode(error) !== 'ENOENT') throw error;
    throw new CannotDo(`The backup is damaged: ${error instanceof Error ? error.message : ''}`, { cause: error });
  }
  throw new CannotDo(`The backup is damaged: ${journalPath(from, sid)} is not what was backed up.`);
}

async function copy(from: string, to: string, { sessions }: BackupManifest): Promise<void> {
  await realFiles.makeFolder(to);
  for (const { sid, bytes } of sessions) await copyPrefix(realFiles, { from, to, sid, bytes });
  for (const name of [BACKUP_FILES.access, BACKUP_FILES.key]) {
    if (!(await namesIn(from)).includes(name)) throw new CannotDo(`The backup is damaged: there is no ${name} in it.`);
    await copyDurably(realFiles, join(from, name), join(to, name));
  }
  await realFiles.syncFolder(to);
}

/** The store opens as a server opens it, and knows every meeting. */
async function checkKeys(to: string, { sessions }: BackupManifest): Promise<void> {
  const access = openKeys(to);
  try {
    for (const { sid } of sessions) {
      if ((await access.findSession(sid)) === null)
        throw new CannotDo(`The backup is damaged: it has no keys of the meeting ${sid}.`);
    }
  } finally {
    access.close();
  }
}

function openKeys(to: string): ReturnType<typeof openAccessStore> {
  try {
    return openAccessStore(to);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new CannotDo(`The keys in the backup cannot be opened: ${why}`, { cause: error });
  }
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return [];
    throw error;
  }
}
