import type { Allocation } from '@cyfran/shared/ballots/ballot.ts';
import type { Group } from '@cyfran/shared/words/groups.ts';
import type { RoundId, Salt } from '@cyfran/shared/words/ids.ts';

/** Where a ballot of this connection comes in. */
export type OwnDoor = 'phone' | 'tablet';

/** What was sent: with the salt, the sender alone can open the commitment again. */
export interface Opening {
  readonly round: RoundId;
  readonly alloc: Allocation;
  readonly group?: Group | undefined;
  readonly salt: Salt;
}
