import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Hall } from '../support/hall.ts';
import { INVENTED, referenceFile, VILLAGE } from '../support/reference.ts';

const ROOT = join(import.meta.dirname, '../..');
const ZURICH = 'Switzerland_Zurich_D10.pb';
const QUICKLY = ['--speed', '1000'];
const AGREED = 'Every phone showed the totals of the ballots, and the outcome of an offline count.';

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
    const { code, said } = await rehearse('--pb', VILLAGE, ...QUICKLY);
    expect(said).toContain('24 phones, 24 ballots');
    expect(said).toContain('Every phone showed the totals of the ballots');
    expect(code).toBe(0);
  });

  test.each(INVENTED)('of approvals, or of one choice for each: %s', async (path) => {
    const { code, said } = await rehearse('--pb', path, ...QUICKLY);
    expect(said).toContain(AGREED);
    expect(said).toMatch(/The server: +\d+\.\d s of processor time, at most \d+ MiB/);
    expect(code).toBe(0);
  });

  test('of some of the voters, on a server that runs already', async () => {
    const hall = await Hall.open();
    const { code, said } = await rehearse(
      ...['--pb', VILLAGE, '--people', '12', '--url', `${hall.url}/`, '--key', hall.hostKey],
      ...QUICKLY,
    );
    expect(said).toContain('12 phones, 12 ballots');
    expect(said).toContain('what it used is not known');
    expect(said).toContain(AGREED);
    expect(code).toBe(0);
  });

  const zurich = referenceFile(ZURICH);
  test.skipIf(zurich === null)(`of Zürich D10, 180 people (needs the reference data: ${ZURICH})`, async () => {
    const { code, said } = await rehearse('--pb', ZURICH, ...QUICKLY);
    expect(said).toContain('180 phones, 180 ballots');
    expect(said).toContain('Funded: 14, 5, 24, 6, 13, 17, 2, 7 for 60000.00 of 60000.00');
    expect(code).toBe(0);
  });

  test('finds a total that differs from the file, and says where', async () => {
    const { code, said } = await rehearse('--pb', village(/^(garden;[^;]*;[^;]*;)\d+/m, '$11'), ...QUICKLY);
    expect(said).toMatch(/DIFFERENT {2}phone 1: garden has \d+ tokens of \d+ people, the file says 1 of/);
    expect(code).toBe(1);
  });

  test('says why a file cannot be replayed, and which file is not there', async () => {
    const refused = async (path: string, why: string, ...more: string[]) =>
      expect(await rehearse('--pb', path, ...more)).toEqual({ code: 1, said: expect.stringContaining(why) as string });
    await refused(
      village('cumulative', 'ordinal'),
      'votes can be cumulative, approval or choose-1 so far, not "ordinal"',
    );
    await refused(village('max_sum_points;10', 'max_sum_points;101'), 'one has at most 100 tokens, the file needs 101');
    await refused(VILLAGE, '25 people were asked for, the file has 24 voters', '--people', '25');
    await refused(
      'Nowhere_2026.pb',
      'Nowhere_2026.pb: there is no such file, nor is it in the reference data (CYFRAN_REFERENCE',
    );
  });

  test('refuses a file that is no election with the line, and words that it does not know with its usage', async () => {
    expect(await rehearse('--pb', village('900', 'nine'))).toMatchObject({
      code: 1,
      said: expect.stringMatching(/line \d+: cost should be/) as string,
    });
    expect(await rehearse('--pb', '/nowhere.pb')).toMatchObject({ code: 1 });
    for (const words of [
      ['--speed'],
      ['--speed', '0'],
      ['--people', '-1'],
      ['--url', 'http://localhost:1'],
      ['--fast'],
    ]) {
      expect(await rehearse('--pb', VILLAGE, ...words)).toMatchObject({
        code: 2,
        said: expect.stringContaining('pnpm rehearse --pb FILE') as string,
      });
    }
  });
});
