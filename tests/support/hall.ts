import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openAccessStore } from '@cyfran/server/access/sqlite-store.ts';
import { hostKey } from '@cyfran/server/access/host-key.ts';
import type { Limiter } from '@cyfran/server/access/limiter.ts';
import { systemClock, type Clock } from '@cyfran/server/clock.ts';
import { readConfig } from '@cyfran/server/config.ts';
import { pagesHandler } from '@cyfran/server/http/pages.ts';
import { openDiskJournal } from '@cyfran/server/journal/disk-journal.ts';
import { realFiles, type Files } from '@cyfran/server/journal/files.ts';
import type { Log } from '@cyfran/server/log.ts';
import { Folded } from '@cyfran/server/meeting/folded.ts';
import { createServer } from '@cyfran/server/server.ts';
import { start, type Running } from '@cyfran/server/start.ts';
import { expect, onTestFinished } from 'vitest';
import { Evening, type Changes, type Place } from './evening.ts';

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
  wrongSecret: () => Promise.resolve(0),
};

/** A real server in this process, on a free port, with a data folder of its own on the real disk. */
export class Hall implements Place {
  readonly folder: string;
  /** What made the server want to stop. */
  readonly fatal: unknown[] = [];
  /** What the server logged as its own faults; a test that means to cause some empties it. */
  readonly faults: string[] = [];
  readonly #options: HallOptions;
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

  async stop(): Promise<void> {
    await this.#running?.close();
    this.#running = null;
  }

  meeting(changes: Changes = {}): Promise<Evening> {
    return Evening.setUp(() => this, changes);
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
    const folded = new Folded();
    const parts = {
      journal,
      clock,
      log,
      access,
      folded,
      pages,
      hostKey: key,
      publicUrl: () => 'http://hall',
      proxyHops: 0,
    };
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
    return {
      debug: quiet,
      info: quiet,
      warn: quiet,
      error: (facts, what) => this.faults.push(`${what} ${inWords(facts)}`),
    };
  }
}

function inWords(facts: object): string {
  const error = 'err' in facts && facts.err instanceof Error ? (facts.err.stack ?? facts.err.message) : '';
  return `${JSON.stringify(facts)} ${error}`;
}
