import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { namedDelimiter, readRows, type Delimiter } from './read-sheet.ts';

const cells = (text: string, delimiter: Delimiter = ',') => readRows(text, delimiter).map((row) => row.cells);
const places = (text: string) => readRows(text, ',').map(({ row, line }) => [row, line]);

describe('a sheet', () => {
  test('is rows of cells, whatever ends a line', () => {
    for (const end of ['\n', '\r\n', '\r']) {
      expect(cells(`Enw,Cost${end}Gardd,3500${end}`)).toEqual([
        ['Enw', 'Cost'],
        ['Gardd', '3500'],
      ]);
    }
  });

  test('holds delimiters, line ends and quotation marks in quoted cells', () => {
    expect(cells('"Mainc, goch","The ""old"" hall","first\r\nsecond",')).toEqual([
      ['Mainc, goch', 'The "old" hall', 'first\nsecond', ''],
    ]);
    expect(cells('a, "b, c" ,d')).toEqual([['a', 'b, c', 'd']]);
  });

  test('keeps a quotation mark that does not quote: spreadsheets copy it so', () => {
    expect(cells('"Old" hall\t"Hen" neuadd\n6" pipes\t"', '\t')).toEqual([
      ['"Old" hall', '"Hen" neuadd'],
      ['6" pipes', '"'],
    ]);
  });

  test('says where a quotation mark opens and never closes, and swallows nothing', () => {
    const rows = readRows('Enw,Cost\n"Gardd,3500\nBws,600', ',');
    expect(rows.map(({ cells: [name], isOpen }) => [name, isOpen])).toEqual([
      ['Enw', false],
      ['"Gardd', true],
      ['Bws', false],
    ]);
  });

  test('counts rows as a spreadsheet does and lines as a text editor does', () => {
    expect(places('a,b\n\n"one\ntwo\nthree",c\n,,\nd,e')).toEqual([
      [1, 1],
      [3, 3],
      [5, 7],
    ]);
  });

  test('may name its delimiter in a line of its own, which spreadsheets do not show', () => {
    expect(namedDelimiter('sep=;\r\nEnw;Cost')).toBe(';');
    expect(namedDelimiter('Enw;Cost')).toBeNull();
    expect(readRows('sep=;\r\nEnw;Cost', ';')).toEqual([{ row: 1, line: 2, cells: ['Enw', 'Cost'], isOpen: false }]);
  });

  test('is read in time that its length asks for, whatever its quotation marks', () => {
    for (const piece of ['"a,', '""x,', '"""x,', '",', '"\nb', '" ,"b']) {
      expect(readRows(piece.repeat(100_000), ',').length).toBeGreaterThan(0);
    }
  }, 5_000);

  test('comes back as it was written, whatever is in its cells', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'ŵ', ' ', '"', ',', ';', '\t', '\n', '='), maxLength: 8 });
    const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 6 });
    fc.assert(
      fc.property(rows, fc.constantFrom<Delimiter>(',', ';', '\t'), (written, delimiter) => {
        const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
        const text = written.map((row) => `${row.map(quote).join(delimiter)}\n`).join('');
        const filled = written.filter((row) => row.some((one) => one.trim() !== ''));
        expect(cells(text, delimiter)).toEqual(filled);
      }),
    );
  });
});
