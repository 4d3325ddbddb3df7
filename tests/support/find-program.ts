import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** A program that the tests need and do not bring along. */
interface Program {
  readonly called: string;
  readonly variable: string;
  readonly names: readonly string[];
  readonly packages: readonly string[];
}

const CHROMIUM: Program = {
  called: 'Chromium',
  variable: 'CHROMIUM',
  names: ['chromium', 'chromium-browser', 'google-chrome'],
  packages: ['chromium', 'fonts-dejavu-core'],
};
const REDIS: Program = {
  called: 'Redis (7 or newer)',
  variable: 'REDIS_SERVER',
  names: ['redis-server', 'valkey-server'],
  packages: ['redis-server'],
};
const HAPROXY: Program = {
  called: 'HAProxy (2.6 or newer)',
  variable: 'HAPROXY',
  names: ['haproxy'],
  packages: ['haproxy'],
};

export const findChromium = () => find(CHROMIUM);
export const findRedis = () => find(REDIS);
export const findHaproxy = () => find(HAPROXY);

/** Where a program is: in its variable, else on PATH, else, as root on Debian, where apt puts it. Throws a sentence that says what to install. */
function find(program: Program): string {
  return process.env[program.variable] ?? onPath(program) ?? installed(program);
}

function onPath({ names }: Program): string | undefined {
  // Debian keeps servers where only root looks by default.
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin'];
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function installed(program: Program): string {
  const { called, variable, packages } = program;
  if (process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
    console.log(`Installing ${called} for the tests (apt)...`);
    apt('update', '--quiet');
    apt('install', '--yes', '--quiet', '--no-install-recommends', ...packages);
  }
  const found = onPath(program);
  if (found === undefined) throw new Error(`The tests need ${called}: install it, or set ${variable} to its path.`);
  return found;
}

function apt(...words: string[]): void {
  // A server that comes with its package is not to be started: the tests start their own.
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
  const { status, stderr } = spawnSync('apt-get', words, { env, encoding: 'utf8' });
  if (status !== 0) throw new Error(`apt-get ${words.join(' ')} failed: ${stderr.trim()}`);
}
