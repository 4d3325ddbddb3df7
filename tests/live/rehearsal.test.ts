import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { referenceFile, VILLAGE } from '../support/reference.ts';

const ROOT = join(import.meta.dirname, '../..');
const ZURICH = 'Switzerland_Zurich_D10.pb';

/** The command as a person runs it. */
async function rehearse(...words: string[]): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, ['server/src/cli/rehearse.ts', ...words], { cwd: ROOT });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (said += text.toString()));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, said };
}

/** The village with one line of its file changed. */
function village(from: string | RegExp, to: string): string {
  const path = join(mkdtempSync(join(tmpdir(), 'cyfran-village-')), 'village.pb');
  const before = readFileSync(VILLAGE, 'utf8');
  const after = before.replace(from, to);
  expect(after).not.toBe(before);
  writeFileSync(path, after);
  return path;
}

describe('a rehearsal', () => {
  test('of an invented village: every phone shows the totals of the file, the outcome is the one counted offline', async () => {
    const { code, said } = await rehearse('--pb', VILLAGE);
    expect(said).toContain('24 phones, 24 ballots');
    expect(said).toContain('Every phone showed the totals of the file');
    expect(code).toBe(0);
  });

  const zurich = referenceFile(ZURICH);
  test.skipIf(zurich === null)(`of Zürich D10, 180 people (needs the reference data: ${ZURICH})`, async () => {
    const { code, said } = await rehearse('--pb', zurich!);
    expect(said).toContain('180 phones, 180 ballots');
    expect(said).toContain('Funded: 14, 5, 24, 6, 13, 17, 2, 7 for 60000.00 of 60000.00');
    expect(code).toBe(0);
  });

  test('finds a total that differs from the file, and says where', async () => {
    const { code, said } = await rehearse('--pb', village(/^(garden;[^;]*;[^;]*;)\d+/m, '$11'));
    expect(said).toMatch(/DIFFERENT {2}phone 1: garden has \d+ tokens of \d+ people, the file says 1 of/);
    expect(code).toBe(1);
  });

  test('refuses a file that is no election with the line, and words that it does not know with its usage', async () => {
    expect(await rehearse('--pb', village('900', 'nine'))).toMatchObject({
      code: 1,
      said: expect.stringMatching(/line \d+: cost should be/) as string,
    });
    expect(await rehearse('--pb', '/nowhere.pb')).toMatchObject({ code: 1 });
    expect(await rehearse('--pb', VILLAGE, '--speed')).toMatchObject({
      code: 2,
      said: expect.stringContaining('pnpm rehearse --pb FILE') as string,
    });
  });
});
