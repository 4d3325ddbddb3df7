import type { OutcomeSection } from '@cyfran/shared/activities/allocation/outcome.ts';
import type { RoundRecord } from '@cyfran/shared/activities/allocation/record.ts';
import type { HeldPart, SessionRecord } from '@cyfran/shared/session/record.ts';
import { canonicalText } from '../journal/chain.ts';

/**
 * The whole record as canonical JSON (RFC 8785), as docs/record.md describes it: `null` before a vote was shown or voided, or a decision
 * was written. Of an earlier version it says what was funded, never the totals: two totals that differ by one paper would tell what stood
 * on it.
 */
export function recordJson(record: SessionRecord): string | null {
  const { sid, rehearsal, state, openedAt, closedAt, setUp, joined, cards, parts, decisions, mendings } = record;
  const hasShown = parts.some(({ rounds }) =>
    rounds?.some(({ outcome, voided }) => outcome !== null || voided !== null),
  );
  if (!hasShown && decisions.length === 0) return null;
  const { title, purpose, promise, voters, together, contact, questionsUntil, day } = setUp;
  const { currency, potMinor, admission, paper, groupNames, proposals } = setUp;
  return canonicalText({
    format: 'cyfran-record',
    formatVersion: 1,
    session: sid,
    ...{ rehearsal, state, openedAt, closedAt },
    meeting: { title, purpose, promise, voters, together, contact, questionsUntil, day },
    ...{ currency, potMinor, admission, paper, groupNames },
    proposals: proposals.map((proposal, index) => ({ number: index + 1, ...proposal })),
    ...{ joined, cards },
    parts: parts.map(partJson),
    decisions,
    mendings,
  });
}

function partJson({ item, rounds }: HeldPart): object {
  const { activity, plan, text } = item;
  return { activity, kind: plan.kind, text, rounds: rounds?.map((round) => roundJson(round)) ?? null };
}

function roundJson({ round, rules, costs, outcome, before, voided, doors, ballots, papers, spoiled }: RoundRecord) {
  const {
    deciding,
    potMinor,
    tokens,
    cap,
    reveal,
    mode,
    voice,
    decision,
    doors: ways,
    count,
    unitMinor = null,
    tie,
  } = rules;
  return {
    round,
    rules: { deciding, potMinor, tokens, cap, reveal, mode, voice, decision, doors: ways, count, unitMinor, tie },
    costs: costs.map(([proposal, costMinor]) => ({ proposal, costMinor })),
    voided,
    outcome: outcome === null ? null : outcomeJson(outcome),
    before: before.map(({ outcome: old, reason }, index) => ({
      version: index + 1,
      funded: old.funded,
      spentMinor: old.spentMinor,
      reason,
    })),
    byDoor: doors?.map(([door, count]) => ({ door, ballots: count })) ?? null,
    ballots: ballots?.map(({ alloc }) => alloc) ?? null,
    papers,
    spoiled: spoiled.map(([why, count]) => ({ why, papers: count })),
  };
}

function outcomeJson(outcome: OutcomeSection): object {
  const { version, ballots, potMinor, spentMinor, funded, tiesThatMattered, lot, rows, stillToTalk } = outcome;
  const { groups, groupsTooSmall, rule, shares } = outcome;
  return {
    ...{ version, ballots, potMinor, spentMinor, funded, tiesThatMattered, lot, rows, groupsTooSmall },
    stillToTalk: stillToTalk.map(([proposal, lacks]) => ({ proposal, lacks })),
    groups,
    ...{ rule, shares },
  };
}
