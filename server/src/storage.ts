import { mkdirSync } from 'node:fs';
import type { Secret } from '@cyfran/shared/words/ids.ts';
import type { AccessStore } from './access/access-store.ts';
import { hostKey } from './access/host-key.ts';
import { memoryLimiter, type Limiter } from './access/limiter.ts';
import { redisLimiter } from './access/redis-limiter.ts';
import { RedisStore } from './access/redis-store.ts';
import { Sealer } from './access/sealer.ts';
import { openAccessStore } from './access/sqlite-store.ts';
import type { Config } from './config.ts';
import { openDiskJournal } from './journal/disk-journal.ts';
import { realFiles } from './journal/files.ts';
import type { Journal } from './journal/journal.ts';
import { openRedisJournal } from './journal/redis-journal.ts';
import type { Log } from './log.ts';
import { Folded } from './meeting/folded.ts';
import { alone, type Neighbours } from './nodes/neighbours.ts';
import { openRedisNeighbours } from './nodes/redis-neighbours.ts';
import { RedisLink } from './redis/link.ts';
import { checkRedis } from './redis/check.ts';

/** Where a node keeps what must last, and what it shares with others. `folded`: what was read of the journal at its opening. */
export interface Storage {
  readonly journal: Journal;
  readonly access: AccessStore;
  readonly hostKey: Secret;
  readonly folded: Folded;
  readonly limiter: Limiter;
  readonly neighbours: Neighbours;
  close(): Promise<void>;
}

/** Opens what the settings name: a Redis that several nodes share, else a data folder of this node alone. `onFatal`: durability is gone. */
export function openStorage(config: Config, log: Log, onFatal: (error: unknown) => void): Promise<Storage> {
  const { CYFRAN_REDIS_URL: url } = config;
  return url === undefined ? onDisk(config.CYFRAN_DATA, log, onFatal) : inRedis(url, config, log, onFatal);
}

async function onDisk(folder: string, log: Log, onFatal: (error: unknown) => void): Promise<Storage> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const access = openAccessStore(folder);
  try {
    const folded = new Folded();
    const onRead: Folded['fold'] = (sid, entries) => {
      folded.fold(sid, entries);
    };
    const journal = await openDiskJournal({ folder, files: realFiles, onFatal, onRead, log });
    const close = async () => {
      await journal.close();
      access.close();
    };
    return {
      ...{ journal, access, folded, hostKey: hostKey(folder), close },
      ...{ limiter: memoryLimiter(), neighbours: alone },
    };
  } catch (error) {
    access.close();
    throw error;
  }
}

async function inRedis(url: string, config: Config, log: Log, onFatal: (error: unknown) => void): Promise<Storage> {
  const { CYFRAN_REDIS_PEOPLE_URL: peopleUrl = url, CYFRAN_MASTER_KEY: master } = config;
  const people = await RedisLink.open(peopleUrl, 'people', log);
  await checkRedis(people, log);
  if (master === undefined)
    log.warn({}, 'without CYFRAN_MASTER_KEY whoever can read Redis can read the keys of meetings');
  const access = new RedisStore(people, new Sealer(master));
  const journal = await openRedisJournal({ url, log, onFatal, replicas: config.CYFRAN_REDIS_REPLICAS });
  const neighbours = await openRedisNeighbours(url, log);
  const limits = await RedisLink.open(url, 'limits', log);
  const close = async () => {
    await journal.close();
    neighbours.close();
    limits.close();
    access.close();
  };
  return {
    ...{ journal, access, neighbours, close, folded: new Folded() },
    ...{ hostKey: await access.hostKey(), limiter: redisLimiter(limits) },
  };
}
