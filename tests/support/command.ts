import { spawn } from 'node:child_process';
import { join } from 'node:path';

const CYFRAN = join(import.meta.dirname, '../../server/src/cli/cyfran.ts');

/** What a command line said, and how it ended. */
export interface Said {
  readonly code: number | null;
  readonly out: string;
  readonly errors: string;
}

/** Runs the command line in a process of its own, as an operator types it; `environment`: its settings. */
export function cyfran(words: readonly string[], environment: Readonly<Record<string, string>>): Promise<Said> {
  const child = spawn(process.execPath, [CYFRAN, ...words], {
    env: { PATH: process.env.PATH, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [out, errors] = ['', ''];
  child.stdout.on('data', (text: Buffer) => (out += text.toString()));
  child.stderr.on('data', (text: Buffer) => (errors += text.toString()));
  return new Promise((resolve, reject) => {
    child.once('error', reject).once('close', (code) => {
      resolve({ code, out, errors });
    });
  });
}
