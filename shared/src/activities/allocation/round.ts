import type { Allocation } from '../../ballots/ballot.ts';
import type { ActivityId, Credential, Hash, ProposalId, RoundId } from '../../words/ids.ts';
import type { Millis, Minor, Version } from '../../words/units.ts';
import type { RoundCounted, RulesFrozen } from './events.ts';
import type { AllocationPlan } from './plan.ts';
import type { Tally } from './tally.ts';

/** Totals show under `live` from this many people on: fewer, and a total tells who chose what. */
const LIVE_FROM_BALLOTS = 5;

/** The last ballot of one credential. `commit` is its receipt. */
export interface Ballot {
  readonly version: Version;
  readonly alloc: Allocation;
  readonly commit: Hash;
}

/** One allocation, from open to shown. */
export interface Round {
  readonly id: RoundId;
  readonly rules: RulesFrozen;
  /** Cost of each proposal of the round, in the order of the wall. */
  readonly costs: ReadonlyMap<ProposalId, Minor>;
  stage: 'open' | 'last-call' | 'closed';
  shown: boolean;
  /** Under last call: when the clock closes, and the version that announced it. */
  closesAt: Millis | null;
  lastCall: Version;
  /** The closing entry: the count covers everything up to it, and the lot is drawn from its id. */
  closed: { readonly version: Version; readonly id: Hash } | null;
  counted: RoundCounted | null;
  readonly issued: Set<Credential>;
  readonly ballots: Map<Credential, Ballot>;
  readonly tally: Tally;
}

/** An allocation on the agenda; `round` is `null` until it starts. */
export interface AllocationState {
  readonly kind: 'allocation';
  readonly activity: ActivityId;
  readonly plan: AllocationPlan;
  round: Round | null;
}

/** Whether totals may be shown now: after showing, or live from the fifth ballot. Rules T3, T4. */
export function tallyVisible(round: Round): boolean {
  return round.shown || (round.rules.reveal === 'live' && round.ballots.size >= LIVE_FROM_BALLOTS);
}
