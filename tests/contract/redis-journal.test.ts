import { createHash } from 'node:crypto';
import { Redis } from 'ioredis';
import pino from 'pino';
import { afterEach, describe, expect, onTestFinished, test } from 'vitest';
import { Unsure, type Append, type Appended, type Journal } from '@cyfran/server/journal/journal.ts';
import type { Entry } from '@cyfran/shared/session/entry.ts';
import { Measures } from '@cyfran/server/measures.ts';
import { openRedisJournal } from '@cyfran/server/journal/redis-journal.ts';
import { checkFile } from '../support/journal-chain.ts';
import {
  ballot,
  closing,
  genesisOf,
  joining,
  outboxOf,
  ruling,
  SID,
  smallMeeting,
} from '../support/journal-entries.ts';
import { bytesOfJournal, DataFolder, entriesOf } from '../support/journal-folder.ts';
import { RedisServer } from '../support/redis-server.ts';
import { sharedRedis } from '../support/witnessed.ts';
import { describeJournal } from './journal-contract.ts';
import { describeAgainstOracle } from './journal-oracle.ts';
import type { Storage } from './journal-storage.ts';

const shared = sharedRedis();
const fatal: unknown[] = [];

const open = () =>
  openRedisJournal({
    url: shared.redis.url,
    log: pino({ level: 'silent' }),
    onFatal: (error) => fatal.push(error),
    measures: new Measures(),
  });

const redisStorage = (): Promise<Storage> =>
  Promise.resolve({
    open,
    remove: async () => {
      await shared.witness.flushall();
    },
  });

describeJournal('the journal in Redis', redisStorage);
// Opening it takes three connections: a restart costs many times what it costs on disk.
describeAgainstOracle('the journal in Redis', redisStorage, 30);

/** A node's journal, closed when the test has finished. */
async function node(): Promise<Journal> {
  const journal = await open();
  onTestFinished(() => journal.close());
  return journal;
}

/** The ids of the chain, from what another client reads and nothing but SHA-256. */
async function chainByWitness() {
  const stream = await shared.witness.xrange(`journal:{${SID}}:entries`, '-', '+');
  const genesis = await shared.witness.get(`journal:{${SID}}:genesis`);
  const ids: string[] = [];
  let previous = genesis!.slice(0, 43);
  for (const [index, [, [, header]]] of stream.entries()) {
    const text = `cyfran/entry/v1\n${String(index + 1)}\n${previous}\n${header!}`;
    previous = createHash('sha256').update(text).digest('base64url');
    ids.push(previous);
  }
  return { stream, ids };
}

/** Two answers in whichever order they came. */
function sorted(answers: readonly Appended[]): Appended[] {
  return [...answers].sort((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)));
}

describe('what stands in Redis', () => {
  afterEach(async () => {
    await shared.witness.flushall();
  });

  test('[J8] is, line for line, what stands on the disk, read by another client', async () => {
    const journal = await node();
    await journal.create(SID, genesisOf(SID));
    await journal.append(SID, smallMeeting());
    const stream = await shared.witness.xrange(`journal:{${SID}}:entries`, '-', '+');
    const bodies = await shared.witness.hgetall(`journal:{${SID}}:bodies`);
    const lines = [
      await shared.witness.get(`journal:{${SID}}:genesis`),
      ...stream.map(([id, [, header]]) => {
        const version = id.split('-')[0]!;
        return `${header!}\t${bodies[version] ?? '\t'}`;
      }),
    ];
    const onDisk = (await bytesOfJournal(smallMeeting())).toString().split('\n').slice(0, -1);
    expect(lines).toEqual([onDisk[0], ...onDisk.slice(1).map((line) => line.slice(44))]);
    expect(stream.map(([id]) => id)).toEqual(smallMeeting().map((_, index) => `${String(index + 1)}-0`));
  });

  test('[J7] is heard by a follower on another node, and told by its channel', async () => {
    const [one, other] = [await node(), await node()];
    await one.create(SID, genesisOf(SID));
    const heard: number[] = [];
    other.follow(SID, 0, (entries) => heard.push(...entries.map(({ version }) => version)));
    const told: string[] = [];
    const listener = new Redis(shared.redis.port, '127.0.0.1');
    await listener.ssubscribe(`journal:{${SID}}:new`);
    listener.on('smessage', (_channel: string, message: string) => told.push(message));
    await one.append(SID, [ruling(1), ballot('ann', 1)]);
    await other.append(SID, [ballot('bob', 1)]);
    await expect
      .poll(() => [heard, told])
      .toEqual([
        [1, 2, 3],
        ['2', '3'],
      ]);
    listener.disconnect();
  });

  test('[J7] reaches every follower, in order and once, although subscriptions are cut 20 times during 3,000 ballots', async () => {
    const [one, other] = [await node(), await node()];
    await one.create(SID, genesisOf(SID));
    const heard: Entry[][] = [[], []];
    for (const [index, journal] of [one, other].entries()) {
      journal.follow(SID, 0, (entries) => heard[index]!.push(...entries));
    }
    let cuts = 0;
    for (let n = 1; n <= 3000; n += 10) {
      const journal = n % 20 === 1 ? one : other;
      await Promise.all(Array.from({ length: 10 }, (_, at) => journal.append(SID, [ballot('ann', n + at)])));
      if (n % 150 === 1) cuts += Number(await shared.witness.call('CLIENT', 'KILL', 'TYPE', 'pubsub')) > 0 ? 1 : 0;
    }
    expect(cuts).toBe(20);
    const lengths = () => heard.map(({ length }) => length);
    await expect.poll(lengths, { timeout: 10_000 }).toEqual([3000, 3000]);
    const { stream, ids } = await chainByWitness();
    expect(heard[0]!.map(({ id }) => id)).toEqual(ids);
    expect(heard[1]!.map(({ id }) => id)).toEqual(ids);
    expect(stream).toHaveLength(3000);
  });

  test('[J3] [J6] lets one of two nodes have a card, a close and a button, a thousand times each', async () => {
    const [one, other] = [await node(), await node()];
    await one.create(SID, genesisOf(SID));
    const race = (mine: Append, theirs: Append) =>
      Promise.all([one.append(SID, [mine]), other.append(SID, [theirs])]).then((answers) => answers.flat());
    let version = 0;
    let ruled = 0;
    for (let time = 1; time <= 1000; time += 1) {
      const card = joining(`v${String(time)}`);
      expect(sorted(await race(card, card))).toEqual([{ already: version + 1 }, { version: version + 1 }]);
      const close = closing(`close:a1.1:${String(time)}`);
      expect(sorted(await race(close, close))).toEqual([{ already: version + 2 }, { version: version + 2 }]);
      ruled = version + 2;
      const press = (name: string) =>
        ruling(time, { cmd: `${outboxOf(name)}.${String(time)}`, guards: [['ruling', ruled]] });
      expect(sorted(await race(press('left'), press('right')))).toEqual([
        { moved: version + 3 },
        { version: version + 3 },
      ]);
      version += 3;
    }
    expect(await shared.witness.xlen(`journal:{${SID}}:entries`)).toBe(3000);
  });

  test('[J14] tells a follower on another node that its session was removed', async () => {
    const [one, other] = [await node(), await node()];
    await one.create(SID, genesisOf(SID));
    await one.append(SID, [ballot('ann', 1)]);
    let isGone = false;
    const heard: number[] = [];
    other.follow(
      SID,
      0,
      (entries) => heard.push(...entries.map(({ version }) => version)),
      () => (isGone = true),
    );
    await expect.poll(() => heard).toEqual([1]);
    expect(await one.remove(SID, 1)).toBe(true);
    await expect.poll(() => isGone).toBe(true);
    expect(await shared.witness.keys(`*${SID}*`)).toEqual([]);
  });

  test('[J1] that is lost after people have seen it stops the node', async () => {
    const journal = await node();
    await journal.create(SID, genesisOf(SID));
    journal.follow(SID, 0, () => undefined);
    await journal.append(SID, [ballot('ann', 1), ballot('ann', 2)]);
    fatal.length = 0;
    await shared.witness.xdel(`journal:{${SID}}:entries`, '2-0');
    await shared.witness.set(`journal:{${SID}}:head`, 1);
    await expect.poll(() => fatal.length, { timeout: 5000 }).toBe(1);
    expect(journal.writable).toBe(false);
  });

  test('[J1] is acknowledged with a replica only when the replica has it, too', async () => {
    const replica = await RedisServer.start('in-memory', {
      more: ['--replicaof', '127.0.0.1', String(shared.redis.port)],
    });
    onTestFinished(() => replica.remove());
    const behind = new Redis(replica.port, '127.0.0.1');
    onTestFinished(() => {
      behind.disconnect();
    });
    await expect.poll(() => behind.info('replication'), { timeout: 20_000 }).toContain('master_link_status:up');
    const journal = await openRedisJournal({
      ...{ url: shared.redis.url, log: pino({ level: 'silent' }), measures: new Measures(), replicas: 1 },
      onFatal: (error) => fatal.push(error),
    });
    onTestFinished(() => journal.close());
    await journal.create(SID, genesisOf(SID));
    // A replica that has only just come may be slower than somebody waits: asked again, it is `already`.
    const surely = async (n: number): Promise<readonly Appended[]> => {
      for (;;) {
        try {
          return await journal.append(SID, [ballot('ann', n)]);
        } catch (error) {
          if (!(error instanceof Unsure)) throw error;
        }
      }
    };
    expect(Object.values((await surely(1))[0]!)).toEqual([1]);
    expect(await behind.xlen(`journal:{${SID}}:entries`)).toBe(1);
    replica.pause();
    await expect(journal.append(SID, [ballot('ann', 2)])).rejects.toThrow(Unsure);
    replica.goOn();
    expect(await surely(2)).toEqual([{ already: 2 }]);
    expect(await behind.xlen(`journal:{${SID}}:entries`)).toBe(2);
  });

  test('[J8] is copied as a journal on disk, that anyone can check', async () => {
    const folder = await DataFolder.make();
    const journal = await node();
    await journal.create(SID, genesisOf(SID));
    await journal.append(SID, smallMeeting());
    expect(await journal.copyTo(folder.path)).toMatchObject([{ sid: SID, version: smallMeeting().length }]);
    expect(checkFile(await folder.bytes())).toBe(smallMeeting().length);
    const onDisk = await folder.open();
    expect(await entriesOf(onDisk)).toEqual(await entriesOf(journal));
    await onDisk.close();
    await folder.remove();
  });
});
