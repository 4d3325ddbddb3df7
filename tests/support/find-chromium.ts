import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];

/** Where a Chromium is: `CHROMIUM`, else the one on PATH, else, as root on Debian, the one that apt installs. Throws a sentence that says what to install. */
export function findChromium(): string {
  return process.env.CHROMIUM ?? onPath() ?? installed();
}

function onPath(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.flatMap((folder) => NAMES.map((name) => join(folder, name))).find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function installed(): string {
  if (process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
    console.log('Installing Chromium for the browser tests (apt)...');
    apt('update', '--quiet');
    apt('install', '--yes', '--quiet', '--no-install-recommends', 'chromium', 'fonts-dejavu-core');
  }
  const found = onPath();
  if (found === undefined) {
    throw new Error('The browser tests need Chromium: install it, or set CHROMIUM to the path of one.');
  }
  return found;
}

function apt(...words: string[]): void {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const { status, stderr } = spawnSync('apt-get', words, { env, encoding: 'utf8' });
  if (status !== 0) throw new Error(`apt-get ${words.join(' ')} failed: ${stderr.trim()}`);
}
