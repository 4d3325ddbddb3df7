import type { Allocation } from '../../ballots/ballot.ts';
import type { Door } from '../../words/door.ts';
import type { Group, GroupSizes } from '../../words/groups.ts';
import type { ActivityId, Credential, Hash, ProposalId, RoundId, Serial } from '../../words/ids.ts';
import type { Text } from '../../words/text.ts';
import type { Millis, Minor, Version } from '../../words/units.ts';
import type { ShownCells } from '../../record/small-numbers.ts';
import type { CountBody } from '../../rules/counted.ts';
import type { RoundCounted, RulesFrozen, SpoiledWhy } from './events.ts';
import type { AllocationPlan, Reveal } from './plan.ts';
import type { Tally } from './tally.ts';

/** Totals show under `live` from this many people on: fewer, and a total tells who chose what. */
const LIVE_FROM_BALLOTS = 5;

/**
 * The last ballot of one credential. `commit` is its receipt. `group`: `null` where no rule reads it. `serial`: of a paper. `replaced`: what
 * stood before this paper was entered; it stands again if the paper is set aside, so that nobody loses a vote to a mistyped card.
 */
export interface Ballot {
  readonly version: Version;
  readonly alloc: Allocation;
  readonly commit: Hash;
  readonly door: Door;
  readonly group: Group | null;
  readonly serial: Serial | null;
  readonly replaced: Ballot | null;
}

/** What the helpers have done with paper in a round. `issued`, `unused`: as they counted, `null` before. */
export interface Papers {
  readonly entered: Map<number, Credential>;
  readonly spoiled: Map<number, SpoiledWhy>;
  issued: number | null;
  unused: number | null;
}

/** What a closed round gave. */
export type Counted = Omit<RoundCounted, 'type'> & CountBody;

/** An outcome that was shown and has been corrected since. */
export interface Corrected {
  readonly counted: Counted;
  readonly reason: Text;
}

/** One allocation, from open to shown. */
export interface Round {
  readonly id: RoundId;
  readonly rules: RulesFrozen;
  /** Cost of each proposal of the round, in the order of the wall. */
  readonly costs: ReadonlyMap<ProposalId, Minor>;
  /** As frozen, or tightened since. */
  reveal: Reveal;
  /** Whether totals were seen before they were hidden. */
  wasSeen: boolean;
  /** `entering`: phones and tablets are closed, papers are still being entered. */
  stage: 'open' | 'last-call' | 'entering' | 'closed';
  readonly openDoors: Set<Door>;
  /** Under last call: when the clock closes, and the version that announced it. */
  closesAt: Millis | null;
  lastCall: Version;
  /** The closing entry: the count covers everything up to it, and the lot is drawn from its id. */
  closed: { readonly version: Version; readonly id: Hash } | null;
  counted: Counted | null;
  /** How many of the funded have been shown one by one. */
  revealed: number;
  shown: boolean;
  /** What people have been shown last; while a correction is under way, still the version before it. */
  shownOutcome: Counted | null;
  correcting: boolean;
  readonly corrected: Corrected[];
  /** Why the round was opened again, or is being corrected. */
  notice: { readonly what: 'reopened' | 'restarted' | 'correcting'; readonly reason: Text } | null;
  readonly issued: Set<Credential>;
  readonly ballots: Map<Credential, Ballot>;
  readonly tally: Tally;
  /** What the declared groups gave, kept only where a rule reads it. */
  readonly tallyOf: Readonly<Record<'citizens' | 'professionals', Tally>>;
  readonly sizes: { -readonly [Name in Group]: GroupSizes[Name] };
  readonly papers: Papers;
  /** The entries of practice ballots, also of those that were replaced: what stands in them goes with the end of the meeting. */
  readonly passing: Version[];
  /** Whether a ballot was struck at some time: then an older one may stand. */
  struck: boolean;
  /** How many ballots came in by each way, also those that were replaced. */
  readonly castBy: Record<Door, number>;
  /** How many came in by each way, as far as it may be told, in the version that was shown last. */
  shownDoors: ShownCells<Door> | null;
}

/** A round that was voided, with its reason. */
export interface Voided {
  readonly round: Round;
  readonly reason: Text;
}

/** An allocation on the agenda; `round` is `null` until it starts. `voided`: the rounds before it, oldest first. */
export interface AllocationState {
  readonly kind: 'allocation';
  readonly activity: ActivityId;
  readonly plan: AllocationPlan;
  readonly voided: Voided[];
  round: Round | null;
}

/** Whether unused paper closes with the phones: nobody waits for papers where people only see where they stand. Rule A14. */
export function closesWithPhones({ deciding, sending }: Pick<RulesFrozen, 'deciding' | 'sending'>): boolean {
  return !deciding && sending === 'each-change';
}

/** Whether anybody has entered, set aside or counted a paper. */
export function isPaperUsed({ entered, spoiled, issued }: Readonly<Papers>): boolean {
  return entered.size > 0 || spoiled.size > 0 || issued !== null;
}

/** Whether totals may be shown now: after showing, or live from the fifth ballot. Rules T3, T4. */
export function tallyVisible(round: Readonly<Round>): boolean {
  return round.shown || isLive(round);
}

function isLive({ reveal, ballots }: Readonly<Round>): boolean {
  return reveal === 'live' && ballots.size >= LIVE_FROM_BALLOTS;
}

/** Whether anyone has seen a total, or a part of the outcome: after that a round is never opened again. Rule A11. */
export function tallySeen(round: Readonly<Round>): boolean {
  return tallyVisible(round) || round.wasSeen || round.revealed > 0;
}
