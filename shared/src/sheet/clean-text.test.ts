import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isText } from '../words/text.ts';
import { cleanLine, cleanLines } from './clean-text.ts';

describe('the text of a cell', () => {
  test.for([
    ['  Gardd\u00A0y   pentref ', 'Gardd y pentref'],
    ['ty\u0302', 'tŷ'],
    ['vi\u00ADllage\u200B', 'village'],
    ['a\u202Egpj', 'agpj'],
    ['one\r\n two \u2028three', 'one\ntwo\nthree'],
    ['a\n\n\n\nb', 'a\n\nb'],
    [
      'Cymru \u{1F3F4}\u{E0067}\u{E0062}\u{E0077}\u{E006C}\u{E0073}\u{E007F}',
      'Cymru \u{1F3F4}\u{E0067}\u{E0062}\u{E0077}\u{E006C}\u{E0073}\u{E007F}',
    ],
    ['Ysgol ❤\uFE0F', 'Ysgol ❤\uFE0F'],
    ['\uFE0F \u3164', ''],
    ['\uD83D', '\uFFFD'],
  ] as const)('%j is kept as %j', ([typed, kept]) => {
    expect(cleanLines(typed)).toBe(kept);
  });

  test('stands on one line where only one line is shown', () => {
    expect(cleanLine('Gardd\nGarden')).toBe('Gardd Garden');
  });

  test('is one that a meeting takes, or empty, whatever was in the cell', () => {
    const unit = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 3 }),
      fc.constantFrom('\n', '\r', '\t', '\u200D', '\u2800', '\u{E0061}', '\uFE0F', '\uD83D', '\u0302', ' '),
    );
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 8 }), (units) => {
        const kept = cleanLines(units.join(''));
        expect(kept === '' || isText({ en: kept })).toBe(true);
        expect(cleanLines(kept)).toBe(kept);
      }),
      { numRuns: 2_000 },
    );
  });
});
