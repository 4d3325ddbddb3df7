import { describe, expect, test } from 'vitest';
import { guessDelimiter, guessHeadings, guessMapping } from './guess.ts';
import type { ImportedProposal } from './imported-proposal.ts';
import { countMerged, mergeImported } from './merge.ts';
import { readProposals } from './proposals.ts';
import { readRows } from './read-sheet.ts';
import { emptySheet, lacking, lackingTexts, translationSheet } from './translations.ts';

const GARDEN: ImportedProposal = {
  proposal: 'p1',
  costMinor: 350_050,
  name: { en: 'The village garden' },
  short: { en: 'Garden' },
  outcome: { en: '=More to eat' },
  about: { en: 'Vegetables,\nand flowers' },
  by: { cy: 'Siân', en: 'Siân' },
};
const BUS: ImportedProposal = {
  proposal: 'p2',
  costMinor: 60_000,
  name: { cy: 'Bws gyda’r nos', en: 'The evening bus' },
};
const BENCH: ImportedProposal = { proposal: 'p3', costMinor: 50_000, name: { cy: 'Mainc' } };

const rowsOf = (text: string) => readRows(text.slice(1), guessDelimiter(text.slice(1)));
const mappingOf = (text: string) => guessMapping(rowsOf(text), guessHeadings(rowsOf(text)));

function readBack(text: string, taken: readonly ImportedProposal[]) {
  const rows = rowsOf(text);
  const headings = guessHeadings(rows);
  const choice = { headings, mapping: guessMapping(rows, headings), style: null };
  return readProposals(rows, choice, { currency: { code: 'GBP', digits: 2 }, taken });
}

describe('what translators get', () => {
  test('is every proposal that lacks a language', () => {
    expect(lacking([GARDEN, BUS, BENCH], 'cy')).toEqual([GARDEN]);
    expect(lacking([GARDEN, BUS, BENCH], 'en')).toEqual([BENCH]);
    expect(lackingTexts(GARDEN, 'cy')).toEqual(['name', 'short', 'outcome', 'about']);
  });

  test('is a sheet with the missing cells empty, that no spreadsheet runs', () => {
    expect(rowsOf(translationSheet([GARDEN, BUS, BENCH], 2)).map(({ cells }) => cells.slice(0, 7))).toEqual([
      [
        'Id',
        'Name (English)',
        'Enw (Cymraeg)',
        'Short name (English)',
        'Enw byr (Cymraeg)',
        'What gets better (English)',
        'Beth sy’n gwella (Cymraeg)',
      ],
      ['p1', 'The village garden', '', 'Garden', '', "'=More to eat", ''],
      ['p3', '', 'Mainc', '', '', '', ''],
    ]);
  });

  test('comes back filled and updates the texts of its ids, no more and no less', () => {
    const sheet = translationSheet([GARDEN, BUS, BENCH], 2);
    const filled = sheet
      .replace('The village garden,,', 'The village garden,Gardd y pentref,')
      .replace('p3,,', 'p3,The bench,');
    const { proposals, problems } = readBack(filled, [GARDEN, BUS, BENCH]);
    expect(problems).toEqual([]);
    const imported = proposals.map(({ proposal }) => proposal);
    expect(mergeImported([GARDEN, BUS, BENCH], imported, 'add')).toEqual([
      { ...GARDEN, name: { cy: 'Gardd y pentref', en: 'The village garden' } },
      BUS,
      { ...BENCH, name: { cy: 'Mainc', en: 'The bench' } },
    ]);
  });

  test('has headings that are known again', () => {
    expect(mappingOf(translationSheet([GARDEN, BENCH], 2))).toEqual([
      'id',
      'name.en',
      'name.cy',
      'short.en',
      'short.cy',
      'outcome.en',
      'outcome.cy',
      'about.en',
      'about.cy',
      'by.en',
      'by.cy',
      'cost',
    ]);
  });
});

test('the sheet to fill in has a heading for everything that a proposal may have', () => {
  expect(mappingOf(emptySheet())).toEqual([
    'name.cy',
    'name.en',
    'short.cy',
    'short.en',
    'outcome.cy',
    'outcome.en',
    'about.cy',
    'about.en',
    'by.both',
    'cost',
  ]);
});

describe('an import', () => {
  const dearer = { ...GARDEN, costMinor: 400_000, outcome: { cy: 'Mwy i’w fwyta' } };

  test('adds behind what is there, and updates what has the same id without taking a text away', () => {
    expect(mergeImported([GARDEN], [BUS, dearer], 'add')).toEqual([
      { ...GARDEN, costMinor: 400_000, outcome: { cy: 'Mwy i’w fwyta', en: '=More to eat' } },
      BUS,
    ]);
    expect(countMerged([GARDEN], [BUS, dearer], 'add')).toBe(2);
  });

  test('or takes its place', () => {
    expect(mergeImported([GARDEN, BENCH], [BUS], 'replace')).toEqual([BUS]);
    expect(countMerged([GARDEN, BENCH], [BUS], 'replace')).toBe(1);
  });
});
