import { Redis } from 'ioredis';
import { expect, onTestFinished, test } from 'vitest';
import { ChildServer } from '../support/child.ts';
import { freePort } from '../support/free-port.ts';
import { begin, Evening, oneRound, rule, untilStage } from '../support/evening.ts';
import { Ledger, readRecordInRedis, recountByHand } from '../support/ledger.ts';
import { RedisServer } from '../support/redis-server.ts';
import { MASTER_KEY } from '../support/town.ts';

/** Each of them is a whole start: half of them are for the long tier. */
const KILLS = process.env.CYFRAN_LONG === undefined ? 10 : 20;
const PHONES = 12;

test(`[N3] [J1] one of two servers killed ${String(KILLS)} times under load loses no answered ballot and counts none twice`, async () => {
  const redis = await RedisServer.start('durable');
  const witness = new Redis(redis.port, '127.0.0.1');
  onTestFinished(async () => {
    witness.disconnect();
    await redis.remove();
  });
  const settings = { CYFRAN_REDIS_URL: redis.url, CYFRAN_MASTER_KEY: MASTER_KEY, CYFRAN_PAGES: '/nowhere' };
  const start = async (port: number) => ChildServer.start('/nowhere', port, settings);
  const servers = await Promise.all([await freePort(), await freePort()].map(start));
  let next = 0;
  const place = () => servers[(next += 1) % servers.length]!;
  const meeting = await Evening.setUp(place, { agenda: [oneRound('live')] });
  const { console, phones } = await begin(meeting, PHONES);

  const ledger = new Ledger();
  let goingOn = true;
  const casting = phones.map(async (phone, person) => {
    for (let change = 0; goingOn; change += 1) {
      const ballot = phone.ballot([['bridge', (person + change) % 5]]);
      const id = phone.nextId(ballot);
      expect(await ledger.keep(id, ballot.alloc, phone.sendSurely(ballot, id))).toMatchObject({ ok: true });
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
  });
  for (let kill = 0; kill < KILLS; kill += 1) {
    const answered = ledger.acked.size;
    await expect.poll(() => ledger.acked.size, { timeout: 20_000, interval: 5 }).toBeGreaterThan(answered + PHONES);
    const killed = servers[kill % servers.length]!;
    expect(await killed.kill('SIGKILL')).toEqual({ code: null, signal: 'SIGKILL' });
    servers[kill % servers.length] = await start(killed.port);
  }
  goingOn = false;
  await Promise.all(casting);

  await rule(console, { type: 'LastCall', activity: 'a1', round: 'a1.1', seconds: 600 });
  await untilStage(phones, 'a1.1', 'last-call');
  const record = await readRecordInRedis(witness, meeting.made.sid);
  expect(ledger.sent.size).toBe(ledger.acked.size);
  expect(ledger.compare(record)).toEqual([]);
  const { people, totals } = recountByHand(record, 'a1.1');
  expect(people).toBe(PHONES);
  for (const { view } of [console, ...phones]) {
    const inOrder = view.meeting!.proposals.map(({ proposal }) => totals.get(proposal) ?? [0, 0]);
    expect(view.tally?.rows.map(([tokens, supporters]) => [tokens, supporters])).toEqual(inOrder);
  }
});
