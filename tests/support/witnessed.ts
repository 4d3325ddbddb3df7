import { Redis } from 'ioredis';
import { afterAll, beforeAll, onTestFinished } from 'vitest';
import { RedisServer, type Keeping } from './redis-server.ts';

/** A Redis, and another client of it than the product's: a bug of one must not hide in both. */
export interface Witnessed {
  readonly redis: RedisServer;
  readonly witness: Redis;
}

/** One until the test has finished. */
export async function witnessedRedis(keeping: Keeping): Promise<Witnessed> {
  const witnessed = await start(keeping);
  onTestFinished(() => stop(witnessed));
  return witnessed;
}

/** One for all tests of a file, which leave nothing in it. */
export function sharedRedis(): Witnessed {
  let shared: Witnessed | null = null;
  const now = (): Witnessed => {
    if (shared === null) throw new Error('no test has begun');
    return shared;
  };
  beforeAll(async () => {
    shared = await start('in-memory');
  });
  afterAll(() => stop(now()));
  return {
    get redis() {
      return now().redis;
    },
    get witness() {
      return now().witness;
    },
  };
}

async function start(keeping: Keeping): Promise<Witnessed> {
  const redis = await RedisServer.start(keeping);
  const witness = new Redis(redis.port, '127.0.0.1');
  // Redis is killed in some tests, and comes back.
  witness.on('error', () => undefined);
  return { redis, witness };
}

async function stop({ redis, witness }: Witnessed): Promise<void> {
  witness.disconnect();
  await redis.remove();
}
