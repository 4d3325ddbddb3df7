import { createHash, createHmac, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import {
  CODE_LETTERS,
  type CardCode,
  type Credential,
  type Hash,
  type RoundId,
  type Secret,
  type SeatId,
  type SessionCode,
  type SessionId,
} from '@cyfran/shared/words/ids.ts';

const ID_LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789';
const CREDENTIAL_LENGTH = 12;

/** SHA-256 of a text, base64url. */
export function sha256(text: string): Hash {
  return createHash('sha256').update(text).digest('base64url');
}

/** SHA-256 of a text, 64 hexadecimal digits. */
export function sha256Hex(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** 128 random bits: a secret, or a salt. */
export function newSecret(): Secret {
  return randomBytes(16).toString('base64url');
}
export function newSessionId(): SessionId {
  return `s-${draw(ID_LETTERS, 16)}`;
}
export function newSeatId(): SeatId {
  return `p-${draw(ID_LETTERS, 16)}`;
}
export function newSessionCode(): SessionCode {
  return draw(CODE_LETTERS, 6);
}
export function newCardCode(): CardCode {
  return draw(CODE_LETTERS, 8);
}

/** What is kept of a card's code: under a key, as eight letters are searched in minutes. */
export function cardHash(cardKey: Uint8Array, code: CardCode): Hash {
  return createHmac('sha256', cardKey).update(code).digest('base64url');
}

/**
 * A seat's name in each round, from the session's link key: `b64u(HMAC-SHA256(key, seat || LF || round))[0..12]`.
 * Remembered, as it is asked for at every ballot and every frame to a seat.
 */
export function credentialsOf(linkKey: Uint8Array): (seat: SeatId, round: RoundId) => Credential {
  const known = new Map<string, Credential>();
  return (seat, round) => {
    const message = `${seat}\n${round}`;
    const before = known.get(message);
    if (before !== undefined) return before;
    const credential = createHmac('sha256', linkKey).update(message).digest('base64url').slice(0, CREDENTIAL_LENGTH);
    known.set(message, credential);
    return credential;
  };
}

/** Whether two secrets are the same, in a time that tells nothing. */
export function sameSecret(given: string, kept: string): boolean {
  return timingSafeEqual(createHash('sha256').update(given).digest(), createHash('sha256').update(kept).digest());
}

function draw(letters: string, length: number): string {
  return Array.from({ length }, () => letters[randomInt(letters.length)]).join('');
}
