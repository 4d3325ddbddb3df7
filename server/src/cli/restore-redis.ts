import { join } from 'node:path';
import { keysMovedBy } from '@cyfran/shared/session/keys.ts';
import { readFile } from 'node:fs/promises';
import pino from 'pino';
import { RedisStore } from '../access/redis-store.ts';
import { Sealer } from '../access/sealer.ts';
import { readSqliteCopy } from '../access/sqlite-copy.ts';
import type { Config } from '../config.ts';
import { realFiles } from '../journal/files.ts';
import { lineBytes, parseGenesis, parseLine, storedIn } from '../journal/line.ts';
import type { Prepared } from '../journal/prepared.ts';
import { journalKeys, SESSIONS } from '../journal/redis-keys.ts';
import { CREATE } from '../journal/redis-scripts.ts';
import { RedisWriter } from '../journal/redis-writer.ts';
import { scanLines } from '../journal/scan.ts';
import { journalPath } from '../journal/session-file.ts';
import { Measures } from '../measures.ts';
import { RedisLink } from '../redis/link.ts';
import { run } from '../redis/script.ts';
import { BACKUP_FILES, type BackupManifest } from '../record/backup.ts';
import { CannotDo } from './loopback.ts';

const silent = pino({ level: 'silent' });
/** So many lines go to Redis at once. */
const AT_ONCE = 200;

/**
 * Copies a verified backup into a Redis that holds no meeting yet. What was written when it fails is left: the next attempt needs an empty
 * Redis again. Throws `CannotDo`.
 */
export async function restoreIntoRedis(
  from: string,
  manifest: BackupManifest,
  url: string,
  config: Config,
): Promise<void> {
  const people = await RedisLink.open(config.CYFRAN_REDIS_PEOPLE_URL ?? url, 'restore-people', silent);
  const link = await RedisLink.open(url, 'restore', silent);
  try {
    if ((await link.ask<number>(['EXISTS', SESSIONS])) > 0) {
      throw new CannotDo('This Redis holds meetings already. A backup is restored into one that holds none.');
    }
    const store = new RedisStore(people, new Sealer(config.CYFRAN_MASTER_KEY));
    // Keys first: an entry must not be there without the keys that it relies on.
    await store.takeOver(readSqliteCopy(join(from, BACKUP_FILES.access)));
    await store.keepHostKey((await readFile(join(from, BACKUP_FILES.key), 'utf8')).trim());
    for (const { sid, bytes } of manifest.sessions) await restoreSession(from, sid, bytes, link);
  } finally {
    link.close();
    people.close();
  }
}

async function restoreSession(from: string, sid: string, bytes: number, link: RedisLink): Promise<void> {
  const writer = new RedisWriter(sid, {
    link,
    heard: () => Promise.resolve(),
    onRecorded: () => undefined,
    replicas: 0,
    measures: new Measures(),
  });
  const file = await realFiles.open(journalPath(from, sid), 'read');
  let version = -1;
  let previous = '';
  const waiting: Prepared[] = [];
  const write = async () => {
    const answers = await writer.append(waiting.splice(0));
    if (answers.some((answer) => !('version' in answer))) throw new CannotDo(`${sid} could not be written to Redis.`);
  };
  try {
    for await (const lines of scanLines(file, bytes)) {
      for (const { bytes: line } of lines) {
        version += 1;
        if (version === 0) {
          previous = parseGenesis(line).id;
          await create(sid, line.toString(), link);
          continue;
        }
        const { version: _, id, ...recorded } = parseLine(line, version, previous);
        previous = id;
        const stored = storedIn(line);
        const moves = recorded.events.flatMap(keysMovedBy);
        waiting.push({ stored, recorded, guards: [], moves, bytes: lineBytes(stored) });
        if (waiting.length === AT_ONCE) await write();
      }
    }
    if (waiting.length > 0) await write();
  } finally {
    await file.close();
  }
  const head = await link.ask<string>(['GET', journalKeys(sid).head]);
  if (Number(head) !== version) throw new CannotDo(`${sid} is not whole in Redis.`);
}

async function create(sid: string, firstLine: string, link: RedisLink): Promise<void> {
  const { head, genesis } = journalKeys(sid);
  await link.ask(['SADD', SESSIONS, sid]);
  await run(link, CREATE, [head, genesis], [firstLine]);
}
