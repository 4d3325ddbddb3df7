import { z } from 'zod';
import { Door } from '../../words/door.ts';
import { DecisionRule, Voice } from '../../words/groups.ts';
import { Credential, ProposalId, RoundId, Serial } from '../../words/ids.ts';
import { Minor, Tokens, Version } from '../../words/units.ts';
import { CountRule } from '../../rules/count-rule.ts';
import { Reveal, Sending } from './plan.ts';

/** What was frozen when the round opened: nothing about the count can change after the first ballot. */
const RulesFrozen = z.strictObject({
  type: z.literal('rules.frozen'),
  round: RoundId,
  potMinor: Minor,
  tokens: Tokens,
  cap: Tokens,
  proposals: z.array(z.tuple([ProposalId, Minor])).max(200),
  practice: z.boolean(),
  deciding: z.boolean(),
  reveal: Reveal,
  sending: Sending,
  mode: z.enum(['pseudonymous', 'private']),
  voice: Voice,
  decision: DecisionRule,
  doors: z.array(Door).min(1).max(3),
  count: CountRule,
  /** One whole unit of the currency; where equal shares count. */
  unitMinor: Minor.optional(),
  tie: z.literal('lot'),
});
export type RulesFrozen = z.infer<typeof RulesFrozen>;

const RoundOpened = z.strictObject({ type: z.literal('round.opened'), round: RoundId });
const CredentialsIssued = z.strictObject({
  type: z.literal('credentials.issued'),
  round: RoundId,
  credentials: z.array(Credential).max(1_000_000),
});
/** Totals that were live are hidden from here on until they are shown; never the other way. */
const RoundTightened = z.strictObject({ type: z.literal('round.tightened'), round: RoundId });
/** `closesAt`: server time in milliseconds. */
const RoundLastCall = z.strictObject({ type: z.literal('round.last-call'), round: RoundId, closesAt: z.int().min(0) });
const RoundLastCallWithdrawn = z.strictObject({ type: z.literal('round.last-call-withdrawn'), round: RoundId });
const RoundDoorClosed = z.strictObject({ type: z.literal('round.door-closed'), round: RoundId, door: Door });
const RoundClosed = z.strictObject({ type: z.literal('round.closed'), round: RoundId });
/** Open again for everyone. Body texts: `reason`. */
const RoundReopened = z.strictObject({ type: z.literal('round.reopened'), round: RoundId });
/** The round stays in the record and counts for nothing. Body texts: `reason`. */
const RoundVoided = z.strictObject({ type: z.literal('round.voided'), round: RoundId });
/** The first `funded` of the outcome have been shown, one after the other. */
const RoundRevealed = z.strictObject({ type: z.literal('round.revealed'), round: RoundId, funded: z.int().min(1) });
const RoundShown = z.strictObject({ type: z.literal('round.shown'), round: RoundId });
/** After showing: papers can be entered or spoiled again, and the round is counted anew. Body texts: `reason`. */
const RoundCorrecting = z.strictObject({ type: z.literal('round.correcting'), round: RoundId });

/** The last ballot of a credential counts. `replaces`: version of the ballot that this seat saw, 0 for none; recorded, never checked. */
const BallotCast = z.strictObject({
  type: z.literal('ballot.cast'),
  round: RoundId,
  credential: Credential,
  replaces: Version,
});
/** This credential's ballot counts no longer: its paper was spoiled, or belongs to another card. What it replaced counts again. */
const BallotStruck = z.strictObject({ type: z.literal('ballot.struck'), round: RoundId, credential: Credential });

/** Why a paper ballot does not count. */
export const SpoiledWhy = z.enum(['too-many-tokens', 'unreadable', 'blank', 'other']);
export type SpoiledWhy = z.infer<typeof SpoiledWhy>;
const PaperSpoiled = z.strictObject({
  type: z.literal('paper.spoiled'),
  round: RoundId,
  serial: Serial,
  why: SpoiledWhy,
});
/** What the helpers counted by hand: how many papers were handed out or printed, and how many came back unused. */
const PaperReconciled = z.strictObject({
  type: z.literal('paper.reconciled'),
  round: RoundId,
  issued: z.int().min(0).max(99_999),
  unused: z.int().min(0).max(99_999),
});

/**
 * A function of the journal up to `upTo`, so that every node's attempt agrees. Its body holds what was counted: nothing of it stands in the
 * public part of the entry, which may be read before the round is shown.
 */
const RoundCounted = z.strictObject({
  type: z.literal('round.counted'),
  round: RoundId,
  upTo: Version,
  ballots: z.int().min(0),
});
export type RoundCounted = z.infer<typeof RoundCounted>;

export const AllocationEvent = z.discriminatedUnion('type', [
  RulesFrozen,
  RoundOpened,
  CredentialsIssued,
  RoundTightened,
  RoundLastCall,
  RoundLastCallWithdrawn,
  RoundDoorClosed,
  RoundClosed,
  RoundReopened,
  RoundVoided,
  RoundRevealed,
  RoundShown,
  RoundCorrecting,
  BallotCast,
  BallotStruck,
  PaperSpoiled,
  PaperReconciled,
  RoundCounted,
]);
export type AllocationEvent = z.infer<typeof AllocationEvent>;
export type BallotCast = z.infer<typeof BallotCast>;
