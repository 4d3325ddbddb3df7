import pino from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { openRedisNeighbours } from '@cyfran/server/nodes/redis-neighbours.ts';
import type { Log } from '@cyfran/server/log.ts';
import { RedisLink, Unanswered } from '@cyfran/server/redis/link.ts';
import { RedisServer } from '../support/redis-server.ts';
import { sharedRedis } from '../support/witnessed.ts';

const shared = sharedRedis();
const SID = 's-0123456789abcdef';
const SEAT = 'p-0123456789abcdef';
const CHANNEL = 'a channel of this test';
const silent = pino({ level: 'silent' });

interface Linked {
  readonly url?: string;
  readonly log?: Log;
  readonly deadAfterMs?: number;
}

async function linked({ url = shared.redis.url, log = silent, deadAfterMs }: Linked = {}): Promise<RedisLink> {
  const link = await RedisLink.open(url, 'ear', log, deadAfterMs);
  onTestFinished(() => {
    link.close();
  });
  return link;
}

/** Says it until somebody hears it. */
async function say(message: string): Promise<void> {
  await expect.poll(() => shared.witness.spublish(CHANNEL, message), { timeout: 10_000 }).toBe(1);
}

async function cutOff(): Promise<void> {
  expect(await shared.witness.call('CLIENT', 'KILL', 'TYPE', 'pubsub')).toBeGreaterThan(0);
}

test('[N3] what is heard is heard once, also after the connection was cut several times', async () => {
  const link = await linked();
  const heard: string[] = [];
  await link.hear(CHANNEL, (message) => heard.push(message));
  for (const message of ['1', '2', '3']) {
    await cutOff();
    await say(message);
  }
  await expect.poll(() => heard).toEqual(['1', '2', '3']);
});

test('[N3] what was asked to be heard while there was no connection is heard once there is one', async () => {
  const link = await linked();
  await shared.redis.kill();
  const heard: string[] = [];
  await expect(link.hear(CHANNEL, (message) => heard.push(message))).rejects.toThrow();
  await shared.redis.begin();
  await say('back');
  await expect.poll(() => heard).toEqual(['back']);
});

test('[N3] a connection over which nothing comes is given up, and what was heard is heard over the next', async () => {
  const told: string[] = [];
  const log: Log = { ...silent, warn: (_, what) => told.push(what) };
  const link = await linked({ log, deadAfterMs: 1500 });
  const heard: string[] = [];
  await link.hear(CHANNEL, (message) => heard.push(message));
  shared.redis.pause();
  await expect.poll(() => told.join(), { timeout: 10_000 }).toContain('a new connection');
  shared.redis.goOn();
  // Redis may still count the connection that was given up, and say it into the void.
  const saidAndHeard = async () => {
    await shared.witness.spublish(CHANNEL, 'again');
    return heard;
  };
  await expect.poll(saidAndHeard, { timeout: 10_000 }).toContain('again');
});

test('[N1] a note of another node is heard once, however often the connection was cut', async () => {
  const [one, other] = [
    await openRedisNeighbours(shared.redis.url, silent),
    await openRedisNeighbours(shared.redis.url, silent),
  ];
  onTestFinished(() => {
    one.close();
    other.close();
  });
  let gaps = 0;
  const away: string[] = [];
  other.listen(SID, {
    onNote: (note) => note.type === 'away' && away.push(note.seat),
    onGap: () => (gaps += 1),
  });
  const listeners = async () =>
    (await shared.witness.call('PUBSUB', 'SHARDNUMSUB', `live:{${SID}}`)) as [string, number];
  for (const cuts of [1, 2, 3]) {
    await expect.poll(async () => (await listeners())[1]).toBe(1);
    await cutOff();
    await expect.poll(() => gaps).toBe(cuts);
  }
  await expect.poll(async () => (await listeners())[1]).toBe(1);
  one.tell(SID, { type: 'away', seat: SEAT });
  await expect.poll(() => away).toEqual([SEAT]);
  // All that it could still hear of the first was said before this.
  one.tell(SID, { type: 'away', seat: 'p-ffffffffffffffff' });
  await expect.poll(() => away).toEqual([SEAT, 'p-ffffffffffffffff']);
});

test('[N3] a Redis that is starting is away: what was asked of it may be asked again', async () => {
  const redis = await RedisServer.start('durable');
  onTestFinished(() => redis.remove());
  const link = await linked({ url: redis.url });
  for (let key = 0; key < 400; key += 1) await link.ask(['SET', `key ${String(key)}`, 'x'.repeat(1000)]);
  await link.ask(['BGREWRITEAOF']);
  await expect.poll(() => link.ask<string>(['INFO', 'persistence'])).toMatch(/aof_rewrite_in_progress:0/);
  await redis.kill();
  // It reads slowly, and hears meanwhile who asks.
  const slow = ['--key-load-delay', '5000', '--loading-process-events-interval-bytes', '1024'];
  const begun = redis.begin(slow);
  const refusals: Error[] = [];
  await expect
    .poll(
      () =>
        link.ask<string>(['GET', 'key 7']).catch((error: unknown) => {
          refusals.push(error as Error);
          return null;
        }),
      { timeout: 20_000 },
    )
    .toHaveLength(1000);
  await begun;
  expect(refusals.every((error) => error instanceof Unanswered)).toBe(true);
  expect(refusals.map(({ cause }) => String(cause))).toContainEqual(expect.stringContaining('LOADING'));
});
