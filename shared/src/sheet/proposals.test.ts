import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ProposalId } from '../words/ids.ts';
import { isText } from '../words/text.ts';
import { guessDelimiter, guessHeadings, guessMapping } from './guess.ts';
import type { TakenProposal } from './imported-proposal.ts';
import { isLegalId } from './proposal-ids.ts';
import { readProposals } from './proposals.ts';
import { readRows } from './read-sheet.ts';
import type { RowProblem } from './reading.ts';

const GBP = { code: 'GBP', digits: 2 };

function read(text: string, taken: readonly TakenProposal[] = []) {
  const rows = readRows(text, guessDelimiter(text));
  const headings = guessHeadings(rows);
  const choice = { headings, mapping: guessMapping(rows, headings), style: null };
  return readProposals(rows, choice, { currency: GBP, taken });
}

/** Each problem as its row and its reason. */
const said = (problems: readonly RowProblem[]) => problems.map(({ at, reason }) => `${String(at?.row)} ${reason}`);
const ids = (text: string, taken?: readonly TakenProposal[]) =>
  read(text, taken).proposals.map(({ proposal }) => proposal.proposal);

describe('a sheet of proposals', () => {
  test('becomes proposals with their texts in each language, and exact costs', () => {
    const { proposals, problems, warnings } = read(
      [
        'Rhif,Enw (Cymraeg),Name (English),Short name (English),What gets better,Disgrifiad,Who brings it,Cost (£)',
        'A1, Gardd y  pentref ,The village garden,Garden,More to eat,"Llysiau a blodau.\n\nI bawb.",Siân,"£3,500.50"',
        'A2,Mainc,,,,,,500',
      ].join('\r\n'),
    );
    expect([problems, warnings]).toEqual([[], []]);
    expect(proposals).toEqual([
      {
        at: { row: 2, line: 2 },
        proposal: {
          proposal: 'A1',
          costMinor: 350_050,
          name: { cy: 'Gardd y pentref', en: 'The village garden' },
          short: { en: 'Garden' },
          outcome: { en: 'More to eat' },
          about: { cy: 'Llysiau a blodau.\n\nI bawb.' },
          by: { cy: 'Siân', en: 'Siân' },
        },
      },
      { at: { row: 3, line: 5 }, proposal: { proposal: 'A2', costMinor: 50_000, name: { cy: 'Mainc' } } },
    ]);
  });

  test('says of each row that cannot be one why not, and imports the others', () => {
    const long = 'a'.repeat(161);
    const { proposals, problems } = read(
      [
        'Id,Name,Cost,Notes',
        'p1,Garden,500,ok',
        ',,900,a cost alone',
        'p3,Bench,,',
        'p4,Bus,TBC,',
        'p5,Shed,-5,',
        'p6,Hall,0,',
        'p7,Road,"99,999,999,999",',
        'p8,Tram,€500,',
        `p9,${long},500,`,
        'p1,Garden again,600,',
        ',,,',
        'p12,,,a word beside nothing',
        ',Total,"56,000",',
      ].join('\n'),
    );
    expect(proposals.map(({ proposal }) => proposal.proposal)).toEqual(['p1']);
    expect(said(problems)).toEqual([
      '3 name-missing',
      '4 cost-missing',
      '5 cost-unclear',
      '6 cost-too-small',
      '7 cost-too-small',
      '8 cost-too-large',
      '9 cost-currency',
      '10 too-long',
      '11 id-twice',
      '13 no-proposal',
      '14 total',
    ]);
    expect(problems[2]).toMatchObject({ name: { en: 'Bus' }, found: 'TBC' });
    expect(problems[7]).toMatchObject({ field: 'name.en', letters: 161, most: 160 });
    expect(problems[8]).toMatchObject({ found: 'p1', first: { row: 2, line: 2 } });
  });

  test('says everything that is wrong with a row', () => {
    const { problems } = read(`Id,Name,Short name,Cost\np1,Garden,Garden,500\np1,,${'a'.repeat(19)},x\n`);
    expect(said(problems)).toEqual(['3 name-missing', '3 cost-unclear', '3 too-long', '3 id-twice']);
  });

  test('imports no row in which a quotation mark never closes', () => {
    expect(said(read('Name,Cost\n"Garden,500\nBus,600').problems)).toEqual(['2 open-quote']);
  });

  test('has a text that is the same in both languages only once too long', () => {
    expect(said(read(`Name,Proposed by,Cost\nGarden,${'a'.repeat(121)},5`).problems)).toEqual(['2 too-long']);
  });

  test('gives back what was written for translators, without the apostrophe before a formula', () => {
    expect(read("Name,Cost\n'=SUM(A1),500").proposals[0]?.proposal.name).toEqual({ en: '=SUM(A1)' });
  });
});

describe('the id of an imported proposal', () => {
  const there = [
    { proposal: 'p1', name: { cy: 'Gardd', en: 'Garden' } },
    { proposal: 'p3', name: { en: 'Bus' } },
  ];

  test('is the sheet’s own, where a meeting can take it', () => {
    expect(ids('Ref,Name,Cost\nM/01/X,Bench,5\n007,Shed,6\nnumber 3,Hall,7\n,Road,8')).toEqual([
      'M/01/X',
      '007',
      'p1',
      'p2',
    ]);
  });

  test('is else one that neither the meeting nor the sheet has', () => {
    expect(ids('Ref,Name,Cost\n,Bench,5\np2,Shed,6\n,Hall,7\np5,Road,x', there)).toEqual(['p4', 'p2', 'p6']);
  });

  test('is that of the proposal of the same name that is there: the same sheet twice doubles nothing', () => {
    expect(ids('Name,Cost\nBench,5\nGARDEN,6', there)).toEqual(['p2', 'p1']);
    expect(ids('Name,Cost\nGarden,5\nGarden,6', there)).toEqual(['p1', 'p2']);
  });

  test('is legal as the meeting has it', () => {
    const unit = fc.oneof(fc.constantFrom(' ', ',', ';', '"', '\u200B', '\u00AD', '\n', 'a', '/', 'ŵ'), fc.string());
    fc.assert(
      fc.property(
        fc.oneof(unit, fc.string({ unit: 'binary' }), fc.constantFrom('a'.repeat(64), 'a'.repeat(65))),
        (id) => {
          expect(isLegalId(id)).toBe(ProposalId.safeParse(id).success);
        },
      ),
    );
  });
});

describe('what a person should look at', () => {
  test('is where letters were lost before the file came here', () => {
    const { warnings } = read('Enw,Cost\nT? bach,5\nY p?l newydd,6\nY ?d,7\nT\uFFFD,8\nPam? Pryd?,9\nWhy? Because,10');
    expect(warnings.map((warning) => (warning.reason === 'letters-lost' ? warning.found : null))).toEqual([
      'T?',
      'p?l',
      '?d',
      'T\uFFFD',
    ]);
  });

  test('is two proposals of one name', () => {
    expect(read('Id,Name,Cost\na,Bench,5\nb,bench,6').warnings).toEqual([
      { at: { row: 3, line: 3 }, name: { en: 'bench' }, reason: 'name-twice', first: { row: 2, line: 2 } },
    ]);
  });
});

test('whatever stands in a sheet, what is imported is what a meeting takes', () => {
  const cell = fc.oneof(
    fc.constantFrom('Name', 'Enw', 'Cost', '500', '12.500,00', '£3', '', 'p1', 'Gardd', '"', 'a\u200Bb', '\uD83D'),
    fc.string({ unit: 'binary', maxLength: 6 }),
  );
  const sheet = fc.array(
    fc.array(cell, { minLength: 2, maxLength: 4 }).map((cells) => cells.join(',')),
    { minLength: 2 },
  );
  fc.assert(
    fc.property(sheet, (lines) => {
      const { proposals } = read(lines.join('\n'));
      for (const { proposal } of proposals) {
        expect(ProposalId.safeParse(proposal.proposal).success).toBe(true);
        expect(proposal.costMinor).toBeGreaterThan(0);
        for (const text of [proposal.name, proposal.by ?? { en: 'x' }, proposal.about ?? { en: 'x' }]) {
          expect(isText(text)).toBe(true);
        }
      }
      const given = proposals.map(({ proposal }) => proposal.proposal);
      expect(new Set(given).size).toBe(given.length);
    }),
    { numRuns: 500 },
  );
});
