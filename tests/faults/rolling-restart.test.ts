import { Robot } from '@cyfran/server/robots/robot.ts';
import { expect, onTestFinished, test } from 'vitest';
import { Balancer } from '../support/balancer.ts';
import { Casting, nothingWasLost } from '../support/casting.ts';
import { ChildServer } from '../support/child.ts';
import { begin, Evening, oneRound } from '../support/evening.ts';
import { freePort } from '../support/free-port.ts';
import { Ledger, readRecordInRedis } from '../support/ledger.ts';
import { MASTER_KEY } from '../support/town.ts';
import { witnessedRedis } from '../support/witnessed.ts';

const PHONES = 24;

/** The balancer before these servers, until the test has finished. Returns its address. */
async function before(ports: readonly [number, number]): Promise<string> {
  const balancer = await Balancer.start(ports);
  onTestFinished(() => balancer.stop());
  return balancer.url;
}

test('[N2] all servers are restarted one after the other while ballots come through the balancer, and none is lost', async () => {
  const { redis, witness } = await witnessedRedis('durable');
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
  const casting = new Casting(all, ledger, 20);
  for (const [index, port] of ports.entries()) {
    await casting.more(50);
    expect(await servers[index]!.kill('SIGTERM')).toEqual({ code: 0, signal: null });
    await casting.more(50);
    servers[index] = await start(port);
  }
  await casting.more(50);
  await casting.stop();
  await nothingWasLost(console, all, ledger, () => readRecordInRedis(witness, meeting.made.sid));
});
