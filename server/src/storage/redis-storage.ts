import { redisLimiter } from '../access/redis-limiter.ts';
import { RedisStore } from '../access/redis-store.ts';
import { Sealer } from '../access/sealer.ts';
import type { Config } from '../config.ts';
import { openRedisJournal } from '../journal/redis-journal.ts';
import { Folded } from '../meeting/folded.ts';
import { openRedisNeighbours } from '../nodes/redis-neighbours.ts';
import { checkRedis } from '../redis/check.ts';
import { RedisLink } from '../redis/link.ts';
import type { Storage, Watch } from './storage.ts';

/** Opens a Redis that several nodes share. Throws where it cannot be reached, or is too old. */
export async function openRedisStorage(url: string, config: Config, watch: Watch): Promise<Storage> {
  const { log } = watch;
  const { CYFRAN_REDIS_PEOPLE_URL: peopleUrl = url, CYFRAN_MASTER_KEY: master } = config;
  const [people, limits, journal, neighbours] = await Promise.all([
    RedisLink.open(peopleUrl, 'people', log),
    RedisLink.open(url, 'limits', log),
    openRedisJournal({ url, replicas: config.CYFRAN_REDIS_REPLICAS, ...watch }),
    openRedisNeighbours(url, log),
  ]);
  const access = new RedisStore(people, new Sealer(master));
  const close = async () => {
    await journal.close();
    neighbours.close();
    limits.close();
    access.close();
  };
  try {
    await checkRedis(limits, log);
    if (master === undefined) {
      log.warn({}, 'without CYFRAN_MASTER_KEY whoever can read Redis can read the keys of meetings');
    }
    return {
      ...{ journal, access, neighbours, close, folded: new Folded() },
      ...{ hostKey: await access.hostKey(), limiter: redisLimiter(limits) },
    };
  } catch (error) {
    await close();
    throw error;
  }
}
