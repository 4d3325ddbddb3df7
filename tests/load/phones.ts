import { newSecret } from '@cyfran/server/access/credentials.ts';
import { Robot } from '@cyfran/server/robots/robot.ts';
import { accepted, addressOf, openMeeting, rule } from '@cyfran/server/robots/steps.ts';
import type { Request } from '@cyfran/shared/session/commands.ts';
import { answerParent } from './child.ts';
import { inParts } from './in-parts.ts';
import { percentile } from '@cyfran/server/cli/measures.ts';
import { Phone } from './phone.ts';
import { loadSetUp, someBallot } from './set-up.ts';
import { Wire } from './wire.ts';

const AT_ONCE = 50;
/** So many phones look at what they are sent; the others only count it. */
const LOOKING = 20;
const TICK_MS = 10;
/** What is not answered or seen so long after the last ballot never will be. */
const SETTLE_MS = 3000;

/** What a stretch of time was like. Times in milliseconds; `everyone`: from the oldest ballot of a frame to the frame on a phone. */
export interface Stretch {
  readonly seconds: number;
  readonly frames: number;
  readonly bytes: number;
  readonly cast: number;
  readonly refused: number;
  readonly ackP50: number;
  readonly ackP99: number;
  readonly everyoneP99: number;
}

interface Opened {
  readonly sid: string;
  readonly code: string;
  readonly stage: string;
}

const phones: Phone[] = [];
const wires: Wire[] = [];
let facilitator: Robot | null = null;
let ballots = 0;

const ways = {
  /** Opens a meeting that people can join. */
  async open({ port, hostKey }: { readonly port: number; readonly hostKey: string }): Promise<Opened> {
    const url = `http://127.0.0.1:${String(port)}`;
    const made = await openMeeting(url, hostKey, loadSetUp());
    facilitator = await Robot.connect(url, { sid: made.sid, secret: made.facilitator });
    await rule(facilitator, (seen) => ({ type: 'OpenJoining', seen }));
    return { sid: made.sid, code: made.code, stage: made.stage };
  },
  async join(to: { readonly port: number; readonly code: string; readonly count: number }): Promise<void> {
    await inParts(to.count, AT_ONCE, async (index) => {
      const phone = await Phone.connect(to.port, to.code, addressOf(index));
      if (to.code !== '') accepted(await phone.send({ type: 'Join' }));
      phones.push(phone);
    });
    for (const phone of phones.slice(0, LOOKING)) phone.seen = [];
  },
  async start(): Promise<void> {
    if (facilitator === null) throw new Error('no meeting is open');
    await rule(facilitator, (seen) => ({ type: 'StartActivity', activity: 'a1', seen }));
  },
  /** So many ballots a second, evenly, from one phone after the other. */
  async cast({ perSecond, seconds }: { readonly perSecond: number; readonly seconds: number }): Promise<Stretch> {
    for (const phone of phones.slice(0, LOOKING)) phone.seen = [];
    const before = totals();
    const sentAt = new Map<number, number>();
    const acks: number[] = [];
    let refused = 0;
    const answers: Promise<void>[] = [];
    const began = performance.now();
    for (let sent = 0; sent < perSecond * seconds;) {
      const due = Math.min(perSecond * seconds, Math.ceil(((performance.now() - began) / 1000) * perSecond));
      for (; sent < due; sent += 1) {
        const at = performance.now();
        const answer = nextPhone().send(nextBallot());
        answers.push(
          answer.then((ack) => {
            acks.push(performance.now() - at);
            if (ack.ok && ack.version !== null) sentAt.set(ack.version, at);
            else refused += 1;
          }),
        );
      }
      await sleep(TICK_MS);
    }
    const after = totals();
    const elapsed = (performance.now() - began) / 1000;
    await Promise.race([Promise.all(answers), sleep(SETTLE_MS)]);
    await sleep(SETTLE_MS / 3);
    return {
      seconds: elapsed,
      frames: after.frames - before.frames,
      bytes: after.bytes - before.bytes,
      cast: acks.length,
      refused: refused + (answers.length - acks.length),
      ackP50: percentile(acks, 0.5),
      ackP99: percentile(acks, 0.99),
      everyoneP99: percentile(waits(sentAt), 0.99),
    };
  },
  /** Everybody goes, and comes again. */
  async comeAgain({ port, code }: { readonly port: number; readonly code: string }): Promise<void> {
    for (const phone of phones) phone.wire.close();
    await inParts(phones.length, AT_ONCE, async (index) => {
      const before = phones[index];
      if (before !== undefined) phones[index] = await before.comeAgain(port, code, addressOf(index));
    });
  },
  /** Everybody was cut off, and tries as our own pages do, until they see the meeting again. Milliseconds from this call. */
  async rejoin({
    port,
    code,
  }: {
    readonly port: number;
    readonly code: string;
  }): Promise<{ p50: number; p99: number }> {
    const began = performance.now();
    const took = await Promise.all(
      phones.map(async (phone, index) => {
        for (let tries = 0; ; tries += 1) {
          // Socket.IO’s own pauses: half as long to half as long again.
          await sleep(Math.min(500 * 2 ** tries, 4000) * (0.5 + Math.random()));
          const again = await phone.comeAgain(port, code, addressOf(index)).catch(() => null);
          if (again === null) continue;
          phones[index] = again;
          return performance.now() - began;
        }
      }),
    );
    return { p50: percentile(took, 0.5), p99: percentile(took, 0.99) };
  },
  async connectRaw({ port, count }: { readonly port: number; readonly count: number }): Promise<void> {
    await inParts(count, AT_ONCE, async () => {
      const wire = await Wire.open(port, '/');
      wire.wanted = () => false;
      wires.push(wire);
    });
  },
  async listen({ seconds }: { readonly seconds: number }): Promise<{ frames: number; bytes: number }> {
    const before = totals();
    await sleep(seconds * 1000);
    const after = totals();
    return { frames: after.frames - before.frames, bytes: after.bytes - before.bytes };
  },
  /** Why the phones that are gone went. */
  lost(): string[] {
    return [...phones.map(({ wire }) => wire), ...wires].flatMap(({ lost }) => lost ?? []);
  },
};
export type Phones = typeof ways;

answerParent(ways);

function totals(): { frames: number; bytes: number } {
  let frames = 0;
  let bytes = 0;
  for (const phone of phones) {
    frames += phone.frames;
    bytes += phone.wire.bytes;
  }
  for (const wire of wires) {
    frames += wire.messages;
    bytes += wire.bytes;
  }
  return { frames, bytes };
}

/** Per frame and phone that looks: how long its oldest ballot took to get there. `sentAt`: by the version it became. */
function waits(sentAt: ReadonlyMap<number, number>): number[] {
  const versions = [...sentAt.keys()].sort((a, b) => a - b);
  return phones.slice(0, LOOKING).flatMap(({ seen }) => {
    let next = 0;
    const found: number[] = [];
    for (const { at, version } of seen ?? []) {
      const oldest = versions[next];
      if (oldest === undefined || oldest > version) continue;
      found.push(at - (sentAt.get(oldest) ?? at));
      while ((versions[next] ?? Infinity) <= version) next += 1;
    }
    // What never came took for ever.
    return next < versions.length ? [...found, Infinity] : found;
  });
}

function nextPhone(): Phone {
  const phone = phones[ballots % phones.length];
  if (phone === undefined) throw new Error('nobody is here');
  return phone;
}

function nextBallot(): Request {
  const index = ballots;
  ballots += 1;
  return {
    type: 'CastBallot',
    activity: 'a1',
    round: 'a1.1',
    alloc: someBallot(index),
    replaces: 0,
    salt: newSecret(),
  };
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
