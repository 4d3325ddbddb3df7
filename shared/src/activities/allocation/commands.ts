import { z } from 'zod';
import { Allocation } from '../../ballots/ballot.ts';
import { Group } from '../../words/groups.ts';
import { ActivityId, CardCode, RoundId, Salt, Serial } from '../../words/ids.ts';
import type { Permissions } from '../../words/roles.ts';
import { textOf } from '../../words/text.ts';
import { Version } from '../../words/units.ts';
import { SpoiledWhy } from './events.ts';
import type { SharesCount } from './shares.ts';

/** Which round. */
const ROUND = { activity: ActivityId, round: RoundId } as const;
/** A facilitator's ruling names the ruling on their screen. */
const RULING = { ...ROUND, seen: Version } as const;
const REASONED = { ...RULING, reason: textOf(280) } as const;

/**
 * The whole ballot, replacing this seat's earlier one. `replaces`: version of the ballot that the phone saw, 0 for none.
 * `group`: exactly where the round's rules read it.
 */
const CastBallot = z.strictObject({
  type: z.literal('CastBallot'),
  ...ROUND,
  alloc: Allocation,
  group: Group.optional(),
  replaces: Version,
  salt: Salt,
});

/** Announces the close on every screen; asked again it gives more time. */
const LastCall = z.strictObject({ type: z.literal('LastCall'), ...RULING, seconds: z.int().min(10).max(900) });
/** Takes the last call back: the round goes on as if it had not been announced. */
const WithdrawLastCall = z.strictObject({ type: z.literal('WithdrawLastCall'), ...RULING });
/** Closes what is still open: the phones after a last call, then the paper. */
const CloseNow = z.strictObject({ type: z.literal('CloseNow'), ...RULING });
const Reopen = z.strictObject({ type: z.literal('Reopen'), ...REASONED });
/** Starts the round again from the beginning; everyone finds their choices as a draft. */
const VoidRound = z.strictObject({ type: z.literal('VoidRound'), ...REASONED });
/** Hides totals that were live. */
const HideTotals = z.strictObject({ type: z.literal('HideTotals'), ...RULING });
/** Shows the next funded proposal; after the last one, everything. */
const ShowNext = z.strictObject({ type: z.literal('ShowNext'), ...RULING });
/** Shows everything. */
const Show = z.strictObject({ type: z.literal('Show'), ...RULING });
/** After showing: lets papers be entered or spoiled again, for a new version of the outcome. */
const Correct = z.strictObject({ type: z.literal('Correct'), ...REASONED });

/** A paper ballot, entered by hand; the same serial again replaces it. `card`: written on the paper by whoever has one. */
const EnterPaper = z.strictObject({
  type: z.literal('EnterPaper'),
  ...ROUND,
  serial: Serial,
  card: CardCode.nullable(),
  alloc: Allocation,
  group: Group.optional(),
  salt: Salt,
});
/** A paper that cannot count; if it was entered before, it counts no longer. */
const SpoilPaper = z.strictObject({ type: z.literal('SpoilPaper'), ...ROUND, serial: Serial, why: SpoiledWhy });
const ReconcilePaper = z.strictObject({
  type: z.literal('ReconcilePaper'),
  ...ROUND,
  issued: z.int().min(0).max(99_999),
  unused: z.int().min(0).max(99_999),
});

/** What a person may send about an allocation. */
export const AllocationRequest = z.discriminatedUnion('type', [
  CastBallot,
  LastCall,
  WithdrawLastCall,
  CloseNow,
  Reopen,
  VoidRound,
  HideTotals,
  ShowNext,
  Show,
  Correct,
  EnterPaper,
  SpoilPaper,
  ReconcilePaper,
]);
export type CastBallot = z.infer<typeof CastBallot>;
export type EnterPaper = z.infer<typeof EnterPaper>;

/** The clock's: `lastCall` is the version of the last call that it keeps. */
export interface Close {
  readonly type: 'Close';
  readonly activity: ActivityId;
  readonly round: RoundId;
  readonly lastCall: Version;
}
/** The server's: `shares` where equal shares count, worked out elsewhere beforehand. */
export interface Count {
  readonly type: 'Count';
  readonly activity: ActivityId;
  readonly round: RoundId;
  readonly shares?: SharesCount;
}
export type AllocationCommand = z.infer<typeof AllocationRequest> | Close | Count;

export const allocationPermissions: Permissions<AllocationCommand['type']> = {
  CastBallot: ['participant'],
  LastCall: ['facilitator'],
  WithdrawLastCall: ['facilitator'],
  CloseNow: ['facilitator'],
  Reopen: ['facilitator'],
  VoidRound: ['facilitator'],
  HideTotals: ['facilitator'],
  ShowNext: ['facilitator'],
  Show: ['facilitator'],
  Correct: ['facilitator'],
  EnterPaper: ['facilitator', 'helper'],
  SpoilPaper: ['facilitator', 'helper'],
  ReconcilePaper: ['facilitator', 'helper'],
  Close: ['clock'],
  Count: ['count'],
};
