import { describe, expect, test } from 'vitest';
import { guessDelimiter, guessHeadings, guessMapping } from './guess.ts';
import { readRows } from './read-sheet.ts';

function guess(text: string) {
  const delimiter = guessDelimiter(text);
  const rows = readRows(text, delimiter);
  const headings = guessHeadings(rows);
  return { delimiter, headings, mapping: guessMapping(rows, headings) };
}

describe('the delimiter of a sheet', () => {
  test.for([
    ['Name,Cost\nBench,500\n', ','],
    ['Enw;Cost\n"Mainc; goch";12,50\nGardd, coed a blodau;3.000,00\n', ';'],
    ['Enw\tCost\nMainc, goch; newydd\t500\n', '\t'],
    ['Mainc, goch;12,50\nGardd, hardd;30,00\n', ';'],
    ['Bench; seats,1200\nGarden; plants,3000\n', ','],
    ['sep=;\nName;Cost\n', ';'],
    ['Name\nBench\n', ','],
    ['', ','],
    ['Title;Description;Cost (£)\nBench;"Better, safer, about time";500\nBus;For all, by all, at any cost;600\n', ';'],
  ] as const)('of %j is %j', ([text, delimiter]) => {
    expect(guessDelimiter(text)).toBe(delimiter);
  });
});

describe('the headings of a sheet', () => {
  test('stand in its first row', () => {
    expect(guess('Name,Cost\nBench,500').headings).toBe(0);
    expect(guess('Nazwa,Koszt\nŁawka,500').headings).toBe(0);
  });

  test('may stand below a title', () => {
    expect(guess('Cynigion Llanfair 2026,,\n,,\nRhif,Teitl,Swm\n1,Mainc,500').headings).toBe(1);
  });

  test('may be missing', () => {
    expect(guess('Community project,500\nGardd,3500').headings).toBeNull();
    expect(guess('').headings).toBeNull();
  });
});

describe('the columns of a sheet', () => {
  test('are guessed from headings in English', () => {
    expect(
      guess('No.,Title,Summary,Who brings it,Total cost (£),Ward\n1,Bench,A bench,Siân,500,North').mapping,
    ).toEqual(['id', 'name.en', 'about.en', 'by.both', 'cost', null]);
  });

  test('are guessed from headings in Welsh', () => {
    expect(guess('Rhif;Teitl;Enw byr;Beth sy’n gwella;Swm\n1;Mainc;Mainc;Lle i orffwys;500').mapping).toEqual([
      'id',
      'name.cy',
      'short.cy',
      'outcome.cy',
      'cost',
    ]);
  });

  test('are guessed where each language has its own', () => {
    expect(guess('Enw (Cymraeg),Enw (Saesneg),Cost\nMainc,Bench,500').mapping).toEqual(['name.cy', 'name.en', 'cost']);
    expect(guess('id\tEnglish\tCymraeg\tCost\np1\tBench\t\t500').mapping).toEqual(['id', 'name.en', 'name.cy', 'cost']);
    expect(guess('Teitl,Title,Cost\nMainc,Bench,500').mapping).toEqual(['name.cy', 'name.en', 'cost']);
    expect(guess('Name,Name (Welsh),Cost\nMainc,,500').mapping).toEqual(['name.en', 'name.cy', 'cost']);
  });

  test('are in the language of what stands in them, whatever language the heading is in', () => {
    expect(guess('Title,Cost\nGardd y pentref,500\nLlwybr i’r ysgol,600').mapping).toEqual(['name.cy', 'cost']);
    expect(guess('Enw,Cost\nThe village garden,500\nA path to the school,600').mapping).toEqual(['name.en', 'cost']);
  });

  test('hold a field once: the first heading that says so', () => {
    expect(guess('Name,Cost,Total cost\nBench,500,600').mapping).toEqual(['name.en', 'cost', null]);
  });

  test('are guessed from their cells where there are no headings', () => {
    expect(
      guess('1\tGardd y pentref\tThe village garden\t£3,500\n2\tBws gyda’r nos\tThe evening bus\t£6,000').mapping,
    ).toEqual(['id', 'name.cy', 'name.en', 'cost']);
    const about = 'New seats by the river for everyone who walks there, made of oak, with backs and arms and a plaque';
    expect(guess(`The bench,"${about}",500\nThe garden,"${about}",3500`).mapping).toEqual([
      'name.en',
      'about.en',
      'cost',
    ]);
    expect(guess('The bench,500').mapping).toEqual(['name.en', 'cost']);
    expect(guess('The bench,500\nThe garden,501').mapping).toEqual(['name.en', 'cost']);
    expect(guess('A1,The bench,500\nA2,The garden,600').mapping).toEqual(['id', 'name.en', 'cost']);
    expect(guess('3500,The garden\n600,The bench').mapping).toEqual(['cost', 'name.en']);
  });

  test('are guessed from their cells where headings are in words that we do not know', () => {
    expect(guess('Nazwa,Koszt,Uwagi\nŁawka,500,x\nPark,600,y').mapping).toEqual(['name.en', 'cost', null]);
  });

  test('of an empty sheet are none', () => {
    expect(guess('').mapping).toEqual([]);
  });
});
