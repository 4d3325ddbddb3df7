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
    completion: null,
    ties: 'lot:coin',
    tiesMattered: false,
  });
});

test.each(INVENTED)('every rule ends and keeps within the money: %s', async (file) => {
  for (const rule of ['greedy', 'greedy-per-cost', 'greedy-no-skip', 'equal-shares', 'phragmen']) {
    const { code, out } = await cyfran(['count', file, '--rule', rule, '--json'], {});
    expect([rule, code]).toEqual([rule, 0]);
    expect((JSON.parse(out) as { selected: string[] }).selected.length).toBeGreaterThan(0);
  }
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
