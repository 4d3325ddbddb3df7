import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openAccessStore } from '@cyfran/server/access/access-store.ts';
import { hostKey } from '@cyfran/server/access/host-key.ts';
import type { Limiter } from '@cyfran/server/access/limiter.ts';
import { Robot } from '@cyfran/server/cli/robot.ts';
import { systemClock, type Clock } from '@cyfran/server/clock.ts';
import { readConfig } from '@cyfran/server/config.ts';
import { pagesHandler } from '@cyfran/server/http/pages.ts';
import { openDiskJournal } from '@cyfran/server/journal/disk-journal.ts';
import { realFiles, type Files } from '@cyfran/server/journal/files.ts';
import type { Log } from '@cyfran/server/log.ts';
import type { CreatedMeeting } from '@cyfran/server/meeting/create-meeting.ts';
import { createServer } from '@cyfran/server/server.ts';
import { start, type Running } from '@cyfran/server/start.ts';
import { simplestEvening } from '@cyfran/shared/activities/templates.ts';
import type { NewSession } from '@cyfran/shared/session/create.ts';
import type { Request } from '@cyfran/shared/session/commands.ts';
import { expect, onTestFinished } from 'vitest';
import { readRecord, type Recorded } from './ledger.ts';

/** What a test may hand in. Without `limiter` and `files` the server is the one that `npm start` runs. */
export interface HallOptions {
  readonly clock?: Clock;
  readonly limiter?: Limiter;
  readonly files?: Files;
  readonly environment?: Readonly<Record<string, string>>;
  /** An existing data folder, which is then not removed. */
  readonly folder?: string;
}

/** For what is not about limits: a robot may do in a second what a person does in an evening. */
export const noLimits: Limiter = {
  command: () => Promise.resolve(0),
  mayTry: () => Promise.resolve(0),
  wrongCode: () => Promise.resolve(),
};

export const PROPOSALS: NewSession['proposals'] = [
  { proposal: 'bridge', name: { cy: 'Pont', en: 'A bridge' }, costMinor: 40_000 },
  { proposal: 'garden', name: { en: 'A garden' }, costMinor: 30_000 },
  { proposal: 'roof', name: { en: 'A roof' }, costMinor: 50_000 },
];

/** A meeting with practice and one deciding round. */
export function evening(changes: Partial<NewSession> = {}): NewSession {
  return {
    title: { en: 'Our village' },
    purpose: { en: 'Share a small pot' },
    voters: { en: 'Everyone here' },
    currency: 'GBP',
    potMinor: 80_000,
    proposals: PROPOSALS,
    agenda: simplestEvening('on-show', 10, 4),
    ...changes,
  };
}

/** One deciding round alone. */
export const oneRound = (reveal: 'live' | 'on-show', practice = false): NewSession['agenda'][number] => {
  return { kind: 'allocation', practice, reveal, tokens: 10, cap: 4 };
};

/** A real server in this process, on a free port, with a data folder of its own on the real disk. */
export class Hall {
  readonly folder: string;
  /** What made the server want to stop. */
  readonly fatal: unknown[] = [];
  /** What the server logged as its own faults; a test that means to cause some empties it. */
  readonly faults: string[] = [];
  readonly #options: HallOptions;
  readonly #robots: Robot[] = [];
  #running: Running | null = null;

  private constructor(options: HallOptions) {
    this.#options = options;
    this.folder = options.folder ?? mkdtempSync(join(tmpdir(), 'cyfran-hall-'));
  }

  /** Opens the doors until the test has finished. */
  static async open(options: HallOptions = {}): Promise<Hall> {
    const hall = new Hall(options);
    onTestFinished(async () => {
      await hall.stop();
      if (options.folder === undefined) rmSync(hall.folder, { recursive: true, force: true });
      expect(hall.faults, 'the server logged no fault of its own').toEqual([]);
    });
    await hall.start();
    return hall;
  }

  get url(): string {
    return `http://127.0.0.1:${String(this.#now.port)}`;
  }

  get hostKey(): string {
    return this.#now.hostKey;
  }

  async start(): Promise<void> {
    this.#running = await this.#start();
  }

  /** Stops the server; all screens are gone. */
  async stop(): Promise<void> {
    for (const robot of this.#robots.splice(0)) robot.close();
    await this.#running?.close();
    this.#running = null;
  }

  /** `POST /api/sessions` with the host's key. */
  async setUp(asked: unknown): Promise<Response> {
    return fetch(`${this.url}/api/sessions`, {
      method: 'POST',
      headers: { authorization: `Bearer ${this.hostKey}`, 'content-type': 'application/json' },
      body: JSON.stringify(asked),
    });
  }

  async meeting(changes: Partial<NewSession> = {}): Promise<Evening> {
    const response = await this.setUp(evening(changes));
    expect(response.status).toBe(201);
    return new Evening(this, (await response.json()) as CreatedMeeting);
  }

  /** A screen that leaves when the server stops. */
  async screen(destination: Parameters<typeof Robot.connect>[1], heard?: (packet: string) => void): Promise<Robot> {
    const robot = await Robot.connect(this.url, destination, heard);
    this.#robots.push(robot);
    return robot;
  }

  get #now(): Running {
    if (this.#running === null) throw new Error('the hall is not open');
    return this.#running;
  }

  async #start(): Promise<Running> {
    const { clock = systemClock, limiter, files, environment } = this.#options;
    const config = readConfig({ PORT: '0', CYFRAN_HOST: '127.0.0.1', CYFRAN_DATA: this.folder, ...environment });
    const onFatal = (error: unknown) => this.fatal.push(error);
    if (limiter === undefined && files === undefined) return start(config, clock, this.#log(), onFatal);

    const access = openAccessStore(this.folder);
    const log = this.#log();
    const journal = await openDiskJournal({ folder: this.folder, files: files ?? realFiles, onFatal, log });
    const key = hostKey(this.folder);
    const pages = await pagesHandler(config.CYFRAN_PAGES);
    const parts = { journal, clock, log, access, pages, hostKey: key, publicUrl: () => 'http://hall', proxyHops: 0 };
    const server = createServer({ ...parts, ...(limiter === undefined ? {} : { limiter }) });
    const port = await server.listen(0, '127.0.0.1');
    const close = async () => {
      await server.close();
      await journal.close();
      access.close();
    };
    return { port, url: 'http://hall', hostKey: key, close };
  }

  #log(): Log {
    const quiet = () => {};
    return { debug: quiet, info: quiet, warn: quiet, error: (facts, what) => this.faults.push(`${what} ${inWords(facts)}`) };
  }
}

function inWords(facts: object): string {
  const error = 'err' in facts && facts.err instanceof Error ? (facts.err.stack ?? facts.err.message) : '';
  return `${JSON.stringify(facts)} ${error}`;
}

type WithoutSeen<Ruling> = Ruling extends { readonly seen: number } ? Omit<Ruling, 'seen'> : never;
/** What a facilitator's button asks, before it names the ruling on the screen. */
export type Press = WithoutSeen<Request>;

/** One meeting in the hall, and the screens that come to it. */
export class Evening {
  readonly hall: Hall;
  readonly made: CreatedMeeting;

  constructor(hall: Hall, made: CreatedMeeting) {
    this.hall = hall;
    this.made = made;
  }

  console(heard?: (packet: string) => void): Promise<Robot> {
    return this.hall.screen({ sid: this.made.sid, secret: this.made.facilitator }, heard);
  }

  stage(heard?: (packet: string) => void): Promise<Robot> {
    return this.hall.screen({ sid: this.made.sid, secret: this.made.stage }, heard);
  }

  /** A phone that has not joined; with a secret, whoever that secret is. */
  phone(secret?: string, heard?: (packet: string) => void): Promise<Robot> {
    return this.hall.screen({ code: this.made.code, ...(secret === undefined ? {} : { secret }) }, heard);
  }

  /** A phone whose person has joined. */
  async person(heard?: (packet: string) => void): Promise<Robot> {
    const phone = await this.phone(undefined, heard);
    expect(await phone.send({ type: 'Join' })).toMatchObject({ ok: true });
    await phone.until(({ meeting }) => meeting);
    return phone;
  }

  people(many: number): Promise<Robot[]> {
    return Promise.all(Array.from({ length: many }, () => this.person()));
  }

  /** The journal as it stands on the disk. */
  record(): Recorded[] {
    return readRecord(this.hall.folder, this.made.sid);
  }
}

/** Presses a button on what the console shows now, and waits until the console shows that it was done. */
export async function rule(console: Robot, press: Press): Promise<void> {
  const seen = await console.until(({ now }) => now?.ruling);
  expect(await console.send({ ...press, seen } as Request)).toMatchObject({ ok: true });
  await console.until(({ now }) => now !== undefined && now.ruling > seen);
}

/** Waits until each of these screens shows this round at this stage. */
export async function untilStage(robots: readonly Robot[], round: string, stage: 'open' | 'last-call' | 'closed'): Promise<void> {
  const shows = ({ now }: Robot['view']) => now?.activity?.kind === 'allocation' && now.activity.round === round && now.activity.stage === stage;
  await Promise.all(robots.map((robot) => robot.until(shows)));
}

/** Opens joining, lets people in, starts an activity; everyone sees it. */
export async function begin(meeting: Evening, many: number, activity = 'a1'): Promise<{ console: Robot; phones: Robot[] }> {
  const console = await meeting.console();
  await rule(console, { type: 'OpenJoining' });
  const phones = await meeting.people(many);
  await rule(console, { type: 'StartActivity', activity });
  await untilStage([console, ...phones], `${activity}.1`, 'open');
  return { console, phones };
}
