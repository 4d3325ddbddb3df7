import { greedy } from '../../rules/greedy.ts';
import type { ActivityId, ProposalId } from '../../words/ids.ts';
import type { Minor } from '../../words/units.ts';
import { notFunded, type Lacked } from './not-funded.ts';
import type { OutcomeRow, OutcomeSection } from './outcome.ts';
import type { RoundRecord } from './record.ts';

/** A part of the record, as far as it is read here. */
interface Part {
  readonly item: {
    readonly activity: ActivityId;
    readonly plan: { readonly kind: string; readonly leftOf?: ActivityId | null };
  };
  readonly rounds: readonly RoundRecord[] | null;
}

/** A deciding round that stands, and what it gave. */
export interface DecidedRound {
  readonly activity: ActivityId;
  readonly round: RoundRecord;
  readonly outcome: OutcomeSection;
}

/** What a proposal got. `share`: 0 where the whole pot was shared, from 1 where what had been left was. */
export interface FundedLine extends OutcomeRow {
  readonly costMinor: Minor;
  readonly share: number;
}
/** A proposal that is not funded, with what it lacked the last time that it could have been. */
export interface UnfundedLine extends FundedLine {
  readonly lacked: Lacked;
}

/** What all deciding rounds that stand gave together. `funded` in the order of funding; `notFunded` by their first tokens, the most first. */
export interface Decided {
  readonly potMinor: Minor;
  readonly leftMinor: Minor;
  readonly funded: readonly FundedLine[];
  readonly notFunded: readonly UnfundedLine[];
}

/**
 * The round that decided over the whole pot (the last, if there were several), then those that shared what it left, one after the other.
 * Empty before anything was shown.
 */
export function decidedRounds(parts: readonly Part[]): DecidedRound[] {
  const shown = parts.flatMap(({ item, rounds }) => {
    const round = rounds?.at(-1);
    if (round === undefined || round.outcome === null || !round.rules.deciding) return [];
    return [{ activity: item.activity, leftOf: item.plan.leftOf ?? null, round, outcome: round.outcome }];
  });
  const chain: DecidedRound[] = [];
  let next = shown.findLast(({ leftOf }) => leftOf === null);
  while (next !== undefined) {
    const { activity, round, outcome } = next;
    chain.push({ activity, round, outcome });
    next = shown.findLast(({ leftOf }) => leftOf === activity);
  }
  return chain;
}

/** What these rounds decided together; `null` where there is none. Cost: O(rounds x proposals). */
export function decidedTogether(rounds: readonly DecidedRound[]): Decided | null {
  const [first] = rounds;
  if (first === undefined) return null;
  const funded = rounds.flatMap((one, share) => linesOf(one, share, one.outcome.funded));
  const chosen = new Set(funded.map(({ proposal }) => proposal));
  const last = new Map(rounds.flatMap(unfundedIn).map((line) => [line.proposal, line]));
  return {
    potMinor: first.outcome.potMinor,
    leftMinor: funded.reduce((left, { costMinor }) => left - costMinor, first.outcome.potMinor),
    funded,
    notFunded: [...last.values()].filter(({ proposal }) => !chosen.has(proposal)),
  };
}

/** Whether papers of this round are being corrected now: what it shows is what was shown before. */
export function isBeingCorrected({ outcome, correcting }: RoundRecord): boolean {
  return outcome !== null && correcting;
}

/** Whether some ballots weighed more than others at the count. */
export function isWeighed({ groups }: OutcomeSection): boolean {
  const weights = groups?.weights ?? null;
  if (weights === null) return false;
  const { scale, citizens, professionals } = weights;
  return citizens !== scale || professionals !== scale;
}

/** Whether the groups were read to see that both back what is funded. */
export function neededBothGroups({ groups, decision }: OutcomeSection): boolean {
  return groups !== null && decision === 'both-groups';
}

/** What a plain count of the tokens would fund, nothing weighed and nobody's backing needed; equals by the round's own lot. */
export function plainlyFunded({ round, outcome }: DecidedRound, sha256Hex: (text: string) => string): ProposalId[] {
  const costs = new Map(round.costs);
  const candidates = outcome.rows.map(({ proposal, tokens }) => ({
    proposal,
    costMinor: costs.get(proposal) ?? 0,
    tokens,
    drawn: sha256Hex(`${outcome.lot}\n${proposal}`),
  }));
  return [...greedy(candidates, outcome.potMinor).funded];
}

function linesOf({ round, outcome }: DecidedRound, share: number, proposals: readonly ProposalId[]): FundedLine[] {
  const costs = new Map(round.costs);
  const rows = new Map(outcome.rows.map((row) => [row.proposal, row]));
  return proposals.flatMap((proposal) => {
    const row = rows.get(proposal);
    return row === undefined ? [] : [{ ...row, costMinor: costs.get(proposal) ?? 0, share }];
  });
}

function unfundedIn(one: DecidedRound, share: number): UnfundedLine[] {
  const costs = new Map(one.round.costs);
  const lacks = notFunded(one.outcome, (proposal) => costs.get(proposal) ?? 0);
  const lines = linesOf(
    one,
    share,
    lacks.map(({ proposal }) => proposal),
  );
  return lines.flatMap((line, index) => {
    const lacked = lacks[index]?.lacked;
    return lacked === undefined ? [] : [{ ...line, lacked }];
  });
}
