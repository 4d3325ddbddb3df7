import { ErrorReply } from '@redis/client';
import type { Log } from '../log.ts';
import type { RedisLink } from './link.ts';

/** The first Redis with sharded publishing. */
const OLDEST = 7;

/** Throws where this Redis cannot hold meetings; says in the log where it might lose some. */
export async function checkRedis(link: RedisLink, log: Log): Promise<void> {
  const info = await asked(link, ['INFO', 'server']);
  const version = /redis_version:(\d+)\.(\S+)/.exec(info);
  if (version !== null && Number(version[1]) < OLDEST) {
    throw new Error(`Redis ${version[1] ?? ''}.${version[2] ?? ''} is too old: Cyfran needs Redis 7 or newer.`);
  }
  const settings = await Promise.all(
    ['appendonly', 'appendfsync', 'maxmemory-policy'].map(async (name) => asked(link, ['CONFIG', 'GET', name])),
  );
  const wanted = ['yes', 'always', 'noeviction'];
  for (const [index, said] of settings.entries()) {
    const [name, value] = said.split(',');
    if (value === undefined || value === wanted[index]) continue;
    log.warn({ setting: name, is: value, shouldBe: wanted[index] }, 'Redis may lose ballots that were acknowledged');
  }
}

/** What Redis tells about itself; nothing where this user may not ask. */
async function asked(link: RedisLink, words: readonly string[]): Promise<string> {
  try {
    return String(await link.ask<unknown>(words));
  } catch (error) {
    if (error instanceof ErrorReply) return '';
    throw error;
  }
}
