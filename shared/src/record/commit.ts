import type { Hash } from '../words/ids.ts';
import { fromBase64Url, toBase64Url } from './base64url.ts';

/** What stands before salt and bodies, so that this hash is never one of another kind. */
export const BODY_TAG = 'cyfran/body/v1\n';
const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CODE_LETTERS = 12;

/**
 * The commitment to an entry's erasable part: base64url of SHA-256 over the tag, the salt's 16 raw bytes and the canonical JSON of the
 * bodies (an array with one element per event, `null` where none). `canonicalBodies` must be well-formed and canonical already.
 * The phone and the server hand in the SHA-256 that each has, so that both compute the same text. Rule J9. Source: RECORD.md, section 2.
 */
export function commitmentOf(
  canonicalBodies: string,
  salt: Uint8Array,
  sha256: (bytes: Uint8Array) => Uint8Array,
): Hash {
  const bytes = new Uint8Array(BODY_TAG.length + salt.length + 3 * canonicalBodies.length);
  let length = writeUtf8(BODY_TAG, bytes, 0);
  bytes.set(salt, length);
  length = writeUtf8(canonicalBodies, bytes, length + salt.length);
  return toBase64Url(sha256(bytes.subarray(0, length)));
}

/** What a person compares: the commitment's first 60 bits in Crockford base32, as `XXXX-XXXX-XXXX`. */
export function receiptCode(commit: Hash): string {
  const bytes = fromBase64Url(commit);
  let code = '';
  for (let letter = 0; letter < CODE_LETTERS; letter += 1) {
    const bit = letter * 5;
    const pair = ((bytes[bit >> 3] ?? 0) << 8) | (bytes[(bit >> 3) + 1] ?? 0);
    code += CROCKFORD.charAt((pair >> (11 - (bit & 7))) & 31);
  }
  return `${code.slice(0, 4)}-${code.slice(4, 8)}-${code.slice(8)}`;
}

/** Writes text as UTF-8 and returns the offset after it: `TextEncoder` belongs to the DOM or to Node, and this file to neither. */
function writeUtf8(text: string, into: Uint8Array, offset: number): number {
  let at = offset;
  for (let index = 0; index < text.length; index += 1) {
    let code = text.charCodeAt(index);
    if (code < 0x80) {
      into[at++] = code;
      continue;
    }
    if (code >= 0xd800 && code < 0xdc00) code = text.codePointAt(index++) ?? code;
    at = writeLong(code, into, at);
  }
  return at;
}

/** Writes one code point from U+0080 up. */
function writeLong(code: number, into: Uint8Array, offset: number): number {
  let at = offset;
  if (code < 0x800) into[at++] = 0xc0 | (code >> 6);
  else {
    if (code < 0x10000) into[at++] = 0xe0 | (code >> 12);
    else {
      into[at++] = 0xf0 | (code >> 18);
      into[at++] = 0x80 | ((code >> 12) & 63);
    }
    into[at++] = 0x80 | ((code >> 6) & 63);
  }
  into[at++] = 0x80 | (code & 63);
  return at;
}
