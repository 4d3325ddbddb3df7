import { describe, expect, test } from 'vitest';
import { PabulibError } from './fault.ts';
import { parsePabulib, toMinor } from './parse.ts';

const FILE = [
  'META',
  'key;value',
  'budget;1000.50',
  'vote_type;cumulative',
  'PROJECTS',
  'project_id;cost;votes;score;name',
  '10;400.5;2;5;"Benches; with backs"',
  '9;600;1;3;The ""old"" hall',
  'VOTES',
  'voter_id;vote;points;age',
  'a;10,9;3,3;40',
  'b;10;2;',
].join('\r\n');

describe('a .pb file', () => {
  test('gives projects in the order of the file, with exact money and opaque ids', () => {
    const { potMinor, projects } = parsePabulib(FILE);
    expect(potMinor).toBe(100_050);
    expect(projects.map(({ id, costMinor, name }) => [id, costMinor, name])).toEqual([
      ['10', 40_050, 'Benches; with backs'],
      ['9', 60_000, 'The ""old"" hall'],
    ]);
    expect(projects[0]).toMatchObject({ votes: 2, score: 5 });
  });

  test('gives all its money at the decimals of its finest amount', () => {
    const { decimals, potMinor, projects } = parsePabulib(FILE.replace('400.5', '400.5125'));
    expect([decimals, potMinor, projects.map(({ costMinor }) => costMinor)]).toEqual([
      4,
      10_005_000,
      [4_005_125, 6_000_000],
    ]);
    expect(parsePabulib(FILE.replace('400.5', '400.5000')).decimals).toBe(2);
  });

  test('keeps what else it says of a project, by the newest name of the column', () => {
    const text = FILE.replace('score;name', 'score;name;target;proposer').replace('hall\r\n', 'hall;children;None\r\n');
    const { projects } = parsePabulib(text);
    expect(projects.map(({ more }) => [...more])).toEqual([[], [['beneficiaries', 'children']]]);
  });

  test('says what is wrong as a reason and what it is about, so that a page can say it in two languages', () => {
    const wrong = FILE.replace('400.5', '4e5');
    expect(() => parsePabulib(wrong)).toThrow(
      expect.objectContaining({ line: 7, fault: 'amount-unclear', what: '4e5' }),
    );
  });

  test('gives each vote with its points', () => {
    expect(parsePabulib(FILE).votes).toEqual([
      {
        voter: 'a',
        lines: [
          ['10', 3],
          ['9', 3],
        ],
        more: ['40'],
      },
      { voter: 'b', lines: [['10', 2]], more: [''] },
    ]);
    expect(parsePabulib(FILE).voterColumns).toEqual(['age']);
  });

  test('holds points below zero where votes are scores', () => {
    const scores = parsePabulib(FILE.replace('cumulative', 'scoring').replace('3,3', '3,-3'));
    expect(scores.votes[0]?.lines).toEqual([
      ['10', 3],
      ['9', -3],
    ]);
  });

  test('may begin with a byte order mark and hold blank lines', () => {
    expect(parsePabulib(`\uFEFF${FILE.replace('VOTES', '\r\nVOTES\r\n')}`)).toEqual(parsePabulib(FILE));
  });

  test.each([
    ['a section twice', FILE.replace('VOTES', 'META'), /line 9: the section META stands twice/],
    ['a missing section', FILE.slice(0, FILE.indexOf('VOTES')), /VOTES is missing/],
    ['no beginning', `hello\n${FILE}`, /line 1: the file should begin with META/],
    ['a cost that is no amount', FILE.replace('400.5', '4e5'), /line 7: cost should be an amount/],
    ['points for other projects', FILE.replace('3,3', '3'), /line 11: points should be as many as the 2 projects/],
    ['an unknown project in a vote', FILE.replace('a;10,9', 'a;10,8'), /line 11: the vote names "8"/],
    ['points that are no number', FILE.replace('3,3', '3,x'), /line 11: points should be whole numbers, found "x"/],
    [
      'points below zero where there are none',
      FILE.replace('3,3', '3,-3'),
      /line 11: points should be whole numbers, found "-3"/,
    ],
    [
      'no column for the cost',
      FILE.replace('project_id;cost', 'project_id;price'),
      /line 6: there should be a column cost/,
    ],
    [
      'no column for the vote',
      FILE.replace('voter_id;vote;', 'voter_id;voted;'),
      /line 10: there should be a column vote/,
    ],
    ['a column twice', FILE.replace('score;name', 'name;name'), /line 6: the column name stands twice/],
    ['no header of META', FILE.replace('key;value', 'description;x'), /line 2: the row after META should be key;value/],
    [
      'a quote that nothing ends',
      FILE.replace('backs"', 'backs'),
      /line 7: a text that begins with a quote should end/,
    ],
    ['no money', FILE.replace('budget', 'money'), /META has no budget/],
  ])('says what is wrong and where: %s', (_, text, message) => {
    expect(() => parsePabulib(text)).toThrow(PabulibError);
    expect(() => parsePabulib(text)).toThrow(message);
  });
});

test('an amount becomes minor units without a float', () => {
  expect(toMinor('90071992547409.91', 2, 1, 'cost')).toBe(9_007_199_254_740_991);
  expect(() => toMinor('90071992547409.92', 2, 1, 'cost')).toThrow('too large');
  expect(toMinor('1.0050', 3, 1, 'cost')).toBe(1005);
  expect(() => toMinor('1,50', 2, 1, 'cost')).toThrow('an amount');
});
