import type { Allocation } from '../../ballots/ballot.ts';
import type { Door } from '../../words/door.ts';
import type { Hash, ProposalId, RoundId } from '../../words/ids.ts';
import type { Text } from '../../words/text.ts';
import type { Minor } from '../../words/units.ts';
import type { RulesFrozen, SpoiledWhy } from './events.ts';
import { LIST_FROM_BALLOTS, outcomeOf, whole, type OutcomeSection } from './outcome.ts';
import { isListed } from './published.ts';
import type { AllocationState, Ballot, Round } from './round.ts';

/** One round as the record shows it for good: only what has been shown whole. */
export interface RoundRecord {
  readonly round: RoundId;
  readonly rules: RulesFrozen;
  readonly costs: readonly (readonly [ProposalId, Minor])[];
  /** `null` where the round was voided or not shown. */
  readonly outcome: OutcomeSection | null;
  /** Versions of the outcome before the one that stands, oldest first. */
  readonly before: readonly { readonly outcome: OutcomeSection; readonly reason: Text }[];
  /** Why it counts for nothing; `null` where it counts. */
  readonly voided: Text | null;
  /** Whether papers are being corrected now: what it shows is what was shown before. */
  readonly correcting: boolean;
  /** Ballots by the way they came in, `null` where it would be too few to show; `null` for all before they are shown. Ways that nobody used are left out. */
  readonly doors: readonly (readonly [Door, number | null])[] | null;
  /**
   * Every ballot that counted, without times; `null` where there are too few to publish. Where lists are published, by the code of its receipt
   * (`commit`); else sorted by what it says, without.
   */
  readonly ballots: readonly { readonly alloc: Allocation; readonly commit: Hash | null }[] | null;
  readonly papers: {
    readonly entered: number;
    readonly spoiled: number;
    readonly issued: number | null;
    readonly unused: number | null;
  } | null;
  readonly spoiled: readonly (readonly [SpoiledWhy, number])[];
}

/** Rounds of an allocation that anyone may see for good: practice never, nothing before it was shown whole. Rules X1, X2. */
export function record({ round, voided }: Readonly<AllocationState>): RoundRecord[] {
  const past = voided.map(({ round: old, reason }) => roundRecord(old, reason));
  return [...past, ...(round === null ? [] : [roundRecord(round, null)])].filter(({ rules }) => !rules.practice);
}

function roundRecord(round: Readonly<Round>, voided: Text | null): RoundRecord {
  const stands = voided === null && round.shown && round.shownOutcome !== null && !round.correcting;
  return {
    round: round.id,
    rules: round.rules,
    costs: [...round.costs],
    outcome: voided === null && round.shown ? outcomeOf(round) : null,
    before: round.corrected.map(({ counted, reason }, at) => ({ outcome: whole(round, counted, at), reason })),
    voided,
    correcting: round.correcting,
    doors: stands ? doorsOf(round) : null,
    ballots: stands ? ballotsOf(round) : null,
    // A number of papers that is too small to show by door is too small to show here.
    papers:
      stands && round.rules.doors.includes('paper') && typeof round.shownDoors?.paper === 'number'
        ? papersOf(round)
        : null,
    spoiled: stands ? spoiledOf(round) : [],
  };
}

function doorsOf({ rules, shownDoors }: Readonly<Round>): RoundRecord['doors'] {
  if (shownDoors === null) return null;
  return rules.doors.map((door) => [door, shownDoors[door]] as const).filter(([, count]) => count !== 0);
}

/** Two lists side by side, before and after a correction, would tell what stood on the papers that were corrected. Rules X2, X3. */
function ballotsOf(round: Readonly<Round>): RoundRecord['ballots'] {
  const { rules, ballots, corrected } = round;
  if (isListed(round)) return sorted(ballots, ({ alloc, commit }) => ({ key: commit, one: { alloc, commit } }));
  if (ballots.size < LIST_FROM_BALLOTS || (rules.mode === 'private' && corrected.length > 0)) return null;
  return sorted(ballots, ({ alloc }) => ({ key: JSON.stringify(alloc), one: { alloc, commit: null } }));
}

/** In an order that says nothing about who sent what. */
function sorted<One>(
  ballots: Round['ballots'],
  told: (ballot: Ballot) => { readonly key: string; readonly one: One },
): One[] {
  const all = [...ballots.values()].map(told);
  return all.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ one }) => one);
}

function papersOf({ papers }: Readonly<Round>): RoundRecord['papers'] {
  const { entered, spoiled, issued, unused } = papers;
  return { entered: entered.size, spoiled: spoiled.size, issued, unused };
}

function spoiledOf({ papers }: Readonly<Round>): RoundRecord['spoiled'] {
  const counts = new Map<SpoiledWhy, number>();
  for (const why of papers.spoiled.values()) counts.set(why, (counts.get(why) ?? 0) + 1);
  return [...counts];
}
