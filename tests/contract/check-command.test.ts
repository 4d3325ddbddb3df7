import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { cyfran } from '../support/command.ts';
import { REFERENCE, VILLAGE } from '../support/reference.ts';

const folder = mkdtempSync(join(tmpdir(), 'cyfran-check-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

test('a right file is said to be right, a wrong one what is wrong in it', async () => {
  expect(await cyfran(['check', VILLAGE], {})).toMatchObject({ code: 0, errors: '' });
  const text = readFileSync(VILLAGE, 'utf8');
  const file = join(folder, 'wrong.pb');
  writeFileSync(file, text.replace(/num_votes;\d+/, 'num_votes;7'));
  const said = await cyfran(['check', file], {});
  expect([said.code, said.out]).toEqual([1, '']);
  expect(said.errors).toMatch(/error: num_votes should be 24/);
});

test('what is no file, or too many, is said in a sentence', async () => {
  expect(await cyfran(['check', '/nowhere.pb'], {})).toMatchObject({ code: 1, out: '' });
  expect(await cyfran(['check', VILLAGE, VILLAGE], {})).toMatchObject({ code: 2, out: '' });
});

describe.skipIf(!existsSync(join(REFERENCE, 'pabulib/checker')))(
  'files that the format’s own checker judged (reference data)',
  () => {
    test.each([
      ['example_valid', 0],
      ['example_invalid', 1],
    ])('%s', async (name, code) => {
      const said = await cyfran(['check', join(REFERENCE, 'pabulib/checker', `${name}.pb`)], {});
      expect([said.code, said.errors === '']).toEqual([code, code === 0]);
    });
  },
);
