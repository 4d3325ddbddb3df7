import { Redis } from 'ioredis';
import { Robot } from '@cyfran/server/robots/robot.ts';
import { expect, onTestFinished, test } from 'vitest';
import { Balancer } from '../support/balancer.ts';
import { ChildServer } from '../support/child.ts';
import { freePort } from '../support/free-port.ts';
import { begin, Evening, oneRound, rule } from '../support/evening.ts';
import { Ledger, readRecordInRedis, recountByHand } from '../support/ledger.ts';
import { RedisServer } from '../support/redis-server.ts';
import { MASTER_KEY } from '../support/town.ts';

const PHONES = 24;

/** The balancer before these servers, until the test has finished. Returns its address. */
async function before(ports: readonly [number, number]): Promise<string> {
  const balancer = await Balancer.start(ports);
  onTestFinished(() => balancer.stop());
  return balancer.url;
}

test('[N2] all servers are restarted one after the other while ballots come through the balancer, and none is lost', async () => {
  const redis = await RedisServer.start('durable');
  const witness = new Redis(redis.port, '127.0.0.1');
  onTestFinished(async () => {
    witness.disconnect();
    await redis.remove();
  });
  const settings = {
    CYFRAN_REDIS_URL: redis.url,
    CYFRAN_MASTER_KEY: MASTER_KEY,
    CYFRAN_PAGES: '/nowhere',
    CYFRAN_PROXY_HOPS: '1',
  };
  const ports = [await freePort(), await freePort()] as const;
  const start = (port: number) => ChildServer.start('/nowhere', port, settings);
  const servers = [await start(ports[0]), await start(ports[1])];
  const url = await before(ports);
  for (const path of ['/metrics', '/readyz']) expect((await fetch(url + path)).status).toBe(404);
  // What comes from outside about addresses and https is not believed.
  const forged = { 'x-forwarded-for': '192.0.2.1', 'x-forwarded-proto': 'https' };
  const plain = await fetch(`${url}/healthz`, { headers: forged });
  expect(plain.headers.get('strict-transport-security')).toBeNull();
  const place = { url, hostKey: servers[0]!.hostKey, folder: '/nowhere' };
  const meeting = await Evening.setUp(() => place, { agenda: [oneRound('live')] });
  const { console, phones } = await begin(meeting, PHONES);
  // Where WebSocket is blocked, every request must come to the server that the first one came to.
  const poller = await Robot.connect(url, { code: meeting.made.code }, { transport: 'polling' });
  poller.socket.io.reconnectionDelay(20).reconnectionDelayMax(200);
  onTestFinished(() => {
    poller.close();
  });
  expect(await poller.send({ type: 'Join' })).toMatchObject({ ok: true });
  await poller.until(({ now }) => now?.activity);
  expect(poller.socket.io.engine.transport.name).toBe('polling');
  const all = [...phones, poller];

  const ledger = new Ledger();
  let goingOn = true;
  const casting = all.map(async (phone, person) => {
    for (let change = 0; goingOn; change += 1) {
      const ballot = phone.ballot([['bridge', (person + change) % 5]]);
      const id = phone.nextId(ballot);
      expect(await ledger.keep(id, ballot.alloc, phone.sendSurely(ballot, id))).toMatchObject({ ok: true });
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  });
  const more = () => expect.poll(() => ledger.acked.size, { timeout: 20_000 }).toBeGreaterThan(ledger.acked.size + 50);
  for (const [index, port] of ports.entries()) {
    await more();
    expect(await servers[index]!.kill('SIGTERM')).toEqual({ code: 0, signal: null });
    await more();
    servers[index] = await start(port);
  }
  await more();
  goingOn = false;
  await Promise.all(casting);

  await rule(console, { type: 'LastCall', activity: 'a1', round: 'a1.1', seconds: 600 });
  const record = await readRecordInRedis(witness, meeting.made.sid);
  expect(ledger.sent.size).toBe(ledger.acked.size);
  expect(ledger.compare(record)).toEqual([]);
  const { people, totals } = recountByHand(record, 'a1.1');
  expect(people).toBe(PHONES + 1);
  for (const phone of all) {
    const tally = await phone.until(({ now, tally: shown }) =>
      now?.activity?.kind === 'allocation' && now.activity.stage === 'last-call' ? shown : null,
    );
    const inOrder = phone.view.meeting!.proposals.map(({ proposal }) => totals.get(proposal) ?? [0, 0]);
    expect(tally.rows.map(([tokens, supporters]) => [tokens, supporters])).toEqual(inOrder);
  }
});
