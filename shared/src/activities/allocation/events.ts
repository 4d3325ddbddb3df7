import { z } from 'zod';
import { Door } from '../../ballots/ballot.ts';
import { Credential, Hash, ProposalId, RoundId } from '../../words/ids.ts';
import { Minor, Tokens, Version } from '../../words/units.ts';
import { Reveal } from './plan.ts';

/** What was frozen when the round opened: nothing about the count can change after the first ballot. */
const RulesFrozen = z.strictObject({
  type: z.literal('rules.frozen'),
  round: RoundId,
  potMinor: Minor,
  tokens: Tokens,
  cap: Tokens,
  proposals: z.array(z.tuple([ProposalId, Minor])).max(200),
  practice: z.boolean(),
  reveal: Reveal,
  mode: z.enum(['pseudonymous', 'private']),
  voice: z.literal('one-person-one-ballot'),
  decision: z.literal('overall'),
  count: z.literal('greedy'),
  tie: z.literal('lot'),
});
export type RulesFrozen = z.infer<typeof RulesFrozen>;

const RoundOpened = z.strictObject({ type: z.literal('round.opened'), round: RoundId });
const CredentialsIssued = z.strictObject({
  type: z.literal('credentials.issued'),
  round: RoundId,
  credentials: z.array(Credential).max(1_000_000),
});
/** `closesAt`: server time in milliseconds. */
const RoundLastCall = z.strictObject({ type: z.literal('round.last-call'), round: RoundId, closesAt: z.int().min(0) });
const RoundDoorClosed = z.strictObject({ type: z.literal('round.door-closed'), round: RoundId, door: Door });
const RoundClosed = z.strictObject({ type: z.literal('round.closed'), round: RoundId });
const RoundReopened = z.strictObject({ type: z.literal('round.reopened'), round: RoundId });
const RoundShown = z.strictObject({ type: z.literal('round.shown'), round: RoundId });

/** The last ballot of a credential counts. `replaces`: version of the ballot that this seat saw, 0 for none; recorded, never checked. */
const BallotCast = z.strictObject({
  type: z.literal('ballot.cast'),
  round: RoundId,
  credential: Credential,
  replaces: Version,
});

/** What the count gave, with all that a stranger needs to understand it. */
const Outcome = z.strictObject({
  rule: z.literal('greedy'),
  ruleVersion: z.literal(1),
  funded: z.array(ProposalId).max(200),
  spentMinor: Minor,
  /** Groups of proposals with equal tokens where the lot decided who is funded. */
  tiesThatMattered: z.array(z.array(ProposalId)),
  /** The id of the closing entry, from which the lot is drawn. */
  lot: Hash,
});
export type Outcome = z.infer<typeof Outcome>;

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
  RoundLastCall,
  RoundDoorClosed,
  RoundClosed,
  RoundReopened,
  RoundShown,
  BallotCast,
  RoundCounted,
]);
export type AllocationEvent = z.infer<typeof AllocationEvent>;
export type BallotCast = z.infer<typeof BallotCast>;
