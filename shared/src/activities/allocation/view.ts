import type { Allocation } from '../../ballots/ballot.ts';
import type { Credential, Hash, ProposalId, RoundId } from '../../words/ids.ts';
import type { Millis, Minor, Tokens, Version } from '../../words/units.ts';
import type { Audience } from '../activity.ts';
import { fundedNow } from './count.ts';
import type { Reveal } from './plan.ts';
import { tallyVisible, type AllocationState, type Round } from './round.ts';

/** What is on now in an allocation. `proposals` in the order of the wall. */
export interface AllocationNow {
  readonly kind: 'allocation';
  readonly round: RoundId;
  readonly stage: Round['stage'];
  readonly shown: boolean;
  readonly practice: boolean;
  readonly reveal: Reveal;
  readonly tokens: Tokens;
  readonly cap: Tokens;
  readonly potMinor: Minor;
  readonly proposals: readonly ProposalId[];
  readonly closesAt: Millis | null;
}

/** `[tokens, supporters, wouldBeFunded]`. */
export type TallyRow = readonly [tokens: number, supporters: number, wouldBeFunded: boolean];

export interface OutcomeSection {
  readonly round: RoundId;
  readonly practice: boolean;
  readonly ballots: number;
  readonly potMinor: Minor;
  readonly spentMinor: Minor;
  /** In the order of funding. */
  readonly funded: readonly ProposalId[];
  readonly tiesThatMattered: readonly (readonly ProposalId[])[];
  /** The closing entry's id, from which the lot among equals is drawn. */
  readonly lot: Hash;
  readonly rows: readonly { readonly proposal: ProposalId; readonly tokens: number; readonly supporters: number }[];
}

/** The sections of an allocation's view; `null` = not to be seen now. */
export interface AllocationSections {
  readonly turnout: { readonly round: RoundId; readonly sent: number } | null;
  /** Rows in the order of the wall. */
  readonly tally: { readonly round: RoundId; readonly rows: readonly TallyRow[] } | null;
  readonly outcome: OutcomeSection | null;
  /** The seat's own standing ballot: only for that seat. */
  readonly mine: {
    readonly round: RoundId;
    readonly version: Version;
    readonly alloc: Allocation;
    readonly commit: Hash | null;
  } | null;
  /** For the facilitator alone: whether there is something to show, and whether reopening is still open. */
  readonly ready: { readonly round: RoundId; readonly counted: boolean; readonly canReopen: boolean } | null;
}

export function now({ round }: Readonly<AllocationState>): AllocationNow | null {
  if (round === null) return null;
  const { practice, reveal, tokens, cap, potMinor } = round.rules;
  return {
    kind: 'allocation',
    round: round.id,
    stage: round.stage,
    shown: round.shown,
    practice,
    reveal,
    tokens,
    cap,
    potMinor,
    proposals: [...round.costs.keys()],
    closesAt: round.closesAt,
  };
}

/** What this audience may see of the round. Turnout always; totals only as the reveal allows; a ballot only for its own seat. Rules T2 to T5. */
export function sections({ round }: Readonly<AllocationState>, audience: Audience): Partial<AllocationSections> {
  if (round === null) return {};
  const shared = {
    turnout: { round: round.id, sent: round.ballots.size },
    tally: tallyVisible(round) ? { round: round.id, rows: rowsOf(round) } : null,
    outcome: round.shown ? outcomeOf(round) : null,
  };
  if (audience.role !== 'participant')
    return audience.role === 'facilitator' ? { ...shared, ready: readyOf(round) } : shared;
  if (audience.credentialIn === null) return shared;
  return { ...shared, mine: mineOf(round, audience.credentialIn(round.id)) };
}

function rowsOf(round: Readonly<Round>): TallyRow[] {
  const counted = round.counted?.outcome.funded;
  const funded = counted === undefined ? fundedNow(round) : new Set(counted);
  return [...round.tally].map(([proposal, { tokens, supporters }]) => [tokens, supporters, funded.has(proposal)]);
}

function outcomeOf({ id, counted, rules }: Readonly<Round>): OutcomeSection | null {
  if (counted === null) return null;
  return {
    round: id,
    practice: rules.practice,
    ballots: counted.ballots,
    potMinor: rules.potMinor,
    spentMinor: counted.outcome.spentMinor,
    funded: counted.outcome.funded,
    tiesThatMattered: counted.outcome.tiesThatMattered,
    lot: counted.outcome.lot,
    rows: counted.tally.map(([proposal, tokens, supporters]) => ({ proposal, tokens, supporters })),
  };
}

function mineOf(round: Readonly<Round>, credential: Credential): AllocationSections['mine'] {
  const ballot = round.ballots.get(credential);
  return { round: round.id, version: ballot?.version ?? 0, alloc: ballot?.alloc ?? [], commit: ballot?.commit ?? null };
}

function readyOf(round: Readonly<Round>): AllocationSections['ready'] {
  const canReopen = round.stage === 'closed' && !tallyVisible(round);
  return { round: round.id, counted: round.counted !== null, canReopen };
}
