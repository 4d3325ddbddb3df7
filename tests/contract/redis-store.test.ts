import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { RedisStore } from '@cyfran/server/access/redis-store.ts';
import { Sealer } from '@cyfran/server/access/sealer.ts';
import { readSqliteCopy } from '@cyfran/server/access/sqlite-copy.ts';
import { openAccessStore } from '@cyfran/server/access/sqlite-store.ts';
import { RedisLink } from '@cyfran/server/redis/link.ts';
import { sharedRedis } from '../support/witnessed.ts';
import { Deck, describeAccess, session } from './access-contract.ts';

const SID = 's-0123456789abcdef';
const MASTER = 'a master key of a test';

const shared = sharedRedis();

const open = async (master: string | undefined = MASTER) =>
  new RedisStore(await RedisLink.open(shared.redis.url, 'people', pino({ level: 'silent' })), new Sealer(master));

describeAccess('the access store in Redis', () =>
  Promise.resolve({
    open,
    remove: async () => {
      await shared.witness.flushall();
    },
  }),
);

/** A store of the test's own, on an empty Redis. */
async function opened(master?: string): Promise<RedisStore> {
  const store = await open(master);
  onTestFinished(async () => {
    store.close();
    await shared.witness.flushall();
  });
  return store;
}

test('keys stand in Redis sealed, and open under the same master key alone', async () => {
  const store = await opened();
  await store.addSession(session(SID, 'BCDFGH'));
  const kept = await shared.witness.hgetall(`people:{${SID}}:session`);
  const readable = Buffer.from(session(SID, '').linkKey).toString('base64url');
  expect(Object.keys(kept).sort()).toEqual(['cardKey', 'code', 'createdAt', 'linkKey', 'privateKey']);
  expect(JSON.stringify(kept)).not.toContain(readable.slice(0, 20));
  const other = await opened('another');
  await expect(other.findSession(SID)).rejects.toThrow('CYFRAN_MASTER_KEY is not the one');
  // A key that was put in the place of another does not open either.
  await shared.witness.hset(`people:{${SID}}:session`, 'cardKey', kept.linkKey!);
  await expect(store.findSession(SID)).rejects.toThrow('CYFRAN_MASTER_KEY is not the one');
});

test('the host key is drawn once for all servers', async () => {
  const [one, other] = [await opened(), await opened()];
  const [key, same] = await Promise.all([one.hostKey(), other.hostKey()]);
  expect(key).toMatch(/^[\w-]{22}$/);
  expect(same).toBe(key);
});

test('a copy is the store of a single server, and can be taken over again', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'cyfran-copy-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  const store = await opened();
  const deck = new Deck();
  await store.addSession(session(SID, 'BCDFGH'));
  await store.addKey(SID, 'a'.repeat(43), 'facilitator');
  const [card] = (await store.cards.issue(SID, 'issued', 2, deck.draw))!;
  const { seat } = (await store.cards.all(SID))[0]!;
  await store.bindKey(SID, 'b'.repeat(43), seat, 'card1'.padEnd(43, 'x'));
  await store.cards.keepMoving(SID, seat, 'c'.repeat(43));
  const paper = await store.paperSeat(SID, 7, 'p-ffffffffffffffff');
  await store.copyTo(join(folder, 'cyfran.sqlite'), new Set());

  const look = async (it: Pick<RedisStore, 'findSession' | 'findByCode' | 'findKey' | 'cards' | 'paperSeat'>) => [
    await it.findSession(SID),
    await it.findByCode('BCDFGH'),
    await it.findKey(SID, 'a'.repeat(43)),
    await it.findKey(SID, 'b'.repeat(43)),
    await it.cards.all(SID),
    await it.cards.find(SID, 'c'.repeat(43)),
    await it.paperSeat(SID, 7, 'p-0000000000000000'),
  ];
  const before = await look(store);
  expect([card!.number, paper]).toEqual([1, 'p-ffffffffffffffff']);
  const onDisk = openAccessStore(folder);
  expect(await look(onDisk)).toEqual(before);
  onDisk.close();

  await shared.witness.flushall();
  await store.takeOver(readSqliteCopy(join(folder, 'cyfran.sqlite')));
  expect(await look(store)).toEqual(before);
  expect(await store.cards.issue(SID, 'issued', 1, deck.draw)).toEqual([{ number: 3, code: 'CARD3' }]);
  expect(await store.cards.replace(SID, 1, 'd'.repeat(43))).toBe(true);
  expect(await store.findKey(SID, 'b'.repeat(43))).toBeNull();
});
