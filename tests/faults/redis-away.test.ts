import type { Robot } from '@cyfran/server/robots/robot.ts';
import { expect, onTestFinished, test } from 'vitest';
import { ChildServer } from '../support/child.ts';
import { freePort } from '../support/free-port.ts';
import { Casting, nothingWasLost } from '../support/casting.ts';
import { begin, oneRound, type Evening } from '../support/evening.ts';
import { Ledger } from '../support/ledger.ts';
import { RedisServer } from '../support/redis-server.ts';
import { Town } from '../support/town.ts';

const KILLS = 10;
const PHONES = 16;
/** The longest only in the long tier: it is nothing but waiting. */
const STOPS_S = process.env.CYFRAN_LONG === undefined ? [1, 5] : [1, 5, 15];

test(`[N3] [J1] Redis killed ${String(KILLS)} times under load loses no answered ballot and counts none twice`, async () => {
  const evening = await Underway.begin();
  const { town, ledger } = evening;
  for (let kill = 0; kill < KILLS; kill += 1) {
    await evening.more(20);
    await town.redis.kill();
    await town.redis.begin();
  }
  await evening.more(20);
  expect(ledger.acked.size).toBeGreaterThan(KILLS * 20);
  await evening.holds();
});

test(`[N3] [L7] while Redis stands still for ${STOPS_S.join(', ')} s people hear that it takes longer, and nothing is lost`, async () => {
  const evening = await Underway.begin();
  const { town, phones } = evening;
  for (const seconds of STOPS_S) {
    await evening.more(20);
    town.redis.pause();
    const going = new Promise((resolve) => setTimeout(resolve, seconds * 1000));
    // Whoever asks is answered although Redis is not: it is busy, which is neither a yes nor a no.
    const [phone] = phones as [Robot];
    const ballot = phone.ballot([['roof', 1]]);
    const id = phone.nextId(ballot);
    expect(await phone.send(ballot, id)).toMatchObject({ ok: false, reason: 'busy' });
    await going;
    town.redis.goOn();
    expect(await evening.ledger.keep(id, ballot.alloc, phone.sendSurely(ballot, id))).toMatchObject({ ok: true });
  }
  await evening.more(20);
  await evening.holds();
});

test('[N3] a server that cannot use its Redis says where and why in one sentence, and ends', async () => {
  const redis = await RedisServer.start('in-memory');
  onTestFinished(() => redis.remove());
  const closed = `redis://:a-password@127.0.0.1:${String(await freePort())}`;
  const wrong = [
    [closed, /^Cyfran cannot start. Redis cannot be used at 127.0.0.1:\d+: .*ECONNREFUSED.*\n$/],
    [
      `redis://user:a-password@127.0.0.1:${String(redis.port)}`,
      /^Cyfran cannot start. Redis cannot be used at .*WRONGPASS.*\n$/,
    ],
    ['http://127.0.0.1', /^Cyfran cannot start. CYFRAN_REDIS_URL: .*\n$/],
  ] as const;
  const port = await freePort();
  const servers = wrong.map(([url]) => ChildServer.spawn('/nowhere', port, { CYFRAN_REDIS_URL: url }));
  for (const [index, server] of servers.entries()) {
    expect(await server.ended).toEqual({ code: 1, signal: null });
    expect(server.errors).toMatch(wrong[index]![1]);
    expect(server.errors).not.toContain('a-password');
  }
});

/** A live round at two nodes, into which everybody but the first phone goes on casting. */
class Underway {
  readonly town: Town;
  readonly phones: readonly Robot[];
  readonly ledger = new Ledger();
  readonly #meeting: Evening;
  readonly #console: Robot;
  readonly #casting: Casting;

  private constructor(town: Town, meeting: Evening, console: Robot, phones: readonly Robot[]) {
    this.town = town;
    this.phones = phones;
    this.#meeting = meeting;
    this.#console = console;
    this.#casting = new Casting(phones.slice(1), this.ledger, 10);
  }

  static async begin(): Promise<Underway> {
    const town = await Town.open(2, { keeping: 'durable' });
    const meeting = await town.meeting({ agenda: [oneRound('live')] });
    const { console, phones } = await begin(meeting, PHONES);
    return new Underway(town, meeting, console, phones);
  }

  more(many: number): Promise<void> {
    return this.#casting.more(many);
  }

  /** Ends; nothing was lost, and no node has anything to complain of but that Redis was away. */
  async holds(): Promise<void> {
    await this.#casting.stop();
    await nothingWasLost(this.#console, this.phones, this.ledger, () => this.town.record(this.#meeting));
    for (const node of this.town.nodes) {
      expect(node.fatal).toEqual([]);
      expect(node.faults.filter((fault) => !fault.startsWith('Redis cannot be written to'))).toEqual([]);
      node.faults.length = 0;
    }
  }
}
