import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromBase64Url, toBase64Url } from './base64url.ts';
import { commitmentOf, receiptCode } from './commit.ts';

const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();

describe('a commitment', () => {
  test('[J9] is the SHA-256 of the tag, the raw salt and the bodies, whatever letters they hold', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.uint8Array({ minLength: 16, maxLength: 16 }), (text, salt) => {
        const byNode = createHash('sha256')
          .update('cyfran/body/v1\n')
          .update(salt)
          .update(text, 'utf8')
          .digest('base64url');
        expect(commitmentOf(text, salt, sha256)).toBe(byNode);
      }),
    );
  });

  test('[J9] is pinned for a ballot and for Welsh text', () => {
    const salt = Uint8Array.from({ length: 16 }, (_, index) => index);
    const ballot = '[{"ballot":{"alloc":[["bus",3],["park",2]],"door":"phone","round":"a1.1"}}]';
    expect(commitmentOf(ballot, salt, sha256)).toBe('Ox8Tl05MivYX4DYzWhe-DRwioi7-6D7g0HCxe3N6KI4');
    expect(commitmentOf('[{"texts":{"title":{"cy":"Tŷ bach twt 🏡"}}}]', salt, sha256)).toBe(
      'CSNLpnu0p0DF73ImWQb480rnbB6ZMNWRsA8u9JQbiUE',
    );
  });

  test('[J9] gives the code on a receipt from its first 60 bits', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (bytes) => {
        const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
        const letters = Array.from(
          { length: 12 },
          (_, at) => '0123456789ABCDEFGHJKMNPQRSTVWXYZ'[parseInt(bits.slice(at * 5, at * 5 + 5), 2)],
        );
        expect(receiptCode(toBase64Url(bytes)).replaceAll('-', '')).toBe(letters.join(''));
      }),
    );
    expect(receiptCode('_'.repeat(43))).toBe('ZZZZ-ZZZZ-ZZZZ');
  });
});

describe('base64url', () => {
  test('[J9] writes and reads bytes as Node does', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
        const text = toBase64Url(bytes);
        expect(text).toBe(Buffer.from(bytes).toString('base64url'));
        expect([...fromBase64Url(text)]).toEqual([...bytes]);
      }),
    );
  });

  test('[J9] refuses letters that are not its own', () => {
    for (const text of ['a+b', 'a/b', 'ab==', 'a b', 'é']) expect(() => fromBase64Url(text)).toThrow(RangeError);
  });
});
