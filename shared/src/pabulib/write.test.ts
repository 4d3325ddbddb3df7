import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PabulibError } from './fault.ts';
import { parsePabulib, type Election, type Project } from './parse.ts';
import { writeAmount, writePabulib } from './write.ts';

const BENCH: Project = { id: '10', costMinor: 40_050, name: 'Meinciau', votes: 1, score: 3, more: new Map() };

const ELECTION: Election = {
  meta: new Map([
    ['currency', 'GBP'],
    ['vote_type', 'cumulative'],
    ['our_own', 'kept'],
    ['description', 'Pentref dychmygol; "an invented village"'],
    ['budget', '1000.50'],
    ['num_projects', '2'],
    ['num_votes', '2'],
  ]),
  decimals: 2,
  potMinor: 100_050,
  projects: [
    {
      ...BENCH,
      more: new Map([
        ['proposer', 'Siân'],
        ['category', 'culture,sport'],
      ]),
    },
    { id: '9', costMinor: 60_000, name: 'The "old" hall; its roof', votes: null, score: null, more: new Map() },
  ],
  votes: [
    {
      voter: 'a',
      lines: [
        ['10', 3],
        ['9', 1],
      ],
      more: ['40', 'west; "by the river"'],
    },
    { voter: 'b', lines: [], more: ['', ''] },
  ],
  voterColumns: ['age', 'home'],
};

describe('a .pb file that we write', () => {
  test('has three sections, keys and columns in the checker’s order, money with a point, and LF', () => {
    expect(writePabulib(ELECTION)).toBe(
      [
        'META',
        'key;value',
        'description;"Pentref dychmygol; ""an invented village"""',
        'num_projects;2',
        'num_votes;2',
        'budget;1000.50',
        'vote_type;cumulative',
        'currency;GBP',
        'our_own;kept',
        'PROJECTS',
        'project_id;cost;votes;score;name;category;proposer',
        '10;400.50;1;3;Meinciau;culture,sport;Siân',
        '9;600;;;"The ""old"" hall; its roof";;',
        'VOTES',
        'voter_id;vote;points;age;home',
        'a;10,9;3,1;40;"west; ""by the river"""',
        'b;;;;',
        '',
      ].join('\n'),
    );
  });

  test('is read back as the same election', () => {
    expect(parsePabulib(writePabulib(ELECTION))).toEqual(ELECTION);
  });

  test('says the money and the counts as they are, whatever META said', () => {
    const meta = new Map([['num_votes', '99']]);
    const read = parsePabulib(writePabulib({ ...ELECTION, meta }));
    expect([read.potMinor, read.meta.get('budget')]).toEqual([100_050, '1000.50']);
    expect([read.meta.get('num_projects'), read.meta.get('num_votes')]).toEqual(['2', '2']);
  });

  test('carries points where a ballot has them, and none for approval', () => {
    const one = { ...ELECTION, votes: [{ voter: 'a', lines: [['10', 1]] as const, more: [] }], voterColumns: [] };
    const approval = writePabulib({ ...one, meta: new Map([['vote_type', 'approval']]) });
    expect(approval).toContain('VOTES\nvoter_id;vote\na;10\n');
    expect(writePabulib(one)).toContain('VOTES\nvoter_id;vote;points\na;10;1\n');
  });

  test('keeps a name on one line, for other readers break a quoted one', () => {
    const projects = [{ ...BENCH, name: ' Bench\r\nby the river ' }];
    expect(writePabulib({ ...ELECTION, projects, votes: [] })).toContain('10;400.50;1;3;Bench by the river\n');
  });

  test.for(['', 'none', 'NONE', 'a,b', 'a;b', ' a', 'a\nb'])('refuses %j as an id', (id) => {
    const projects = [{ ...BENCH, id }];
    expect(() => writePabulib({ ...ELECTION, projects, votes: [] })).toThrow(PabulibError);
  });

  test('writes money without a float', () => {
    expect([0, 1, 29, 100, 40_050, 9_007_199_254_740_991].map((minor) => writeAmount(minor, 2))).toEqual([
      '0',
      '0.01',
      '0.29',
      '1',
      '400.50',
      '90071992547409.91',
    ]);
    expect([5, 1000, 12_345].map((minor) => writeAmount(minor, 3))).toEqual(['0.005', '1', '12.345']);
  });
});

const said = fc.string({ unit: 'grapheme', maxLength: 20 });
const word = said.map((text) => text.replace(/[\r\n]/g, '').trim()).filter((text) => !/^none$/i.test(text));
const idWord = word.filter((text) => text !== '' && !/[,;]/.test(text));
const count = fc.option(fc.integer({ min: 0, max: 9_999_999 }));

const project = fc.record({
  costMinor: fc.integer({ min: 0, max: 1_000_000_000_000 }),
  name: word,
  votes: count,
  score: count,
  more: fc
    .uniqueArray(fc.constantFrom('category', 'description', 'proposer', 'our;own', 'a "column"'))
    .chain((columns) =>
      fc.tuple(
        ...columns.map((column) =>
          fc.tuple(
            fc.constant(column),
            word.filter((text) => text !== ''),
          ),
        ),
      ),
    )
    .map((cells) => new Map(cells)),
});

const election = fc
  .record({
    ids: fc.uniqueArray(idWord, { minLength: 1, maxLength: 6 }),
    projects: fc.array(project, { minLength: 6, maxLength: 6 }),
    voters: fc.uniqueArray(idWord, { maxLength: 6 }),
    picks: fc.array(fc.array(fc.tuple(fc.nat(5), fc.nat(20)), { maxLength: 6 }), { minLength: 6, maxLength: 6 }),
    type: fc.constantFrom('approval', 'cumulative', 'ordinal', 'choose-1', 'scoring'),
    more: fc.array(word, { minLength: 6, maxLength: 6 }),
    meta: fc.uniqueArray(fc.tuple(idWord, word), { selector: ([key]) => key, maxLength: 4 }),
    decimals: fc.integer({ min: 2, max: 5 }),
    pot: fc.integer({ min: 1, max: 100_000_000_000 }),
  })
  .map(({ ids, projects, voters, picks, type, more, meta, decimals, pot }) => {
    // Its finest amount is what tells how many decimals a file has.
    const potMinor = decimals > 2 ? 10 * pot + 1 : pot;
    return { ids, projects, voters, picks, type, more, meta, decimals, potMinor };
  })
  .map(({ ids, projects, voters, picks, type, more, meta, decimals, potMinor }): Election => ({
    decimals,
    meta: new Map([
      ...meta,
      ['vote_type', type],
      ['budget', writeAmount(potMinor, decimals)],
      ['num_projects', String(ids.length)],
      ['num_votes', String(voters.length)],
    ]),
    potMinor,
    projects: ids.map((id, index) => ({ ...projects[index]!, id })),
    votes: voters.map((voter, index) => ({
      voter,
      lines: picks[index]!.map(
        ([pick, points]) => [ids[pick % ids.length]!, type === 'scoring' ? points - 10 : points] as const,
      ),
      more: [more[index]!],
    })),
    voterColumns: ['home'],
  }));

test('any election comes back from its .pb file as it was', () => {
  fc.assert(
    fc.property(election, (one) => {
      expect(parsePabulib(writePabulib(one))).toEqual(one);
    }),
  );
});
