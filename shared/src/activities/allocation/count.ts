import { greedy, type Candidate } from '../../rules/greedy.ts';
import type { RoundCounted } from './events.ts';
import type { Round } from './round.ts';

/** The round's proposals as the rule sees them, in the order of the wall. */
function candidates(round: Readonly<Round>, drawn: (proposal: string, index: number) => string): Candidate[] {
  return [...round.costs].map(([proposal, costMinor], index) => ({
    proposal,
    costMinor,
    tokens: round.tally.get(proposal)?.tokens ?? 0,
    drawn: drawn(proposal, index),
  }));
}

/** Who would be funded if the round closed now; equals stand in the order of the wall, as no lot is drawn yet. */
export function fundedNow(round: Readonly<Round>): ReadonlySet<string> {
  const drawn = (_: string, index: number) => String(index).padStart(4, '0');
  return new Set(greedy(candidates(round, drawn), round.rules.potMinor).funded);
}

/**
 * The count of a closed round, `null` while it is open. The lot among equals is ascending SHA-256 of the closing entry's id, a line feed,
 * and the proposal's id: nobody knows it before the last ballot is in, anyone can check it after. Rules O1 to O4.
 */
export function countRound(round: Readonly<Round>, sha256Hex: (text: string) => string): RoundCounted | null {
  if (round.closed === null) return null;
  const { version, id } = round.closed;
  const { funded, spentMinor, tiesThatMattered } = greedy(
    candidates(round, (proposal) => sha256Hex(`${id}\n${proposal}`)),
    round.rules.potMinor,
  );
  return {
    type: 'round.counted',
    round: round.id,
    upTo: version,
    ballots: round.ballots.size,
    tally: [...round.tally].map(([proposal, { tokens, supporters }]) => [proposal, tokens, supporters]),
    outcome: {
      rule: 'greedy',
      ruleVersion: 1,
      funded: [...funded],
      spentMinor,
      tiesThatMattered: tiesThatMattered.map((equals) => [...equals]),
      lot: id,
    },
  };
}
