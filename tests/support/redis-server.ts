import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findRedis } from './find-program.ts';
import { freePort } from './free-port.ts';

/** `durable`: every write is on the disk before it is answered, as a meeting needs it; else nothing is kept over a restart. */
export type Keeping = 'durable' | 'in-memory';

/** A Redis of a test's own, in a process that can be killed, stopped and started again. */
export class RedisServer {
  readonly port: number;
  readonly folder: string;
  readonly #keeping: Keeping;
  readonly #program: string;
  #process: ChildProcess | null = null;

  private constructor(program: string, port: number, keeping: Keeping) {
    this.#program = program;
    this.port = port;
    this.#keeping = keeping;
    this.folder = mkdtempSync(join(tmpdir(), 'cyfran-redis-'));
  }

  /** `more`: further settings. */
  static async start(
    keeping: Keeping,
    { more = [] }: { readonly more?: readonly string[] } = {},
  ): Promise<RedisServer> {
    const server = new RedisServer(findRedis(), await freePort(), keeping);
    await server.begin(more);
    return server;
  }

  get url(): string {
    return `redis://127.0.0.1:${String(this.port)}`;
  }

  async begin(more: readonly string[] = []): Promise<void> {
    const durable = this.#keeping === 'durable' ? ['--appendonly', 'yes', '--appendfsync', 'always'] : [];
    const words = ['--port', String(this.port), '--bind', '127.0.0.1', '--dir', this.folder, '--save', '', ...durable];
    this.#process = spawn(this.#program, [...words, '--maxmemory-policy', 'noeviction', ...more], { stdio: 'ignore' });
    await answering(this.port);
  }

  pause(): void {
    this.#process?.kill('SIGSTOP');
  }

  goOn(): void {
    this.#process?.kill('SIGCONT');
  }

  async kill(): Promise<void> {
    const running = this.#process;
    if (running?.exitCode !== null || running.signalCode !== null) return;
    const ended = new Promise((resolve) => running.once('close', resolve));
    running.kill('SIGKILL');
    await ended;
  }

  async remove(): Promise<void> {
    await this.kill();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Waits until Redis on this port answers a question. */
async function answering(port: number): Promise<void> {
  for (;;) {
    const isUp = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1');
      socket.once('connect', () => socket.write('PING\r\n'));
      socket.once('data', (said) => {
        socket.destroy();
        // One with users of its own lets nobody else in, and stands all the same.
        resolve(/^(\+PONG|-NOAUTH)/.test(said.toString()));
      });
      socket.once('error', () => {
        resolve(false);
      });
    });
    if (isUp) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
