import type { Allocation, BallotBody } from '@cyfran/shared/ballots/ballot.ts';
import { fromBase64Url } from '@cyfran/shared/record/base64url.ts';
import { commitmentOf } from '@cyfran/shared/record/commit.ts';
import type { Group } from '@cyfran/shared/words/groups.ts';
import type { Hash, RoundId, Salt } from '@cyfran/shared/words/ids.ts';
import { sha256 } from '@noble/hashes/sha2.js';
import canonicalize from 'canonicalize';

/** Where a ballot of this connection comes in. */
export type OwnDoor = 'phone' | 'tablet';

/** What was sent: with the salt, the sender alone can open the commitment again. */
export interface Opening {
  readonly round: RoundId;
  readonly alloc: Allocation;
  readonly group?: Group | undefined;
  readonly salt: Salt;
}

/**
 * Whether the server's receipt is for exactly what was sent through this door. The entry holds the ballot alone, or after the issuing of
 * its credential for a seat that joined late: the phone cannot know which, so either is right. Source: RECORD.md, section 2.
 */
export function receiptMatches(commit: Hash, { round, alloc, group, salt }: Opening, door: OwnDoor): boolean {
  const ballot: BallotBody = { round, alloc, door, ...(group === undefined ? {} : { group }) };
  const entries = [[{ ballot }], [null, { ballot }]];
  return entries.some((bodies) => commitmentOf(canonicalize(bodies) ?? '', fromBase64Url(salt), sha256) === commit);
}
