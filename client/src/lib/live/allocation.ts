import type { Receipt } from '@cyfran/shared/protocol.ts';
import type { Allocation } from '@cyfran/shared/ballots/ballot.ts';
import type { Group } from '@cyfran/shared/words/groups.ts';
import type { Hash, ProposalId, Salt } from '@cyfran/shared/words/ids.ts';
import type { Tokens, Version } from '@cyfran/shared/words/units.ts';
import type { OwnGroup } from './own-group.ts';

/** What this phone sent and the server acknowledged. `version` is `null` when it was recorded long ago, by this same command. */
export interface SentBallot {
  readonly alloc: Allocation;
  readonly group: Group | null;
  readonly salt: Salt;
  readonly version: Version | null;
  readonly commit: Hash | null;
  readonly receipt: Receipt | null;
}

/** A draft as it is kept on the phone. `own`: `null` while nothing has been touched since the last sending. */
export interface StoredDraft {
  readonly own: Allocation | null;
  readonly group: OwnGroup | null;
  readonly sent: SentBallot | null;
  readonly base: Version;
}

/** A ballot's lines with one proposal changed: no zeros, in UTF-16 order of the ids, as the server wants them. */
export function withTokens(alloc: Allocation, proposal: ProposalId, tokens: Tokens): Allocation {
  const others = alloc.filter(([id]) => id !== proposal);
  const lines: Allocation = tokens > 0 ? [...others, [proposal, tokens]] : others;
  return lines.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}

export function sameAllocation(a: Allocation, b: Allocation): boolean {
  return a.length === b.length && a.every(([id, tokens], index) => b[index]?.[0] === id && b[index][1] === tokens);
}

export function sumOf(alloc: Allocation): Tokens {
  return alloc.reduce((sum, [, tokens]) => sum + tokens, 0);
}

/** What an earlier load of the page kept. Only this phone writes there, so its outline is enough to know it by. */
export function isStored(value: unknown): value is StoredDraft {
  return typeof value === 'object' && value !== null && 'own' in value && 'sent' in value && 'base' in value;
}
