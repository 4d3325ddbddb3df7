import type { Allocation } from '../../ballots/ballot.ts';
import type { Door } from '../../words/door.ts';
import type { DecisionRule, Group, Voice } from '../../words/groups.ts';
import type { Credential, Hash, ProposalId, RoundId } from '../../words/ids.ts';
import type { Millis, Minor, Tokens, Version } from '../../words/units.ts';
import type { Audience, WorkedOut } from '../activity.ts';
import { fundedNow } from './count.ts';
import type { SpoiledWhy } from './events.ts';
import { outcomeOf, type OutcomeSection } from './outcome.ts';
import type { CountRule } from '../../rules/count-rule.ts';
import type { Reveal, Sending } from './plan.ts';
import { tallySeen, tallyVisible, type AllocationState, type Round } from './round.ts';

/** What is on now in an allocation. `proposals` in the order of the wall. */
export interface AllocationNow {
  readonly kind: 'allocation';
  readonly round: RoundId;
  readonly stage: Round['stage'];
  readonly shown: boolean;
  readonly practice: boolean;
  readonly deciding: boolean;
  /** Whether it shares what another round left. */
  readonly leftOver: boolean;
  readonly reveal: Reveal;
  readonly sending: Sending;
  readonly tokens: Tokens;
  readonly cap: Tokens;
  readonly voice: Voice;
  readonly decision: DecisionRule;
  readonly count: CountRule;
  readonly potMinor: Minor;
  readonly proposals: readonly ProposalId[];
  readonly doors: readonly Door[];
  readonly closesAt: Millis | null;
  /** How many of the funded have been shown one by one. */
  readonly revealed: number;
  readonly notice: Round['notice'];
}

/** `[tokens, supporters, wouldBeFunded]`. */
export type TallyRow = readonly [tokens: number, supporters: number, wouldBeFunded: boolean];

/** The sections of an allocation's view; `null` = not to be seen now. */
export interface AllocationSections {
  readonly turnout: { readonly round: RoundId; readonly sent: number } | null;
  /** Rows in the order of the wall. */
  readonly tally: { readonly round: RoundId; readonly rows: readonly TallyRow[] } | null;
  readonly outcome: OutcomeSection | null;
  /** The seat's own standing ballot: only for that seat. `returned`: its last choices in the rounds that were voided before this one. */
  readonly mine: {
    readonly round: RoundId;
    readonly version: Version;
    readonly alloc: Allocation;
    readonly group: Group | null;
    readonly commit: Hash | null;
    readonly returned: Allocation | null;
  } | null;
  /** For the facilitator alone: whether there is something to show, and what can still be mended. */
  readonly ready: {
    readonly round: RoundId;
    readonly counted: boolean;
    readonly canReopen: boolean;
    readonly canCorrect: boolean;
    /** Whether a further round could share what this one left. */
    readonly canShareLeft: boolean;
  } | null;
  /** For facilitator and helpers: which papers were entered and spoiled, never what stands on them. */
  readonly papers: {
    readonly round: RoundId;
    readonly entered: readonly number[];
    readonly spoiled: readonly (readonly [serial: number, why: SpoiledWhy])[];
    readonly issued: number | null;
    readonly unused: number | null;
  } | null;
}

export function now({ plan, round }: Readonly<AllocationState>): AllocationNow | null {
  if (round === null) return null;
  const { practice, deciding, sending, tokens, cap, voice, decision, count, potMinor, doors } = round.rules;
  return {
    kind: 'allocation',
    round: round.id,
    stage: round.stage,
    shown: round.shown,
    practice,
    deciding,
    leftOver: plan.leftOf !== null,
    reveal: round.reveal,
    sending,
    tokens,
    cap,
    voice,
    decision,
    count,
    potMinor,
    proposals: [...round.costs.keys()],
    doors,
    closesAt: round.closesAt,
    revealed: round.revealed,
    notice: round.notice,
  };
}

/** What this audience may see of the round. Turnout always; totals only as the reveal allows; a ballot only for its own seat. Rules T2 to T5. */
export function sections(
  state: Readonly<AllocationState>,
  audience: Audience,
  workedOut: WorkedOut,
): Partial<AllocationSections> {
  const { round } = state;
  if (round === null) return {};
  const shared = {
    turnout: { round: round.id, sent: round.ballots.size },
    tally: tallyVisible(round) ? { round: round.id, rows: rowsOf(round, workedOut) } : null,
    outcome: outcomeOf(round),
  };
  switch (audience.role) {
    case 'facilitator':
      return { ...shared, ready: readyOf(state, round), papers: papersOf(round) };
    case 'helper':
      return { turnout: shared.turnout, outcome: shared.outcome, papers: papersOf(round) };
    case 'stage':
      return shared;
    case 'participant':
      return audience.credentialIn === null ? shared : { ...shared, mine: mineOf(state, round, audience.credentialIn) };
  }
}

/** Once shown, what was shown stands until a new version is: papers that are corrected do not move a bar. */
function rowsOf(round: Readonly<Round>, { sharesNow }: WorkedOut): TallyRow[] {
  const { shownOutcome } = round;
  if (round.shown && shownOutcome !== null) {
    const funded = new Set(shownOutcome.outcome.funded);
    return shownOutcome.tally.map(([proposal, tokens, supporters]) => [tokens, supporters, funded.has(proposal)]);
  }
  const funded = fundedNow(round, sharesNow);
  return [...round.tally].map(([proposal, { tokens, supporters }]) => [tokens, supporters, funded.has(proposal)]);
}

function mineOf(
  { voided }: Readonly<AllocationState>,
  round: Readonly<Round>,
  credentialIn: (round: RoundId) => Credential,
): AllocationSections['mine'] {
  const ballot = round.ballots.get(credentialIn(round.id));
  const before = voided.map(({ round: old }) => old.ballots.get(credentialIn(old.id)));
  const returned = before.findLast((old) => old !== undefined)?.alloc ?? null;
  return {
    round: round.id,
    version: ballot?.version ?? 0,
    alloc: ballot?.alloc ?? [],
    group: ballot?.group ?? null,
    commit: ballot?.commit ?? null,
    returned,
  };
}

function readyOf(state: Readonly<AllocationState>, round: Readonly<Round>): AllocationSections['ready'] {
  const isClosed = round.stage === 'closed';
  return {
    round: round.id,
    counted: round.counted !== null,
    canReopen: (isClosed || round.stage === 'entering') && !tallySeen(round),
    canCorrect: isClosed && round.shown && !round.correcting && round.rules.doors.includes('paper'),
    canShareLeft: leftOver(state) !== null,
  };
}

function papersOf({ id, rules, papers }: Readonly<Round>): AllocationSections['papers'] {
  if (!rules.doors.includes('paper')) return null;
  const { entered, spoiled, issued, unused } = papers;
  return {
    round: id,
    entered: [...entered.keys()].sort((a, b) => a - b),
    spoiled: [...spoiled].sort(([a], [b]) => a - b),
    issued,
    unused,
  };
}

/** What a deciding round left, once it is shown: the money, and what of the rest it could still pay for; `null` where there is neither. Rule A18. */
export function leftOver({ round }: Readonly<AllocationState>): {
  readonly potMinor: Minor;
  readonly proposals: { readonly proposal: ProposalId; readonly costMinor: Minor }[];
} | null {
  if (round === null || !round.rules.deciding || !round.shown || round.correcting || round.shownOutcome === null)
    return null;
  const { funded, spentMinor } = round.shownOutcome.outcome;
  const potMinor = round.rules.potMinor - spentMinor;
  const proposals = [...round.costs]
    .filter(([proposal, costMinor]) => !funded.includes(proposal) && costMinor <= potMinor)
    .map(([proposal, costMinor]) => ({ proposal, costMinor }));
  return proposals.length === 0 ? null : { potMinor, proposals };
}
