import pino from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { RedisLink } from '@cyfran/server/redis/link.ts';
import { sharedRedis } from '../support/witnessed.ts';

const shared = sharedRedis();
const CHANNEL = 'live:{s-0123456789abcdef}';

/** A link that listens, and what it has heard. */
async function listening(deadAfterMs?: number) {
  const link = await RedisLink.open(shared.redis.url, 'ear', pino({ level: 'silent' }), deadAfterMs);
  onTestFinished(() => {
    link.close();
  });
  const heard: string[] = [];
  await link.hear(CHANNEL, (message) => heard.push(message));
  let stood = 0;
  link.onReady(() => (stood += 1));
  const say = (message: string) => shared.witness.spublish(CHANNEL, message);
  return { heard, say, stood: () => stood };
}

test('[N3] hears each message once again after its connection was cut, however often', async () => {
  const { heard, say, stood } = await listening();
  for (const cuts of [1, 2, 3]) {
    await shared.witness.call('CLIENT', 'KILL', 'TYPE', 'pubsub');
    await expect.poll(stood).toBe(cuts);
    await expect.poll(() => say(String(cuts))).toBe(1);
  }
  await expect.poll(() => heard).toEqual(['1', '2', '3']);
});

test('[N3] hears again over a new connection where the one before was given up, as nothing came over it', async () => {
  const { heard, say, stood } = await listening(200);
  shared.redis.pause();
  // It is given up at the next look after so long, and the new one stands when Redis answers again.
  await new Promise((resolve) => setTimeout(resolve, 2500));
  shared.redis.goOn();
  await expect.poll(stood, { timeout: 10_000 }).toBeGreaterThan(0);
  await expect.poll(() => say('again'), { timeout: 10_000 }).toBe(1);
  await expect.poll(() => heard).toEqual(['again']);
});
