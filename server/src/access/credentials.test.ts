import { CardCode, SeatId, SessionCode, SessionId, Secret } from '@cyfran/shared/words/ids.ts';
import { describe, expect, test } from 'vitest';
import {
  cardHash,
  credentialsOf,
  newCardCode,
  newSeatId,
  newSecret,
  newSessionCode,
  newSessionId,
  sameSecret,
} from './credentials.ts';

const KEY = new Uint8Array(32).fill(7);

describe('what is drawn', () => {
  test('has the form that everyone expects, and is never the same twice', () => {
    for (const [schema, draw] of [
      [Secret, newSecret],
      [SessionId, newSessionId],
      [SeatId, newSeatId],
      [SessionCode, newSessionCode],
      [CardCode, newCardCode],
    ] as const) {
      const drawn = Array.from({ length: 200 }, draw);
      expect(drawn.every((one) => schema.safeParse(one).success)).toBe(true);
      expect(new Set(drawn).size).toBeGreaterThan(198);
    }
  });
});

describe('credentials', () => {
  test('[S9] are the same for one seat in one round, and tell neither the seat nor another round', () => {
    const credentialOf = credentialsOf(KEY);
    const first = credentialOf('p-0123456789abcdef', 'a1.1');
    expect(first).toMatch(/^[A-Za-z0-9_-]{12}$/);
    expect(credentialsOf(KEY)('p-0123456789abcdef', 'a1.1')).toBe(first);
    expect(credentialOf('p-0123456789abcdef', 'a2.1')).not.toBe(first);
    expect(credentialOf('p-0123456789abcdeg', 'a1.1')).not.toBe(first);
    expect(credentialsOf(new Uint8Array(32))('p-0123456789abcdef', 'a1.1')).not.toBe(first);
  });

  // Computed apart, with OpenSSL: HMAC-SHA256(key, seat LF round), base64url, cut to twelve. A record of today must stay readable.
  test('[S9] are pinned', () => {
    expect(credentialsOf(KEY)('p-0123456789abcdef', 'a1.1')).toBe('eWnKEYMQxvdv');
  });
});

test('a secret is compared whole', () => {
  expect(sameSecret('abc', 'abc')).toBe(true);
  expect(sameSecret('abc', 'abcd')).toBe(false);
  expect(sameSecret('', 'abc')).toBe(false);
});

describe('a card', () => {
  test('is kept as a hash that another meeting would not know', () => {
    const hash = cardHash(KEY, 'BCDFGHJK');
    expect(hash).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(cardHash(KEY, 'BCDFGHJK')).toBe(hash);
    expect(cardHash(KEY, 'BCDFGHJL')).not.toBe(hash);
    expect(cardHash(new Uint8Array(32), 'BCDFGHJK')).not.toBe(hash);
  });
});
