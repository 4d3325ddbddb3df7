import { isWhole, protect, withoutDifference } from '../../record/small-numbers.ts';
import type { StillToTalk } from '../../rules/both-groups.ts';
import type { Weights } from '../../rules/voice.ts';
import { SMALLEST_GROUP, type DecisionRule, type GroupSizes, type Voice } from '../../words/groups.ts';
import type { Hash, ProposalId, RoundId } from '../../words/ids.ts';
import type { Text } from '../../words/text.ts';
import type { Minor } from '../../words/units.ts';
import type { Shares } from '../../rules/counted.ts';
import type { CountRule } from '../../rules/count-rule.ts';
import type { Counted, Round } from './round.ts';

/** What single ballots say is told, without codes, from this many on. */
export const LIST_FROM_BALLOTS = 10;

/** What one proposal got. `weighed`: its tokens as the count weighed them, by which it was ranked. */
export interface OutcomeRow {
  readonly proposal: ProposalId;
  readonly tokens: number;
  readonly supporters: number;
  readonly weighed: number;
}

/** What a round gave, as far as it has been shown. */
export interface OutcomeSection {
  readonly round: RoundId;
  readonly practice: boolean;
  readonly deciding: boolean;
  /** Rises from 1 with every correction that was shown. */
  readonly version: number;
  /** Why the versions before this one were corrected, oldest first. */
  readonly corrections: readonly Text[];
  /** Whether all of it has been shown; before, only the first of the funded stand in it. */
  readonly complete: boolean;
  readonly ballots: number;
  readonly potMinor: Minor;
  /** The cost of the funded that have been shown. */
  readonly spentMinor: Minor;
  /** In the order of funding. */
  readonly funded: readonly ProposalId[];
  readonly tiesThatMattered: readonly (readonly ProposalId[])[];
  /** The closing entry's id, from which the lot among equals is drawn. */
  readonly lot: Hash;
  /** In the order of the wall; only what has been shown. */
  readonly rows: readonly OutcomeRow[];
  readonly voice: Voice;
  readonly decision: DecisionRule;
  /** What the count would fund and one side does not back yet. */
  readonly stillToTalk: readonly StillToTalk[];
  /** `null` both where so few said neither that it would tell who they are: the weights tell how many there were. Then `weighed` is but an order. */
  readonly groups: { readonly sizes: GroupSizes | null; readonly weights: Weights | null } | null;
  readonly groupsTooSmall: boolean;
  readonly rule: CountRule;
  /** How equal shares came to it; `null` where another rule counted, before all of it was shown, and where it would tell of too few people. */
  readonly shares: Shares | null;
}

/** The outcome as far as it has been shown, `null` before anything of it was. Rules T3, O5. */
export function outcomeOf(round: Readonly<Round>): OutcomeSection | null {
  if (round.shown) return round.shownOutcome === null ? null : whole(round, round.shownOutcome, round.corrected.length);
  if (round.revealed === 0 || round.counted === null) return null;
  const all = whole(round, round.counted, 0);
  const funded = all.funded.slice(0, round.revealed);
  return {
    ...all,
    complete: false,
    funded,
    spentMinor: funded.reduce((sum, proposal) => sum + (round.costs.get(proposal) ?? 0), 0),
    tiesThatMattered: [],
    rows: all.rows.filter(({ proposal }) => funded.includes(proposal)),
    stillToTalk: [],
    groups: null,
    groupsTooSmall: false,
    shares: null,
  };
}

/** All of one version of the outcome: the one after so many corrections. */
export function whole(
  { id, rules, corrected }: Readonly<Round>,
  counted: Counted,
  corrections: number,
): OutcomeSection {
  const { outcome } = counted;
  const groups = groupsToShow(
    corrected.slice(0, corrections).map((one) => one.counted),
    counted,
  );
  const isHidden = groups?.weights === null;
  return {
    round: id,
    practice: rules.practice,
    deciding: rules.deciding,
    version: corrections + 1,
    corrections: corrected.slice(0, corrections).map(({ reason }) => reason),
    complete: true,
    ballots: counted.ballots,
    potMinor: rules.potMinor,
    spentMinor: outcome.spentMinor,
    funded: outcome.funded,
    tiesThatMattered: outcome.tiesThatMattered,
    lot: outcome.lot,
    rows: rowsOf(counted, isHidden),
    voice: rules.voice,
    decision: rules.decision,
    stillToTalk: outcome.stillToTalk,
    groups,
    groupsTooSmall: outcome.groupsTooSmall,
    rule: outcome.rule,
    shares: counted.ballots < LIST_FROM_BALLOTS || isHidden ? null : (outcome.shares ?? null),
  };
}

function rowsOf({ tally, outcome }: Counted, isHidden: boolean): OutcomeRow[] {
  const weighted = outcome.groups?.weighted ?? tally.map(([, tokens]) => tokens);
  const steps = [...new Set(weighted)].sort((a, b) => a - b);
  return tally.map(([proposal, tokens, supporters], at) => {
    const weighed = weighted[at] ?? tokens;
    return { proposal, tokens, supporters, weighed: isHidden ? steps.indexOf(weighed) : weighed };
  });
}

/** All of what the groups did or nothing: with the weights, two of the sizes would tell the third. Rule X3. */
function groupsToShow(before: readonly Counted[], { outcome }: Counted): OutcomeSection['groups'] {
  if (outcome.groups === null) return null;
  const { sizes, weights } = outcome.groups;
  const older = before.flatMap((one) => one.outcome.groups ?? []);
  const shown = older.reduce(
    (cells, one) => withoutDifference(protect(one.sizes, SMALLEST_GROUP), cells, SMALLEST_GROUP),
    protect(sizes, SMALLEST_GROUP),
  );
  return isWhole(shown) ? { sizes: shown, weights } : { sizes: null, weights: null };
}
