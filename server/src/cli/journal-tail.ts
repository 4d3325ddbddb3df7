import { readFile } from 'node:fs/promises';
import pino from 'pino';
import { SessionId } from '@cyfran/shared/words/ids.ts';
import type { Config } from '../config.ts';
import { systemCode } from '../journal/files.ts';
import { UnknownSession } from '../journal/journal.ts';
import { RedisReader } from '../journal/redis-reader.ts';
import { journalKeys } from '../journal/redis-keys.ts';
import { journalPath } from '../journal/session-file.ts';
import { RedisLink } from '../redis/link.ts';
import { CannotDo } from './loopback.ts';

const NEWEST = 20;
const LOOK_EVERY_MS = 500;

/** One entry as it is told: its version and header. Never a body: what people wrote and chose is not for whoever looks on. */
interface Told {
  readonly version: number;
  readonly header: string;
}

/** Entries of a session after a version. */
type Read = (after: number) => Promise<readonly Told[]>;

/**
 * Says the newest entries of a session's journal, and with `follow` those that come, until the process is ended. The journal is only read.
 * Throws `CannotDo`.
 */
export async function tailJournal(
  which: string,
  { follow }: { readonly follow: boolean },
  config: Config,
  say: (line: string) => void,
): Promise<void> {
  const sid = SessionId.safeParse(which);
  if (!sid.success) throw new CannotDo(`${which} is no meeting’s id: one begins with s-, and stands in its links.`);
  const { CYFRAN_REDIS_URL: url } = config;
  const link = url === undefined ? null : await RedisLink.open(url, 'tail', pino({ level: 'silent' }));
  const read: Read = link === null ? fromDisk(config.CYFRAN_DATA, sid.data) : fromRedis(link, sid.data);
  try {
    let told = await read(0);
    let last = told.at(-1)?.version ?? 0;
    for (const one of told.slice(-NEWEST)) say(inWords(one));
    while (follow) {
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
      told = await read(last);
      last = told.at(-1)?.version ?? last;
      for (const one of told) say(inWords(one));
    }
  } finally {
    link?.close();
  }
}

function inWords({ version, header }: Told): string {
  return `${String(version)}\t${header}`;
}

function fromDisk(folder: string, sid: SessionId): Read {
  return async (after) => {
    try {
      const lines = (await readFile(journalPath(folder, sid), 'utf8')).split('\n').slice(1, -1);
      return lines.slice(after).map((line, index) => {
        const [start = ''] = line.split('\t');
        return { version: after + index + 1, header: start.slice(start.indexOf(' ') + 1) };
      });
    } catch (error) {
      if (systemCode(error) !== 'ENOENT') throw error;
      throw new CannotDo(`There is no meeting ${sid} in ${folder}.`, { cause: error });
    }
  };
}

function fromRedis(link: RedisLink, sid: SessionId): Read {
  const reader = new RedisReader(link, sid);
  return async () => {
    try {
      await reader.genesis();
      const head = Number(await link.ask<string>(['GET', journalKeys(sid).head]));
      const told: Told[] = [];
      while (reader.version < head) {
        const { entries, stored } = await reader.next(head);
        told.push(...entries.map(({ version }, index) => ({ version, header: stored[index]?.header ?? '' })));
      }
      return told;
    } catch (error) {
      if (!(error instanceof UnknownSession)) throw error;
      throw new CannotDo(`There is no meeting ${sid} in this Redis.`, { cause: error });
    }
  };
}
