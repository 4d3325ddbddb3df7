import { z } from 'zod';
import { Allocation } from '../../ballots/ballot.ts';
import { ActivityId, RoundId, Salt } from '../../words/ids.ts';
import type { Permissions } from '../../words/roles.ts';
import { textOf } from '../../words/text.ts';
import { Version } from '../../words/units.ts';

/** The whole ballot, replacing this seat's earlier one. `replaces`: version of the ballot that the phone saw, 0 for none. */
const CastBallot = z.strictObject({
  type: z.literal('CastBallot'),
  activity: ActivityId,
  round: RoundId,
  alloc: Allocation,
  replaces: Version,
  salt: Salt,
});

/** Announces the close on every screen; asked again it gives more time. `seen`: the ruling on the facilitator's screen. */
const LastCall = z.strictObject({
  type: z.literal('LastCall'),
  activity: ActivityId,
  round: RoundId,
  seconds: z.int().min(10).max(900),
  seen: Version,
});
const CloseNow = z.strictObject({ type: z.literal('CloseNow'), activity: ActivityId, round: RoundId, seen: Version });
const Reopen = z.strictObject({
  type: z.literal('Reopen'),
  activity: ActivityId,
  round: RoundId,
  reason: textOf(280),
  seen: Version,
});
const Show = z.strictObject({ type: z.literal('Show'), activity: ActivityId, round: RoundId, seen: Version });

/** What a person may send about an allocation. */
export const AllocationCommand = z.discriminatedUnion('type', [CastBallot, LastCall, CloseNow, Reopen, Show]);
export type CastBallot = z.infer<typeof CastBallot>;

/** The clock's: `lastCall` is the version of the last call that it keeps. */
export interface Close {
  readonly type: 'Close';
  readonly activity: ActivityId;
  readonly round: RoundId;
  readonly lastCall: Version;
}
export interface Count {
  readonly type: 'Count';
  readonly activity: ActivityId;
  readonly round: RoundId;
}
export type AllocationCommand = z.infer<typeof AllocationCommand> | Close | Count;

export const allocationPermissions: Permissions<AllocationCommand['type']> = {
  CastBallot: ['participant'],
  LastCall: ['facilitator'],
  CloseNow: ['facilitator'],
  Reopen: ['facilitator'],
  Show: ['facilitator'],
  Close: ['clock'],
  Count: ['count'],
};
