import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { guessDelimiter } from './guess.ts';
import { readRows } from './read-sheet.ts';
import { unguarded, writeCsv } from './write-csv.ts';

describe('a CSV file that we write', () => {
  test('opens in a spreadsheet with its letters, its cells and its lines', () => {
    expect(writeCsv([['Tŷ', 'a,b', 'say "hi"', 'one\ntwo', '']])).toBe('\uFEFFTŷ,"a,b","say ""hi""","one\ntwo",\r\n');
  });

  test.for(['=1+1', '+44', '-5', '@SUM(A1)', '\tx', '\rx', '＝1+1', "'=1", "=cmd|' /C calc'!A0"])(
    'never runs %j: a cell that begins like a formula begins with an apostrophe',
    (cell) => {
      const [written] = readRows(writeCsv([[cell, 'x']]).slice(1), ',');
      expect(written?.cells[0]?.startsWith("'")).toBe(true);
      expect(unguarded(written?.cells[0] ?? '')).toBe(cell.replace('\r', '\n'));
    },
  );

  test('leaves a word that begins with an apostrophe alone', () => {
    expect(writeCsv([["'Steddfod"]])).toBe("\uFEFF'Steddfod\r\n");
    expect(unguarded("'Steddfod")).toBe("'Steddfod");
  });

  test('comes back as it was, whatever is in its cells, and no cell begins like a formula', () => {
    const unit = fc.oneof(
      fc.constantFrom("'", '"', '=', '+', '-', '@', ',', ';', ' ', '\t', '\n', 'ŵ'),
      fc.string({ unit: 'grapheme', maxLength: 1 }),
    );
    const cell = fc.array(unit, { maxLength: 6 }).map((letters) => letters.join('').replace(/\r/g, ''));
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constant('x'), cell, cell), { minLength: 1 }), (rows) => {
        const read = readRows(writeCsv(rows).slice(1), ',').map(({ cells }) => cells);
        expect(read.map((cells) => cells.map(unguarded))).toEqual(rows);
        expect(read.flat().filter((one) => /^[=+\-@\t\r]/.test(one))).toEqual([]);
      }),
    );
  });

  test('is read with commas again', () => {
    expect(
      guessDelimiter(
        writeCsv([
          ['id', 'Name (English)', 'Cost'],
          ['p1', 'a;b', '5'],
        ]),
      ),
    ).toBe(',');
  });
});
