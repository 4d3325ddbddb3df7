import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Balancer, BALANCER_SETTINGS } from '../support/balancer.ts';
import { RedisServer } from '../support/redis-server.ts';
import { Child } from './child.ts';
import type { EmitRedis } from './emit-redis.ts';
import { climb } from './fan-out.ts';
import type { Ours } from './ours.ts';
import type { Phones, Stretch } from './phones.ts';
import type { Row } from './row.ts';

const PHONES = 1000;
const NODES = [1, 2, 3] as const;
const FEW_A_SECOND = 20;
const MANY_A_SECOND = 500;
const WARM_UP_SECONDS = 4;
const MEASURED_SECONDS = 8;
const OUR_RUNGS = [125, 250, 500, 1000, 2000];
const EMIT_RUNGS = [2, 5, 10, 20, 40, 80, 160];

/** What so many servers cost together. Times in microseconds and milliseconds. */
interface Cost {
  readonly usPerFrame: number;
  readonly usPerBallot: number;
  readonly held: number;
  readonly ackP50: number;
  readonly ackP99: number;
  readonly everyoneP99: number;
}

/** One, two and three servers behind the balancer around one Redis, beside one emit for each ballot through the library's own adapter. Once: it takes six minutes. */
export async function nodes(_repetitions: number, say: (line: string) => void): Promise<Row[]> {
  const ours = new Map<number, Cost[]>(NODES.map((many) => [many, []]));
  for (const many of NODES) {
    const cost = await ourCost(many);
    ours.get(many)?.push(cost);
    say(`${String(many)} servers: ${JSON.stringify(cost)}`);
  }
  const emitted = await emitCost();
  say(`one emit a ballot, two servers: ${JSON.stringify(emitted)}`);
  return NODES.flatMap((many) => rowsOf(many, ours.get(many) ?? [], ours.get(1) ?? [], [emitted]));
}

function rowsOf(many: number, costs: readonly Cost[], one: readonly Cost[], emitted: readonly Cost[]): Row[] {
  const told = { aim: 'told', met: () => true };
  const who = many === 1 ? '1 server' : `${String(many)} servers`;
  const of = (part: keyof Cost, all: readonly Cost[]) => all.map((cost) => cost[part]);
  const beside = many === 1 ? 'one emit for each ballot, 2 servers' : '1 server';
  const peer = many === 1 ? emitted : one;
  const row = (what: string, unit: string, part: keyof Cost): Row => ({
    ...{ goal: 'C1', what: `${who}, 1,000 phones: ${what}`, unit, peerIs: beside },
    ...{ ours: of(part, costs), peer: of(part, peer), ...told },
  });
  return [
    row('processor time of all servers for a tally on a phone', 'us', 'usPerFrame'),
    row('the same for a ballot', 'us', 'usPerBallot'),
    row('durable ballots a second held, p99 to every phone within 250 ms', 'ballots/s', 'held'),
    row('from a ballot to its answer, p50, 500 ballots/s', 'ms', 'ackP50'),
    row('the same, p99', 'ms', 'ackP99'),
    row('from a ballot to every phone at every server, p99', 'ms', 'everyoneP99'),
  ];
}

async function ourCost(many: number): Promise<Cost> {
  const redis = await RedisServer.start('durable');
  const environment = { CYFRAN_REDIS_URL: redis.url, CYFRAN_MASTER_KEY: 'the key of a bench' };
  const servers = Array.from({ length: many }, () => new Child<Ours>('ours.ts'));
  const phones = new Child<Phones>('phones.ts');
  try {
    const listening: Awaited<ReturnType<Ours['listen']>>[] = [];
    for (const server of servers) listening.push(await server.ask('listen', { environment }));
    return await behindBalancer(
      listening.map(({ port }) => port),
      async (port) => {
        const { code } = await phones.ask('open', { port, hostKey: listening[0]?.hostKey ?? '' });
        await phones.ask('join', { port, code, count: PHONES });
        await phones.ask('start', undefined);
        return costOf(phones, servers, OUR_RUNGS, apart);
      },
    );
  } finally {
    await phones.stop();
    await Promise.all(servers.map((server) => server.stop()));
    await redis.remove();
  }
}

async function emitCost(): Promise<Cost> {
  const redis = await RedisServer.start('durable');
  const servers = [new Child<EmitRedis>('emit-redis.ts'), new Child<EmitRedis>('emit-redis.ts')];
  const phones = new Child<Phones>('phones.ts');
  try {
    const listening = await Promise.all(servers.map((server) => server.ask('listen', { url: redis.url })));
    return await behindBalancer(
      listening.map(({ port }) => port),
      async (port) => {
        await phones.ask('join', { port, code: '', count: PHONES });
        // Every ballot is a frame to everybody: what the one costs cannot be told from the other.
        return costOf(phones, servers, EMIT_RUNGS, allInFrames);
      },
    );
  } finally {
    await phones.stop();
    await Promise.all(servers.map((server) => server.stop()));
    await redis.remove();
  }
}

type Busy = Stretch & { readonly cpuUs: number };
type Parted = Pick<Cost, 'usPerFrame' | 'usPerBallot'>;

/** Two stretches of different busyness tell what a frame and what a ballot costs. */
function apart(few: Busy, busy: Busy): Parted {
  const determinant = few.frames * busy.cast - busy.frames * few.cast;
  return {
    usPerFrame: (few.cpuUs * busy.cast - busy.cpuUs * few.cast) / determinant,
    usPerBallot: (few.frames * busy.cpuUs - busy.frames * few.cpuUs) / determinant,
  };
}

function allInFrames(_few: Busy, { cpuUs, frames }: Busy): Parted {
  return { usPerFrame: cpuUs / frames, usPerBallot: NaN };
}

/** A peer that cannot keep up is measured at the rate that it holds. */
async function costOf(
  phones: Child<Phones>,
  servers: readonly Pick<Child<Ours>, 'ask'>[],
  rungs: readonly number[],
  parted: (few: Busy, busy: Busy) => Parted,
): Promise<Cost> {
  const measured = async (perSecond: number): Promise<Busy> => {
    await phones.ask('cast', { perSecond, seconds: WARM_UP_SECONDS });
    const before = await cpuOf(servers);
    const stretch = await phones.ask('cast', { perSecond, seconds: MEASURED_SECONDS });
    return { ...stretch, cpuUs: (await cpuOf(servers)) - before };
  };
  const held = await climb(phones, rungs);
  const isQuick = held >= MANY_A_SECOND;
  const few = await measured(isQuick ? FEW_A_SECOND : Math.max(1, Math.round(held / 4)));
  const busy = await measured(isQuick ? MANY_A_SECOND : Math.max(2, held));
  return {
    ...parted(few, busy),
    ...{ held, ackP50: busy.ackP50, ackP99: busy.ackP99, everyoneP99: busy.everyoneP99 },
  };
}

async function cpuOf(servers: readonly Pick<Child<Ours>, 'ask'>[]): Promise<number> {
  const all = await Promise.all(servers.map((server) => server.ask('usage', { settled: false })));
  return all.reduce((sum, { cpuUs }) => sum + cpuUs, 0);
}

/** The balancer as it is deployed: with a third line for a third server, and with one server named twice. */
async function behindBalancer<Result>(
  ports: readonly number[],
  then: (port: number) => Promise<Result>,
): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'cyfran-balancer-'));
  const [one = 0, two = one, three] = ports;
  const settings = join(folder, 'haproxy.cfg');
  const third = three === undefined ? '' : `    server three 127.0.0.1:${String(three)}\n`;
  writeFileSync(settings, readFileSync(BALANCER_SETTINGS, 'utf8') + third);
  const balancer = await Balancer.start([one, two], settings);
  try {
    return await then(balancer.port);
  } finally {
    await balancer.stop();
    rmSync(folder, { recursive: true });
  }
}
