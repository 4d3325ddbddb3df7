import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { findHaproxy } from './find-program.ts';
import { freePort } from './free-port.ts';

/** The balancer's own file, as it is deployed. */
export const BALANCER_SETTINGS = join(import.meta.dirname, '../../deploy/haproxy.cfg');

/** The balancer of the deployment, in a process of its own. */
export class Balancer {
  readonly port: number;
  readonly #process: ChildProcess;
  readonly #ended: Promise<unknown>;

  private constructor(process: ChildProcess, port: number) {
    this.#process = process;
    this.port = port;
    this.#ended = new Promise((resolve) => process.once('close', resolve));
  }

  /** Starts one before two servers and waits until it passes on. Throws what it said where it ended instead. */
  static async start(ports: readonly [number, number], settings = BALANCER_SETTINGS): Promise<Balancer> {
    const port = await freePort();
    const [one, two] = ports.map((of) => `127.0.0.1:${String(of)}`);
    const bind = `127.0.0.1:${String(port)}`;
    const running = spawn(findHaproxy(), ['-db', '-f', settings], {
      env: { PATH: process.env.PATH, CYFRAN_BIND: bind, CYFRAN_NODE_1: one, CYFRAN_NODE_2: two },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    running.stderr.on('data', (text: Buffer) => (said += text.toString()));
    const balancer = new Balancer(running, port);
    while (running.exitCode === null) {
      const answered = await fetch(`${balancer.url}/healthz`).catch(() => null);
      if (answered?.ok === true) return balancer;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`the balancer did not start: ${said}`);
  }

  get url(): string {
    return `http://127.0.0.1:${String(this.port)}`;
  }

  async stop(): Promise<void> {
    this.#process.kill('SIGKILL');
    await this.#ended;
  }
}
