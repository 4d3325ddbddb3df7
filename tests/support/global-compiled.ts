import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What Node has made of the sources, for the many servers that are started and killed: a third of a start. */
export const COMPILED = join(tmpdir(), 'cyfran-compiled');

const MAIN = join(import.meta.dirname, '../../server/src/main.ts');

/** Starts a server once and ends it as it should be: only then Node keeps what it has made. */
export async function setup(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'cyfran-compiled-'));
  const settings = { PORT: '0', CYFRAN_HOST: '127.0.0.1', CYFRAN_DATA: folder, CYFRAN_PAGES: '/nowhere' };
  const server = spawn(process.execPath, [MAIN], {
    env: { PATH: process.env.PATH, NODE_COMPILE_CACHE: COMPILED, ...settings },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  server.stdout.once('data', () => server.kill('SIGTERM'));
  await new Promise((resolve) => server.once('close', resolve));
  rmSync(folder, { recursive: true, force: true });
}
