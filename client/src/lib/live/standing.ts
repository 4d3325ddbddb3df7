import type { AllocationSections } from '@cyfran/shared/activities/allocation/view.ts';
import type { Allocation } from '@cyfran/shared/ballots/ballot.ts';
import type { Receipt } from '@cyfran/shared/protocol.ts';
import type { Group } from '@cyfran/shared/words/groups.ts';
import type { Hash, Salt } from '@cyfran/shared/words/ids.ts';
import type { Version } from '@cyfran/shared/words/units.ts';
import { sameAllocation, type SentBallot } from './allocation.ts';

/** The seat's ballot as a frame has it. */
export type Mine = NonNullable<AllocationSections['mine']>;

/** The ballot that counts for this seat as far as the phone knows. `elsewhere`: another phone sent it. */
export interface Standing {
  readonly alloc: Allocation;
  readonly group: Group | null;
  readonly version: Version;
  readonly commit: Hash | null;
  /** As the server signed it; `null` where another phone sent the ballot. */
  readonly receipt: Receipt | null;
  /** With which this phone alone can check its receipt; `null` where another sent it. */
  readonly salt: Salt | null;
  readonly elsewhere: boolean;
}

/** The newer of what the last frame said and what the server acknowledged to this phone; `null` when there is neither. */
export function standingOf(mine: Mine | null, sent: SentBallot | null): Standing | null {
  if (mine !== null && mine.version > (sent?.version ?? 0)) {
    const { alloc, group, version, commit } = mine;
    const elsewhere = sent === null || !sameAllocation(alloc, sent.alloc);
    return { alloc, group, version, commit, receipt: null, salt: null, elsewhere };
  }
  return sent === null ? null : { ...sent, version: sent.version ?? 0, elsewhere: false };
}
