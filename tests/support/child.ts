import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { COMPILED } from './global-compiled.ts';

const MAIN = join(import.meta.dirname, '../../server/src/main.ts');

/** How a process ended. */
export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** A server in a process of its own, as `npm start` runs it: it can be killed. */
export class ChildServer {
  readonly folder: string;
  readonly port: number;
  readonly ended: Promise<Ended>;
  /** What it has said so far. */
  out = '';
  errors = '';
  readonly #process: ChildProcess;

  private constructor(folder: string, port: number, environment: Readonly<Record<string, string>>) {
    this.folder = folder;
    this.port = port;
    const settings = {
      PORT: String(port),
      CYFRAN_HOST: '127.0.0.1',
      CYFRAN_DATA: folder,
      CYFRAN_LOG: 'silent',
      ...environment,
    };
    this.#process = spawn(process.execPath, [MAIN], {
      env: { PATH: process.env.PATH, NODE_COMPILE_CACHE: COMPILED, ...settings },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#process.stdout?.on('data', (text: Buffer) => (this.out += text.toString()));
    this.#process.stderr?.on('data', (text: Buffer) => (this.errors += text.toString()));
    this.ended = new Promise((resolve) => this.#process.once('close', (code, signal) => resolve({ code, signal })));
  }

  /** Starts one; it is killed when the test has finished, if it still runs. */
  static spawn(folder: string, port: number, environment: Readonly<Record<string, string>> = {}): ChildServer {
    const child = new ChildServer(folder, port, environment);
    onTestFinished(async () => {
      await child.kill('SIGKILL');
    });
    return child;
  }

  /** Starts one and waits until it serves. Throws what it said when it ends instead. */
  static async start(
    folder: string,
    port: number,
    environment: Readonly<Record<string, string>> = {},
  ): Promise<ChildServer> {
    const child = ChildServer.spawn(folder, port, environment);
    const running = new Promise<'running'>((resolve) => {
      const look = () => {
        if (child.out.includes('Cyfran is running')) resolve('running');
      };
      child.#process.stdout?.on('data', look);
    });
    if ((await Promise.race([running, child.ended])) !== 'running')
      throw new Error(`it did not start: ${child.errors}`);
    // It has said so a moment before it also listens to signals.
    await fetch(`${child.url}/healthz`);
    return child;
  }

  get url(): string {
    return `http://127.0.0.1:${String(this.port)}`;
  }

  /** As it says itself when it has started. */
  get hostKey(): string {
    return /\/host#([\w-]+)/.exec(this.out)?.[1] ?? '';
  }

  /** Whether the process goes on. */
  get runs(): boolean {
    return this.#process.exitCode === null && this.#process.signalCode === null;
  }

  kill(signal: NodeJS.Signals): Promise<Ended> {
    this.#process.kill(signal);
    return this.ended;
  }
}

/** A data folder for one test, removed when it has finished. Ask for it before the servers in it, so that they end first. */
export function dataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'cyfran-child-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}
