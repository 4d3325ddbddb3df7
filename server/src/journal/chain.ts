import { hash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { assert } from '@cyfran/shared/words/assert.ts';
import type { Event } from '@cyfran/shared/session/events.ts';
import type { Header } from '@cyfran/shared/session/entry.ts';
import type { Hash } from '@cyfran/shared/words/ids.ts';
import type { Millis, Version } from '@cyfran/shared/words/units.ts';
import type { Genesis } from './journal.ts';

const GENESIS_TAG = 'cyfran/genesis/v1\n';
const ENTRY_TAG = 'cyfran/entry/v1\n';
const SECONDS_LENGTH = 'YYYY-MM-DDTHH:MM:SS'.length;
const MINUTES_LENGTH = 'YYYY-MM-DDTHH:MM'.length;

/** Canonical JSON (RFC 8785). Throws on what JSON cannot hold: NaN, lone surrogates, circles. It does not judge floats or NFC: schemas do. */
export function canonicalText(value: unknown): string {
  const text = canonicalize(value);
  assert(text !== undefined, 'only functions, symbols and undefined have no JSON');
  return text;
}

/** Line 0 of a journal, without its id. */
export function genesisText({ sid, createdAt, kid, pub }: Genesis): string {
  return canonicalText({ sid, createdAt, kid, pub });
}

/** `id_0`: the first link of a session's chain, over genesis as it is stored. Rule J8. Source: RECORD.md, section 2. */
export function genesisId(stored: string): Hash {
  return hash('sha256', GENESIS_TAG + stored, 'base64url');
}

/**
 * `id_n`: the link of version `n`, over the version, the id before it and the header's bytes as they are stored. The header is hashed
 * as text, which is the same as its bytes wherever these were well-formed UTF-8. Rule J8. Source: RECORD.md, section 2.
 */
export function entryId(version: Version, previous: Hash, header: string): Hash {
  return hash('sha256', `${ENTRY_TAG}${version}\n${previous}\n${header}`, 'base64url');
}

/** A header as it is stored and hashed. It names no version and no previous id, so that any node may append it. */
export function headerText(header: Header): string {
  return canonicalText(header);
}

/** When an entry was made, in UTC seconds; only to the minute where it could tell who cast a ballot or joined. Rule J13. */
export function timeText(at: Millis, events: readonly Event[]): string {
  const length = events.some(tellsWho) ? MINUTES_LENGTH : SECONDS_LENGTH;
  const second = Math.floor(at / 1000);
  if (second !== lastSecond.second) lastSecond = { second, text: new Date(at).toISOString() };
  return `${lastSecond.text.slice(0, length)}Z`;
}

/** Thousands of entries are made in one second; spelling it out takes as long as a hash. */
let lastSecond = { second: 0, text: new Date(0).toISOString() };

/** What a person did, by an event that names their seat or credential. */
const TELLING: ReadonlySet<Event['type']> = new Set([
  'ballot.cast',
  'seat.joined',
  'seat.knocked',
  'question.raised',
  'question.lowered',
]);

function tellsWho({ type }: Event): boolean {
  return TELLING.has(type);
}
