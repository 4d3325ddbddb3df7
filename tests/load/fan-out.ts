import { Child } from './child.ts';
import type { Emit } from './emit.ts';
import type { Ours } from './ours.ts';
import type { Phones, Stretch } from './phones.ts';
import type { RawWs } from './raw-ws.ts';
import type { Row } from './row.ts';

const HALL = 2000;
const TOWN = 10_000;
/** What comes before memory is measured: a server that has seen nobody yet has not grown into its work. */
const FIRST_PHONES = 200;
const BALLOTS_A_SECOND = 20;
const WARM_UP_SECONDS = 5;
const MEASURED_SECONDS = 10;
const RUNG_SECONDS = 4;
const IN_TIME_MS = 250;
const ACK_LIMIT_MS = 50;
const OUR_RUNGS = [125, 250, 500, 1000, 2000, 4000];
const EMIT_RUNGS = [2, 5, 10, 20, 40, 80, 160];
const KIB = 1024;

/** What pushing one tally costs; `kib`: memory for each phone. */
interface Push {
  readonly usPerFrame: number;
  readonly framesPerPhoneSecond: number;
  readonly bytesPerFrame: number;
  readonly kib: number;
}
interface OurHall extends Push {
  readonly busy: Stretch;
  readonly held: number;
}

/** G1 to G4: pushing tallies to 2,000 and 10,000 phones, beside a bare WebSocket server and one emit for each ballot. */
export async function fanOut(repetitions: number, say: (line: string) => void): Promise<Row[]> {
  const ours: OurHall[] = [];
  const raw: Push[] = [];
  const emitted: number[] = [];
  const oursInTown: Push[] = [];
  const rawInTown: Push[] = [];
  const floor: number[] = [];
  for (let nth = 0; nth < repetitions; nth += 1) {
    const hall = await ourHall();
    say(`ours, ${String(HALL)} phones: ${JSON.stringify(hall)}`);
    ours.push(hall);
    raw.push(await pushRaw(HALL, hall));
    say(`raw ws: ${JSON.stringify(raw.at(-1))}`);
    emitted.push(await heldByEmit());
    say(`one emit a ballot: ${String(emitted.at(-1))} ballots/s`);
    const town = await ourPush(TOWN);
    say(`ours, ${String(TOWN)} phones: ${JSON.stringify(town)}`);
    oursInTown.push(town);
    rawInTown.push(await pushRaw(TOWN, town));
    say(`raw ws: ${JSON.stringify(rawInTown.at(-1))}`);
    floor.push(ACK_LIMIT_MS);
  }
  const perFrame = (push: Push) => push.usPerFrame;
  return [
    {
      goal: 'G1',
      what: 'processor time of the server for a tally on a phone, 2,000 phones',
      unit: 'us',
      peerIs: 'raw ws, one buffer',
      ours: ours.map(perFrame),
      peer: raw.map(perFrame),
      aim: 'at most 1.25',
      met: (ratio) => ratio <= 1.25,
    },
    {
      goal: 'G1',
      what: 'the same, 10,000 phones',
      unit: 'us',
      peerIs: 'raw ws, one buffer',
      ours: oursInTown.map(perFrame),
      peer: rawInTown.map(perFrame),
      aim: 'at most 1.25',
      met: (ratio) => ratio <= 1.25,
    },
    {
      goal: 'G2',
      what: 'ballots a second held at 2,000 phones, p99 to every phone within 250 ms',
      unit: 'ballots/s',
      peerIs: 'one emit for each ballot',
      ours: ours.map(({ held }) => held),
      peer: emitted,
      aim: 'at least 100',
      met: (ratio) => ratio >= 100,
    },
    {
      goal: 'G3',
      what: 'p99 from a ballot to its durable answer, 1,000 ballots/s at 2,000 phones',
      unit: 'ms',
      peerIs: 'the limit',
      ours: ours.map(({ busy }) => busy.ackP99),
      peer: floor,
      aim: 'at most 50 ms',
      met: (_, mine) => mine <= 50,
    },
    {
      goal: 'G4',
      what: 'memory for each person who takes part, at 2,000 phones',
      unit: 'KiB',
      peerIs: 'raw ws, connected only',
      ours: ours.map(({ kib }) => kib),
      peer: raw.map(({ kib }) => kib),
      aim: 'at most 40 KiB and 3.5',
      met: (ratio, mine) => mine <= 40 && ratio <= 3.5,
    },
  ];
}

async function ourHall(): Promise<OurHall> {
  return withOurs(HALL, async (phones, push) => {
    await phones.ask('cast', { perSecond: 1000, seconds: WARM_UP_SECONDS });
    const busy = await phones.ask('cast', { perSecond: 1000, seconds: MEASURED_SECONDS });
    return { ...push, busy, held: await climb(phones, OUR_RUNGS) };
  });
}

function ourPush(count: number): Promise<Push> {
  return withOurs(count, (_phones, push) => Promise.resolve(push));
}

async function withOurs<Result>(
  count: number,
  then: (phones: Child<Phones>, push: Push) => Promise<Result>,
): Promise<Result> {
  const server = new Child<Ours>('ours.ts');
  const phones = new Child<Phones>('phones.ts');
  try {
    const { port, hostKey } = await server.ask('listen', {});
    const { code } = await phones.ask('open', { port, hostKey });
    await phones.ask('join', { port, code, count: FIRST_PHONES });
    const few = await server.ask('usage', { settled: true });
    await phones.ask('join', { port, code, count: count - FIRST_PHONES });
    const full = await server.ask('usage', { settled: true });
    await phones.ask('start', undefined);
    await phones.ask('cast', { perSecond: BALLOTS_A_SECOND, seconds: WARM_UP_SECONDS });
    const before = await server.ask('usage', { settled: false });
    const stretch = await phones.ask('cast', { perSecond: BALLOTS_A_SECOND, seconds: MEASURED_SECONDS });
    const after = await server.ask('usage', { settled: false });
    await nobodyLost(phones);
    const kib = (full.rssBytes - few.rssBytes) / KIB / (count - FIRST_PHONES);
    return await then(phones, { ...toPush(after.cpuUs - before.cpuUs, stretch, count), kib });
  } finally {
    await phones.stop();
    await server.stop();
  }
}

/** The same number of messages of the same size, from a bare server. */
async function pushRaw(count: number, like: Push): Promise<Push> {
  const server = new Child<RawWs>('raw-ws.ts');
  const phones = new Child<Phones>('phones.ts');
  try {
    const { port } = await server.ask('listen', undefined);
    await phones.ask('connectRaw', { port, count: FIRST_PHONES });
    const few = await server.ask('usage', { settled: true });
    await phones.ask('connectRaw', { port, count: count - FIRST_PHONES });
    const full = await server.ask('usage', { settled: true });
    await server.ask('push', { bytes: Math.round(like.bytesPerFrame), everyMs: 1000 / like.framesPerPhoneSecond });
    await phones.ask('listen', { seconds: WARM_UP_SECONDS });
    const before = await server.ask('usage', { settled: false });
    const heard = await phones.ask('listen', { seconds: MEASURED_SECONDS });
    const after = await server.ask('usage', { settled: false });
    await nobodyLost(phones);
    const kib = (full.rssBytes - few.rssBytes) / KIB / (count - FIRST_PHONES);
    return { ...toPush(after.cpuUs - before.cpuUs, { ...heard, seconds: MEASURED_SECONDS }, count), kib };
  } finally {
    await phones.stop();
    await server.stop();
  }
}

async function heldByEmit(): Promise<number> {
  const server = new Child<Emit>('emit.ts');
  const phones = new Child<Phones>('phones.ts');
  try {
    const { port } = await server.ask('listen', undefined);
    await phones.ask('join', { port, code: '', count: HALL });
    await phones.ask('cast', { perSecond: EMIT_RUNGS[0] ?? 1, seconds: WARM_UP_SECONDS });
    return await climb(phones, EMIT_RUNGS);
  } finally {
    await phones.stop();
    await server.stop();
  }
}

/** The highest rate at which every ballot was on the phones in time, and none refused; 0 if not even the lowest. */
export async function climb(phones: Child<Phones>, rungs: readonly number[]): Promise<number> {
  let held = 0;
  for (const perSecond of rungs) {
    const { everyoneP99, refused, cast, seconds } = await phones.ask('cast', { perSecond, seconds: RUNG_SECONDS });
    const isOnTime = cast / seconds > 0.9 * perSecond;
    if (!(everyoneP99 <= IN_TIME_MS) || refused > 0 || !isOnTime) break;
    held = perSecond;
  }
  return held;
}

function toPush(
  cpuUs: number,
  { frames, bytes, seconds }: Pick<Stretch, 'frames' | 'bytes' | 'seconds'>,
  count: number,
): Omit<Push, 'kib'> {
  return {
    usPerFrame: cpuUs / frames,
    framesPerPhoneSecond: frames / count / seconds,
    bytesPerFrame: bytes / frames,
  };
}

async function nobodyLost(phones: Child<Phones>): Promise<void> {
  const lost = await phones.ask('lost', undefined);
  if (lost.length > 0) throw new Error(`${String(lost.length)} phones were lost: ${lost[0] ?? ''}`);
}
