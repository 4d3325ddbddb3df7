import { importCy } from '@cyfran/shared/i18n/import.cy.ts';
import { importEn } from '@cyfran/shared/i18n/import.en.ts';
import type { Destination } from '@cyfran/shared/sheet/reading.ts';
import { describe, expect, test } from 'vitest';
import { openText } from './open-text.ts';
import { sayPabulibError, sayPlace, sayProblem, sayWarning } from './sentences.ts';

const GBP: Destination = { currency: { code: 'GBP', digits: 2 }, taken: [] };

function openSheet(text: string) {
  const opened = openText(text, () => GBP);
  if (opened.kind !== 'sheet') throw new Error(`a ${opened.kind}`);
  return opened.draft;
}

const PB = [
  'META',
  'key;value',
  'budget;10000',
  'currency;PLN',
  'PROJECTS',
  'project_id;cost;name',
  'g;3500.50;Gardd y pentref',
  'VOTES',
  'voter_id;vote',
].join('\n');

describe('a sheet that a person brings', () => {
  test('is guessed at, and each guess can be changed', () => {
    const draft = openSheet('Teitl;Pris;Swm\nGardd;nodyn;12.500\nMainc;;3.000');
    expect(draft.columns.map(({ letter, heading, examples, field }) => [letter, heading, examples, field])).toEqual([
      ['A', 'Teitl', ['Gardd', 'Mainc'], 'name.cy'],
      ['B', 'Pris', ['nodyn'], 'cost'],
      ['C', 'Swm', ['12.500', '3.000'], null],
    ]);
    expect(draft.reading?.proposals).toEqual([]);
    draft.use(2, 'cost');
    expect(draft.columns[1]?.field).toBeNull();
    expect(draft.reading?.problems.map(({ reason }) => reason)).toEqual(['cost-unclear', 'cost-unclear']);
    draft.writeAmountsAs('comma');
    expect(draft.reading?.proposals.map(({ proposal }) => proposal.costMinor)).toEqual([1_250_000, 300_000]);
  });

  test('is not read until a column holds the names and one the costs', () => {
    const draft = openSheet('Name,Cost\nBench,500');
    draft.use(0, null);
    expect([draft.hasName, draft.hasCost, draft.reading]).toEqual([false, true, null]);
    draft.use(0, 'name.cy');
    expect(draft.reading?.proposals[0]?.proposal.name).toEqual({ cy: 'Bench' });
  });

  test('is guessed at anew where a person says what parts its cells or where its headings are', () => {
    const draft = openSheet('Name,Cost\nBench,500\nShed,600');
    draft.headAt(null);
    expect(draft.reading?.problems.map(({ reason }) => reason)).toEqual(['cost-unclear']);
    draft.separateBy(';');
    expect(draft.columns).toHaveLength(1);
    draft.separateBy(',');
    expect([draft.headings, draft.reading?.proposals.length]).toEqual([0, 2]);
  });

  test('names its columns as a spreadsheet does', () => {
    const draft = openSheet(`${'x,'.repeat(27)}500`);
    expect(draft.columns.slice(-3).map(({ letter }) => letter)).toEqual(['Z', 'AA', 'AB']);
  });

  test('of nothing, or of far too much, is refused', () => {
    expect(openText(' \n,,\n', () => GBP)).toEqual({ kind: 'fault', fault: 'empty' });
    expect(openText('Bench,500\n'.repeat(2_001), () => GBP)).toEqual({ kind: 'fault', fault: 'too-many-rows' });
  });
});

describe('a Pabulib file that a person brings', () => {
  test('gives its projects and its money', () => {
    const opened = openText(PB, () => GBP);
    if (opened.kind !== 'pabulib') throw new Error(`a ${opened.kind}`);
    const { draft } = opened;
    expect([draft.language, draft.potMinor, draft.otherCurrency, draft.takesPot]).toEqual([
      'cy',
      1_000_000,
      'PLN',
      false,
    ]);
    expect(draft.reading.proposals[0]?.proposal.name).toEqual({ cy: 'Gardd y pentref' });
    draft.language = 'en';
    expect(draft.reading.proposals[0]?.proposal.name).toEqual({ en: 'Gardd y pentref' });
  });

  test('offers no money that a meeting could not share', () => {
    const opened = openText(PB.replace('10000', '0'), () => GBP);
    expect(opened.kind === 'pabulib' && opened.draft.potMinor).toBeNull();
  });

  test('that cannot be read says where and why, in both languages', () => {
    const opened = openText(PB.replace('3500.50', '4e5'), () => GBP);
    if (opened.kind !== 'pabulib-fault') throw new Error(`a ${opened.kind}`);
    expect(sayPabulibError(importEn, opened.error)).toBe(
      'This Pabulib file could not be read. Line 7: “4e5” is not an amount such as 12500 or 12500.50.',
    );
    expect(sayPabulibError(importCy, opened.error)).toBe(
      'Ni ellid darllen y ffeil Pabulib hon. Llinell 7: nid yw “4e5” yn swm fel 12500 neu 12500.50.',
    );
    const cut = openText(PB.slice(0, PB.indexOf('VOTES')), () => GBP);
    expect(cut.kind === 'pabulib-fault' && sayPabulibError(importEn, cut.error)).toBe(
      'This Pabulib file could not be read. The part VOTES is missing.',
    );
  });
});

describe('what is wrong with a row', () => {
  const { reading } = openSheet('Id,Name,Cost\na,Bench,"a\nb"\na,Shed,€500\nb,T?r,5\nc,t?r,6\nd,,\ne,Long,7');

  test('is a sentence, in both languages', () => {
    const said = (words: typeof importEn) =>
      reading?.problems.map((problem) =>
        [problem.at === null ? '' : sayPlace(words, problem.at), sayProblem(words, problem, 'GBP')].join(': '),
      );
    expect(said(importEn)).toEqual([
      'Row 2: The cost “a b” is not one clear amount. Write it like 2,400 or 2,400.50.',
      'Row 3, line 4 of the file: The cost “€500” is in another currency. The meeting’s money is in GBP.',
      'Row 3, line 4 of the file: The id “a” has been used already (Row 2).',
      'Row 6, line 7 of the file: It has neither a name nor a cost.',
    ]);
    expect(said(importCy)?.[3]).toBe('Rhes 6, llinell 7 yn y ffeil: Does dim enw na chost.');
  });

  test('may be no more than a warning', () => {
    expect(reading?.warnings.map((warning) => sayWarning(importEn, warning))).toEqual([
      'A letter may have been lost in “T?r”.',
      'A letter may have been lost in “t?r”.',
      'Another proposal has the same name (Row 4, line 5 of the file).',
    ]);
  });
});
