import { RULES } from '@cyfran/shared/pabulib/counting.ts';
import { expect, test } from 'vitest';
import { cyfran } from '../support/command.ts';
import { INVENTED, VILLAGE } from '../support/reference.ts';

test('counts a file, and says so to people or to a program', async () => {
  const said = await cyfran(['count', VILLAGE, '--rule', 'equal-shares', '--completion', 'add1+greedy'], {});
  expect(said).toMatchObject({ code: 0, errors: '' });
  expect(said.out).toMatch(/^equal-shares, add1\+greedy, additive, ties by smallest-id: \d of 6 projects\n/);
  const json = await cyfran(['count', VILLAGE, '--json', '--ties', 'lot:coin'], {});
  expect(JSON.parse(json.out)).toMatchObject({
    file: VILLAGE,
    rule: 'greedy',
    utility: 'additive',
    completion: 'none',
    ties: 'lot:coin',
    tiesMattered: false,
  });
});

test.each(RULES)('every rule ends: %s', async (rule) => {
  const { code, out } = await cyfran(['count', INVENTED[0]!, '--rule', rule, '--json'], {});
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ rule, completion: 'none' });
});

test('says in one sentence why it cannot, and ends with 1 for the file and 2 for the words', async () => {
  const cases: readonly (readonly [readonly string[], number, RegExp])[] = [
    [['count', '/nowhere.pb'], 1, /nowhere\.pb/],
    [['count', import.meta.filename], 1, /should begin with META/],
    [['count'], 2, /one file/],
    [['count', VILLAGE, VILLAGE], 2, /one file/],
    [['count', VILLAGE, '--rule', 'best'], 2, /--rule is one of/],
    [['count', VILLAGE, '--ties', 'coin'], 2, /no order of ties/],
    [['count', VILLAGE, '--increment', '0'], 2, /--increment/],
    [['count', VILLAGE, '--loud'], 2, /--loud/],
  ];
  for (const [words, code, says] of cases) {
    const said = await cyfran(words, {});
    expect([words, said.code, said.out]).toEqual([words, code, '']);
    expect(said.errors).toMatch(says);
  }
});
