import type { BallotBody } from '@cyfran/shared/ballots/ballot.ts';
import { fromBase64Url } from '@cyfran/shared/record/base64url.ts';
import { commitmentOf } from '@cyfran/shared/record/commit.ts';
import type { Hash, RoundId } from '@cyfran/shared/words/ids.ts';
import { sha256 } from '@noble/hashes/sha2.js';
import canonicalize from 'canonicalize';
import type { Opening, OwnDoor } from './opening.ts';
import type { Standing } from './standing.ts';

/**
 * Whether the server's receipt is for exactly what was sent through this door. The entry holds the ballot alone, or after the issuing of
 * its credential for a seat that joined late: the phone cannot know which, so either is right. Source: RECORD.md, section 2.
 */
export function receiptMatches(commit: Hash, { round, alloc, group, salt }: Opening, door: OwnDoor): boolean {
  const ballot: BallotBody = { round, alloc, door, ...(group === undefined ? {} : { group }) };
  const entries = [[{ ballot }], [null, { ballot }]];
  return entries.some((bodies) => commitmentOf(canonicalize(bodies) ?? '', fromBase64Url(salt), sha256) === commit);
}

/** Whether the receipt of a ballot that stands may be believed: it is for exactly what this phone sent, or another phone sent it. */
export function isGenuine(standing: Standing, round: RoundId, door: OwnDoor): boolean {
  const { commit, salt, alloc, group } = standing;
  if (commit === null || salt === null) return true;
  return receiptMatches(commit, { round, alloc, salt, group: group ?? undefined }, door);
}
