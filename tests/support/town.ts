import type { Redis } from 'ioredis';
import type { Clock } from '@cyfran/server/clock.ts';
import { Evening, type Changes, type Place } from './evening.ts';
import { Hall } from './hall.ts';
import { readRecordInRedis, type Recorded } from './ledger.ts';
import type { Keeping, RedisServer } from './redis-server.ts';
import { witnessedRedis } from './witnessed.ts';

export const MASTER_KEY = 'a master key of the tests';

/** Several nodes in this process around one Redis of their own. */
export class Town {
  readonly redis: RedisServer;
  /** Another client than the product's. */
  readonly witness: Redis;
  readonly nodes: readonly Hall[];
  #next = 0;

  private constructor(redis: RedisServer, witness: Redis, nodes: readonly Hall[]) {
    this.redis = redis;
    this.witness = witness;
    this.nodes = nodes;
  }

  static async open(many: number, options: { clock?: Clock; keeping?: Keeping } = {}): Promise<Town> {
    const { keeping = 'in-memory', ...of } = options;
    const { redis, witness } = await witnessedRedis(keeping);
    const environment = { CYFRAN_REDIS_URL: redis.url, CYFRAN_MASTER_KEY: MASTER_KEY };
    const nodes: Hall[] = [];
    for (let node = 0; node < many; node += 1) nodes.push(await Hall.open({ ...of, environment }));
    return new Town(redis, witness, nodes);
  }

  /** Whoever comes is sent to the next node. */
  async meeting(changes: Changes = {}): Promise<Evening> {
    return Evening.setUp(() => this.#nextNode(), changes);
  }

  /** The same meeting by one node alone. */
  at(node: number, { made }: Evening): Evening {
    return new Evening(() => this.nodes[node]!, made);
  }

  record({ made }: Evening): Promise<Recorded[]> {
    return readRecordInRedis(this.witness, made.sid);
  }

  #nextNode(): Place {
    this.#next += 1;
    return this.nodes[this.#next % this.nodes.length]!;
  }
}
