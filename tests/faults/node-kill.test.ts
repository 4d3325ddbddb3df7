import { expect, test } from 'vitest';
import { Casting, nothingWasLost } from '../support/casting.ts';
import { ChildServer } from '../support/child.ts';
import { begin, Evening, oneRound } from '../support/evening.ts';
import { freePort } from '../support/free-port.ts';
import { Ledger, readRecordInRedis } from '../support/ledger.ts';
import { MASTER_KEY } from '../support/town.ts';
import { witnessedRedis } from '../support/witnessed.ts';

/** Each of them is a whole start: half of them are for the long tier. */
const KILLS = process.env.CYFRAN_LONG === undefined ? 10 : 20;
const PHONES = 12;

test(`[N3] [J1] one of two servers killed ${String(KILLS)} times under load loses no answered ballot and counts none twice`, async () => {
  const { redis, witness } = await witnessedRedis('durable');
  const settings = { CYFRAN_REDIS_URL: redis.url, CYFRAN_MASTER_KEY: MASTER_KEY, CYFRAN_PAGES: '/nowhere' };
  const start = async (port: number) => ChildServer.start('/nowhere', port, settings);
  const servers = await Promise.all([await freePort(), await freePort()].map(start));
  let next = 0;
  const place = () => servers[(next += 1) % servers.length]!;
  const meeting = await Evening.setUp(place, { agenda: [oneRound('live')] });
  const { console, phones } = await begin(meeting, PHONES);

  const ledger = new Ledger();
  const casting = new Casting(phones, ledger, 30);
  for (let kill = 0; kill < KILLS; kill += 1) {
    await casting.more(PHONES);
    const killed = servers[kill % servers.length]!;
    expect(await killed.kill('SIGKILL')).toEqual({ code: null, signal: 'SIGKILL' });
    servers[kill % servers.length] = await start(killed.port);
  }
  await casting.stop();
  await nothingWasLost(console, phones, ledger, () => readRecordInRedis(witness, meeting.made.sid));
});
