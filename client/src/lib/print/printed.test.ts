import { encode } from 'uqr';
import { expect, test } from 'vitest';
import { qrPath } from '#lib/parts/qr-path.ts';
import { cardLink, digitsOf, groupedCode, inPages, serialText, sizeOf, typedAddress } from './printed.ts';

const JOIN_URL = 'http://192.168.1.7:3000/s/K7QF2M';

test('a card is read out in two halves, and its QR code holds it as it is', () => {
  expect(groupedCode('BCDFGHJK')).toBe('BCDF GHJK');
  expect(cardLink(JOIN_URL, 'BCDFGHJK')).toBe('http://192.168.1.7:3000/s/K7QF2M#BCDFGHJK');
});

test('people type no more of the address than they need', () => {
  expect(typedAddress(JOIN_URL)).toBe('192.168.1.7:3000');
  expect(typedAddress('https://cyfran.example/s/K7QF2M')).toBe('cyfran.example');
});

test('twenty-four cards are six pages, one card is one, none is none', () => {
  const pages = (count: number) =>
    inPages(
      Array.from({ length: count }, (_, index) => index),
      4,
    ).length;
  expect([24, 25, 1, 0].map(pages)).toEqual([6, 7, 1, 0]);
});

test('a ballot’s number has four digits, and all of its own when it has more', () => {
  expect([1, 42, 9999, 12_345].map(serialText)).toEqual(['0001', '0042', '9999', '12345']);
});

test('there are as many boxes as the most tokens have digits', () => {
  expect([1, 4, 9, 10, 100].map(digitsOf)).toEqual([1, 1, 1, 2, 3]);
});

test('a long title in either language makes both smaller', () => {
  expect(sizeOf({ cy: 'Cyllideb Pentref Llanfair', en: 'Llanfair Village Budget' })).toBe('large');
  expect(sizeOf({ cy: 'Cyllideb', en: 'x'.repeat(60) })).toBe('middle');
  expect(sizeOf({ cy: 'x'.repeat(120) })).toBe('small');
});

test('on a card of 44 mm the QR code itself is at least 32 mm, whatever the address', () => {
  for (const url of [JOIN_URL, 'https://cyfarfodydd.cyngor-gwynedd.llyw.cymru/s/K7QF2M']) {
    const text = cardLink(url, 'BCDFGHJK');
    const modules = encode(text, { ecc: 'M', border: 0 }).size;
    expect((44 * modules) / qrPath(text).size).toBeGreaterThan(32);
  }
});
