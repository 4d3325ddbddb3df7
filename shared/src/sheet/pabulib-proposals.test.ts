import { describe, expect, test } from 'vitest';
import { parsePabulib } from '../pabulib/parse.ts';
import { languageOfElection, readElection, toCurrency } from './pabulib-proposals.ts';

const GBP = { code: 'GBP', digits: 2 };

const file = (...projects: readonly string[]) =>
  [
    'META',
    'key;value',
    'budget;10000',
    'language;cy',
    'vote_type;approval',
    'PROJECTS',
    'project_id;cost;votes;name;description;proposer',
    ...projects,
    'VOTES',
    'voter_id;vote',
    '',
  ].join('\n');

const read = (...projects: readonly string[]) =>
  readElection(parsePabulib(file(...projects)), 'cy', { currency: GBP, taken: [] });

describe('a Pabulib file', () => {
  test('becomes proposals in its language', () => {
    expect(
      read('g/1;3500.50;20;Gardd y pentref;Llysiau;Siân', 'b;900;1;Bws;;').proposals.map(({ proposal }) => proposal),
    ).toEqual([
      {
        proposal: 'g/1',
        costMinor: 350_050,
        name: { cy: 'Gardd y pentref' },
        about: { cy: 'Llysiau' },
        by: { cy: 'Siân', en: 'Siân' },
      },
      { proposal: 'b', costMinor: 90_000, name: { cy: 'Bws' } },
    ]);
    expect(languageOfElection(parsePabulib(file()))).toBe('cy');
    expect(languageOfElection(parsePabulib(file().replace('language;cy', 'language;pl')))).toBeNull();
  });

  test('says which projects cannot be proposals', () => {
    const { proposals, problems } = read(
      'a;0;1;Free;;',
      'b;999999999;1;Withdrawn;;',
      'c;99999999999;1;Moon;;',
      `d;5;1;Long;${'x'.repeat(1001)};`,
      'e;5;1;One;;',
      'e;6;1;Two;;',
    );
    expect(proposals.map(({ proposal }) => proposal.proposal)).toEqual(['e']);
    expect(problems.map(({ name, reason }) => [name.cy?.slice(0, 9), reason])).toEqual([
      ['Free', 'cost-too-small'],
      ['Withdrawn', 'withdrawn'],
      ['Moon', 'cost-too-large'],
      ['Long', 'too-long'],
      ['Two', 'id-twice'],
    ]);
  });

  test('whose projects have no names calls them by their ids, and ids that cannot be ours get one', () => {
    const [first] = read('BO 1/24;5;1;;;').proposals;
    expect(first?.proposal).toEqual({ proposal: 'p1', costMinor: 500, name: { cy: 'BO 1/24' } });
  });

  test('whose name is too long is cut after a word, says so, and loses nothing', () => {
    const name = `${'Gardd '.repeat(30)}hardd`;
    const { proposals, warnings } = read(`a;5;1;${name};Llysiau;`, `b 2;6;1;${'\u{1F333}'.repeat(100)};;`);
    const [first, second] = proposals.map(({ proposal }) => proposal);
    expect(first?.name.cy).toBe(`${'Gardd '.repeat(25)}Gardd…`);
    expect(first?.about).toEqual({ cy: `${name}\n\nLlysiau` });
    expect(second?.name.cy?.isWellFormed()).toBe(true);
    expect(warnings.map(({ reason }) => reason)).toEqual(['name-cut', 'name-cut']);
  });

  test('gives money in the currency’s own minor units, or none', () => {
    const inMinor = [
      toCurrency(350_050, 2, 2),
      toCurrency(350_000, 2, 0),
      toCurrency(350_050, 2, 0),
      toCurrency(5, 2, 3),
      toCurrency(5_010, 3, 2),
      toCurrency(5_015, 3, 2),
    ];
    expect(inMinor).toEqual([350_050, 3_500, null, 50, 501, null]);
  });
});
