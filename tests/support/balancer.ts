import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { freePort } from './child.ts';
import { findHaproxy } from './find-program.ts';

/** The balancer's own file, as it is deployed. */
const SETTINGS = join(import.meta.dirname, '../../deploy/haproxy.cfg');

/** Starts the balancer of the deployment before two servers, until the test has finished. Returns its address. */
export async function startBalancer(ports: readonly [number, number]): Promise<string> {
  const port = await freePort();
  const [one, two] = ports.map((of) => `127.0.0.1:${String(of)}`);
  const balancer = spawn(findHaproxy(), ['-db', '-f', SETTINGS], {
    env: {
      PATH: process.env.PATH,
      CYFRAN_BIND: `127.0.0.1:${String(port)}`,
      CYFRAN_NODE_1: one,
      CYFRAN_NODE_2: two,
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  balancer.stderr.on('data', (text: Buffer) => (said += text.toString()));
  const ended = new Promise<void>((resolve) =>
    balancer.once('close', () => {
      resolve();
    }),
  );
  onTestFinished(async () => {
    balancer.kill('SIGKILL');
    await ended;
  });
  const url = `http://127.0.0.1:${String(port)}`;
  while (balancer.exitCode === null) {
    const answered = await fetch(`${url}/healthz`).catch(() => null);
    if (answered?.ok === true) return url;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`the balancer did not start: ${said}`);
}
