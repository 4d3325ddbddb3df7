import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { Hall } from '../support/hall.ts';

/**
 * What a phone may be asked to load, in KiB as it travels. The goal (G11) for scripts is 75: of them Svelte, Kit and Socket.IO are over 50. A first
 * view in English takes no letters beyond Latin; one in Welsh takes two fonts more for the letters ŵ and ŷ.
 */
const SESSION_SCRIPTS = 78;
const STYLES = 12;
const FIRST_VIEW = 130;

const CLIENT = join(import.meta.dirname, '../../client');
test('the page on which one types the code runs no script of ours, and shows in one breath', async () => {
  const hall = await Hall.open();
  const page = await load(hall.url);
  expect(page.scripts).toEqual([]);
  expect(kib(page.styles)).toBeLessThanOrEqual(STYLES);
});

test('a phone in a meeting loads no more than a slow line brings in a moment', async () => {
  const hall = await Hall.open();
  const { made } = await hall.meeting();
  const page = await load(`${hall.url}/s/${made.code}`);
  expect(page.scripts.length).toBeGreaterThan(5);
  const styles = kib(page.styles);
  const scripts = kib(page.scripts);
  const fonts = kib(page.styles.flatMap(fontsOf));
  const weight = { scripts, styles, fonts, first: scripts + styles + fonts + page.html };
  expect(fonts).toBeGreaterThan(10);
  expect(weight.scripts, `of ${JSON.stringify(weight)}`).toBeLessThanOrEqual(SESSION_SCRIPTS);
  expect(weight.styles, `of ${JSON.stringify(weight)}`).toBeLessThanOrEqual(STYLES);
  expect(weight.first, `of ${JSON.stringify(weight)}`).toBeLessThanOrEqual(FIRST_VIEW);
});

/** A page and the built files that it names, its own weight in KiB. */
async function load(url: string) {
  const html = await (await fetch(url)).text();
  const named = (kind: string) => [
    ...new Set([...html.matchAll(new RegExp(`_app/immutable/[\\w./-]+\\.${kind}`, 'g'))].map(([file]) => file)),
  ];
  return { html: gzipSync(html).length / 1024, scripts: named('js'), styles: named('css') };
}

/** The fonts that a style sheet names for plain Latin letters. */
function fontsOf(file: string): string[] {
  const css = readFileSync(join(CLIENT, 'build/client', file), 'utf8');
  const fonts = [...css.matchAll(/url\(\.?\/?([\w.-]+\.woff2)\)/g)].map(([, name = '']) => name);
  return [...new Set(fonts)]
    .filter((name) => name.includes('latin') && !name.includes('latin-ext'))
    .map((name) => `_app/immutable/assets/${name}`);
}

function kib(files: readonly string[]): number {
  return files.reduce((sum, file) => sum + travelling(file), 0) / 1024;
}

/** Bytes on the line: fonts are packed already. */
function travelling(file: string): number {
  const bytes = readFileSync(join(CLIENT, 'build/client', file));
  return file.endsWith('.woff2') ? bytes.length : gzipSync(bytes, { level: 9 }).length;
}
