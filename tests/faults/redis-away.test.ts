import type { Robot } from '@cyfran/server/robots/robot.ts';
import { expect, onTestFinished, test } from 'vitest';
import { ChildServer } from '../support/child.ts';
import { freePort } from '../support/free-port.ts';
import { begin, oneRound, rule, untilStage, type Evening } from '../support/evening.ts';
import { Ledger, recountByHand } from '../support/ledger.ts';
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
  readonly ledger = new Ledger();
  readonly town: Town;
  readonly phones: readonly Robot[];
  readonly #meeting: Evening;
  readonly #console: Robot;
  readonly #casting: readonly Promise<void>[];
  #goingOn = true;

  private constructor(town: Town, meeting: Evening, console: Robot, phones: readonly Robot[]) {
    this.town = town;
    this.phones = phones;
    this.#meeting = meeting;
    this.#console = console;
    this.#casting = phones.slice(1).map((phone, person) => this.#cast(phone, person));
  }

  static async begin(): Promise<Underway> {
    const town = await Town.open(2, { keeping: 'durable' });
    const meeting = await town.meeting({ agenda: [oneRound('live')] });
    const { console, phones } = await begin(meeting, PHONES);
    return new Underway(town, meeting, console, phones);
  }

  /** Waits until so many more ballots were answered. */
  async more(many: number): Promise<void> {
    const { size } = this.ledger.acked;
    await expect.poll(() => this.ledger.acked.size, { timeout: 30_000, interval: 5 }).toBeGreaterThan(size + many);
  }

  /** Ends, and holds what phones were told against what stands in Redis; every screen at every node shows the same. */
  async holds(): Promise<void> {
    this.#goingOn = false;
    await Promise.all(this.#casting);
    await rule(this.#console, { type: 'LastCall', activity: 'a1', round: 'a1.1', seconds: 600 });
    await untilStage(this.phones, 'a1.1', 'last-call');
    const record = await this.town.record(this.#meeting);
    expect(this.ledger.sent.size).toBe(this.ledger.acked.size);
    expect(this.ledger.compare(record)).toEqual([]);
    const { people, totals } = recountByHand(record, 'a1.1');
    for (const { view } of [this.#console, ...this.phones]) {
      const inOrder = view.meeting!.proposals.map(({ proposal }) => totals.get(proposal) ?? [0, 0]);
      expect(view.tally?.rows.map(([tokens, supporters]) => [tokens, supporters])).toEqual(inOrder);
      expect(view.turnout?.sent).toBe(people);
    }
    for (const node of this.town.nodes) {
      expect(node.fatal).toEqual([]);
      // That Redis was away is what an operator is to know.
      expect(node.faults.filter((fault) => !fault.startsWith('Redis cannot be written to'))).toEqual([]);
      node.faults.length = 0;
    }
  }

  async #cast(phone: Robot, person: number): Promise<void> {
    for (let change = 0; this.#goingOn; change += 1) {
      const ballot = phone.ballot([
        ['bridge', (person + change) % 5],
        ['garden', (person * 3 + change) % 4],
      ]);
      const id = phone.nextId(ballot);
      expect(await this.ledger.keep(id, ballot.alloc, phone.sendSurely(ballot, id))).toMatchObject({ ok: true });
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }
}
