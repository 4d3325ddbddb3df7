import { z } from 'zod';
import { Door } from '../../words/door.ts';
import { DecisionRule, Voice } from '../../words/groups.ts';
import { Credential, Hash, ProposalId, RoundId, Serial } from '../../words/ids.ts';
import { Minor, Tokens, Version } from '../../words/units.ts';
import { CountRule, Reveal, Sending } from './plan.ts';

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

const People = z.int().min(0).max(1_000_000);
/** What the groups did to the count: how many people there were in each, and what each ballot weighed in parts of `scale`. */
const Groups = z.strictObject({
  sizes: z.strictObject({ citizens: People, professionals: People, undeclared: People }),
  weights: z.strictObject({ scale: z.int(), citizens: z.int(), professionals: z.int(), undeclared: z.int() }),
  /** The tokens as they were weighed, in parts of `scale`, in the order of the tally. */
  weighted: z.array(z.int().min(0)).max(200),
});

/**
 * How equal shares came to the outcome. What a person of weight one began with in the end: `eachMinor` (the nearest), after `raises` steps of
 * `stepMinor`. `bought` in the order of the rounds: so many gave all that they had left, which was `gaveAllMinor` together (the nearest), the
 * others `perToken` for each of their tokens, in thousandths of a minor unit and by their weight. `unbought`: what the supporters together still
 * had. `added`: what the rest of the money went to, most tokens first.
 */
const Shares = z.strictObject({
  eachMinor: Minor,
  stepMinor: Minor,
  raises: z.int().min(0),
  bought: z
    .array(
      z.strictObject({ proposal: ProposalId, gaveAll: z.int().min(0), gaveAllMinor: Minor, perToken: z.int().min(0) }),
    )
    .max(200),
  unbought: z.array(z.strictObject({ proposal: ProposalId, haveMinor: Minor })).max(200),
  added: z.array(ProposalId).max(200),
});
export type Shares = z.infer<typeof Shares>;

/** What the count gave, with all that a stranger needs to understand it. */
const Outcome = z.strictObject({
  rule: CountRule,
  ruleVersion: z.literal(1),
  funded: z.array(ProposalId).max(200),
  spentMinor: Minor,
  /** Groups of proposals that the rule could not tell apart, where the lot decided who is funded. */
  tiesThatMattered: z.array(z.array(ProposalId)),
  /** The id of the closing entry, from which the lot is drawn; in a correction, of the first one. */
  lot: Hash,
  /** Under `both-groups`: what the count would fund and one side does not back yet. */
  stillToTalk: z.array(z.tuple([ProposalId, z.enum(['citizens', 'professionals', 'both'])])).max(200),
  /** `null` where no rule reads groups, and where one was too small, so that everyone counted the same. */
  groups: Groups.nullable(),
  /** A rule that reads groups was chosen, and a group was too small for it. */
  groupsTooSmall: z.boolean(),
  shares: Shares.optional(),
});

/** A function of the journal up to `upTo`, so that every node's attempt agrees. `tally`: `[proposal, tokens, supporters]`. */
const RoundCounted = z.strictObject({
  type: z.literal('round.counted'),
  round: RoundId,
  upTo: Version,
  ballots: z.int().min(0),
  tally: z.array(z.tuple([ProposalId, Tokens.max(Number.MAX_SAFE_INTEGER), z.int().min(0)])).max(200),
  outcome: Outcome,
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
