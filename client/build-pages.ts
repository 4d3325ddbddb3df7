import { spawn } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const CLIENT = import.meta.dirname;
const BUILT = join(CLIENT, 'build/handler.js');
const SOURCES = ['src', 'static', 'vite.config.ts', 'package.json', '../shared/src', '../pnpm-lock.yaml'];

/** Builds the pages unless a build newer than every source is there. Says so, and shows what Vite said only if it fails. */
export async function buildPages(): Promise<void> {
  const built = modified(BUILT);
  if (SOURCES.every((source) => newest(join(CLIENT, source)) < built)) return;

  console.log('Building the pages...');
  const vite = spawn(process.execPath, ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'error'], {
    cwd: CLIENT,
    // A test that builds them has another mode: what phones get is the same everywhere.
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [vite.stdout, vite.stderr]) stream.on('data', (text: Buffer) => (said += text.toString()));
  const code = await new Promise<number | null>((resolve, reject) => vite.once('error', reject).once('close', resolve));
  if (code !== 0) throw new Error(`The pages do not build.\n${said}`);
}

function newest(path: string): number {
  const here = modified(path);
  if (here === 0 || !statSync(path).isDirectory()) return here;
  const inside = readdirSync(path, { recursive: true, encoding: 'utf8' });
  return inside.reduce((latest, name) => Math.max(latest, modified(join(path, name))), here);
}

function modified(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

if (import.meta.main) {
  try {
    await buildPages();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
