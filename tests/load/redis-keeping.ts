import { RedisServer } from '../support/redis-server.ts';
import { Child } from './child.ts';
import type { RedisKept } from './redis-journal.ts';
import type { Row } from './row.ts';

const NODES = 4;
const WRITERS = 64;
const WARM_UP_SECONDS = 3;
const MEASURED_SECONDS = 4;

/** G7: how long until a ballot is kept in a Redis that makes every write durable, beside one command for each ballot on the same Redis. */
export async function redisKeeping(repetitions: number, say: (line: string) => void): Promise<Row[]> {
  const [p50, rate, floor, floorRate]: [number[], number[], number[], number[]] = [[], [], [], []];
  for (let nth = 0; nth < repetitions; nth += 1) {
    const redis = await RedisServer.start('durable');
    const nodes = Array.from({ length: NODES }, () => new Child<RedisKept>('redis-journal.ts'));
    try {
      for (const [index, node] of nodes.entries()) await node.ask('open', { url: redis.url, create: index === 0 });
      const [first] = nodes as [Child<RedisKept>];
      await first.ask('journal', { writers: WRITERS, seconds: WARM_UP_SECONDS });
      const before = await first.ask('plain', { writers: WRITERS, seconds: MEASURED_SECONDS / 2 });
      const one = await first.ask('journal', { writers: WRITERS, seconds: MEASURED_SECONDS });
      const after = await first.ask('plain', { writers: WRITERS, seconds: MEASURED_SECONDS / 2 });
      const all = await Promise.all(
        nodes.map((node) => node.ask('journal', { writers: WRITERS, seconds: MEASURED_SECONDS })),
      );
      p50.push(one.p50Ms);
      floor.push((before.p50Ms + after.p50Ms) / 2);
      rate.push(all.reduce((sum, { perSecond }) => sum + perSecond, 0));
      floorRate.push(after.perSecond);
      say(`Redis: ${JSON.stringify({ before, one, after, all })}`);
    } finally {
      await Promise.all(nodes.map((node) => node.stop()));
      await redis.remove();
    }
  }
  const peerIs = 'one XADD for each ballot, 64 at once';
  return [
    {
      ...{ goal: 'G7', what: 'a ballot until it is durable in Redis, p50, 64 writers', unit: 'ms', peerIs },
      ...{ ours: p50, peer: floor, aim: 'at most 1.5', met: (ratio) => ratio <= 1.5 },
    },
    {
      ...{ goal: 'G7', what: 'durable ballots a second in one Redis from 4 servers', unit: 'ballots/s', peerIs },
      ...{ ours: rate, peer: floorRate, aim: 'at least 20,000', met: (_, mine) => mine >= 20_000 },
    },
  ];
}
