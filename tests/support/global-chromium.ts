import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the browser of the browser tests is. */
    chromium: string;
  }
}

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];

/** Hands the tests a Chromium: `CHROMIUM`, else the one on PATH, else, as root on Debian, the one that apt installs. */
export function setup(project: TestProject): void {
  project.provide('chromium', process.env.CHROMIUM ?? onPath() ?? installed());
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
