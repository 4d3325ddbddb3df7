import { toBase64Url } from '@cyfran/shared/record/base64url.ts';

const SECRET_BYTES = 16;
const OUTBOX_BYTES = 12;

/** 128 random bits as base64url (22 characters): the key to a seat, or a ballot's salt. */
export function newSecret(): string {
  return randomText(SECRET_BYTES);
}

/** 96 random bits as base64url (16 characters): one sender in one page load. */
export function newOutboxId(): string {
  return randomText(OUTBOX_BYTES);
}

/** `getRandomValues` is there on plain http too, where `randomUUID` and `crypto.subtle` are not. */
function randomText(bytes: number): string {
  return toBase64Url(crypto.getRandomValues(new Uint8Array(bytes)));
}
