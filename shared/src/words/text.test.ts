import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isText, textOf } from './text.ts';

describe('a text', () => {
  test.for([
    'Tŷ bach twt – a garden & "more"',
    '<b>Bold</b> <script>alert(1)</script>',
    'First line\nsecond line',
    "Robert'); DROP TABLE seats;--",
    'Ysgol 🏫 ❤️',
    '\u{1F3F4}\u{E0067}\u{E0062}\u{E0077}\u{E006C}\u{E0073}\u{E007F} Cymru',
    '{{constructor}} ${7*7} %s',
    'ar ddydd Iau مرحبا',
  ])('[S2] is %j: letters are letters, also where they look like something else', (text) => {
    expect(isText({ en: text })).toBe(true);
  });

  test.for([
    ['a control character', 'a\u0007b'],
    ['a NUL', 'a\u0000b'],
    ['a tab', 'a\tb'],
    ['a carriage return', 'a\r\nb'],
    ['an escape', '\u001b[31mred'],
    ['a later control character', 'a\u0085b'],
    ['a soft hyphen', 'vi\u00ADllage'],
    ['a zero-width space', 'a\u200Bb'],
    ['a zero-width joiner', 'a\u200Db'],
    ['a mark of direction', 'a\u200Fb'],
    ['text turned round', 'a\u202Egpj.exe'],
    ['an isolate', 'a\u2066b'],
    ['a byte order mark', 'a\uFEFFb'],
    ['a line separator', 'a\u2028b'],
    ['an invisible operator', 'a\u2062b'],
    ['an old format character', 'a\u206Ab'],
    ['a joiner of letters', 'a\u034Fb'],
    ['a filler', 'a\u3164b'],
    ['a blank of Braille', 'a\u2800b'],
    ['hidden words in tags', 'a\u{E0061}\u{E0062}'],
    ['an annotation', 'a\uFFF9b'],
  ])('[S2] holds nothing that cannot be seen, such as %s', ([, text]) => {
    expect(isText({ en: text })).toBe(false);
  });

  test.for([
    ['is blank', ''],
    ['is a space', ' '],
    ['is a space that does not look like one', '\u00A0'],
    ['is nothing but a style of emoji', '\uFE0F'],
    ['begins with a space', ' a'],
    ['ends with a line feed', 'a\n'],
    ['is half of a letter', '\uD83D'],
    ['is not normalised', 'ty\u0302'],
  ])('[S2] is none that %s', ([, text]) => {
    expect(isText({ en: text })).toBe(false);
    expect(isText({ cy: 'Da iawn', en: text })).toBe(false);
  });

  test('[S2] stands in Welsh, in English or in both', () => {
    expect(isText({ cy: 'Tŷ' })).toBe(true);
    expect(isText({ en: 'House' })).toBe(true);
    expect(isText({ cy: 'Tŷ', en: 'House' })).toBe(true);
    expect(isText({})).toBe(false);
    expect(isText({ cy: undefined })).toBe(false);
  });

  test('[S2] reads the same after it has been stored', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 20 }), (text) => {
        fc.pre(isText({ en: text }));
        const stored = JSON.parse(Buffer.from(JSON.stringify(text), 'utf8').toString('utf8')) as string;
        expect(stored.normalize('NFC').trim()).toBe(text);
      }),
    );
  });

  test('[S2] keeps to its length, and to the two languages', () => {
    const schema = textOf(5);
    expect(schema.safeParse({ en: 'abcde' }).success).toBe(true);
    for (const wrong of [{ en: 'abcdef' }, { en: '' }, { en: 5 }, { de: 'Haus' }, 'abc', null, ['abc']]) {
      expect(schema.safeParse(wrong).success).toBe(false);
    }
    expect(schema.safeParse(JSON.parse('{"en":"a","__proto__":{"cy":"b"}}')).success).toBe(false);
  });
});
