import { CardCode, normaliseCode } from '@cyfran/shared/words/ids.ts';
import { expect, test } from 'vitest';
import { cardIn, cardText } from './card-text.ts';

test.each(['BCDF2345', 'bcdf 2345', ' BCDF-2345 ', 'http://neuadd.example:3000/s/BCDFGH#bcdf2345'])(
  'a card is known however it was typed or scanned: %s',
  (typed) => {
    expect(cardIn(typed)).toBe('BCDF2345');
  },
);

test.each(['', 'BCDF234', 'BCDF23456', 'BCDF2340', 'ACDF2345', 'http://neuadd.example/s/BCDFGH'])(
  'what can be no card is told before anyone is asked: %j',
  (typed) => {
    expect(cardIn(typed)).toBeNull();
  },
);

test('the phone knows a card by the same characters as the server', () => {
  for (let code = 32; code < 127; code += 1) {
    const text = `BCDF234${String.fromCharCode(code)}`;
    if (text.endsWith('#')) continue;
    const known = CardCode.safeParse(normaliseCode(text)).success;
    expect(cardIn(text) !== null, text).toBe(known);
  }
});

test('a card is read aloud in two halves, and can be typed so', () => {
  expect(cardText('BCDF2345')).toBe('BCDF 2345');
  expect(cardIn(cardText('BCDF2345'))).toBe('BCDF2345');
});
