import { stillToTalkAbout, type StillToTalk } from '../../rules/both-groups.ts';
import { greedy, type Candidate, type GreedyOutcome } from '../../rules/greedy.ts';
import { groupsAreLargeEnough, weightsOf } from '../../rules/voice.ts';
import { readsGroups } from '../../words/reads-groups.ts';
import type { ProposalId } from '../../words/ids.ts';
import type { RoundCounted } from './events.ts';
import type { Round } from './round.ts';

/**
 * A proposal's tokens as the round's voice weighs them, in whole parts of the weights' scale. Exact up to about a hundred thousand people
 * with ten tokens each. Rule G2.
 */
function weighedTokens({ rules, sizes, tally, tallyOf }: Readonly<Round>, proposal: ProposalId): number {
  const all = tally.get(proposal)?.tokens ?? 0;
  if (rules.voice === 'one-person-one-ballot') return all;
  const weights = weightsOf(rules.voice, sizes);
  const citizens = tallyOf.citizens.get(proposal)?.tokens ?? 0;
  const professionals = tallyOf.professionals.get(proposal)?.tokens ?? 0;
  return (
    weights.citizens * citizens +
    weights.professionals * professionals +
    weights.undeclared * (all - citizens - professionals)
  );
}

/** The round's proposals as the rule sees them, in the order of the wall. */
function candidates(round: Readonly<Round>, drawn: (proposal: string, index: number) => string): Candidate[] {
  return [...round.costs].map(([proposal, costMinor], index) => ({
    proposal,
    costMinor,
    tokens: weighedTokens(round, proposal),
    drawn: drawn(proposal, index),
  }));
}

/** Of those that the rule would fund, which one of the groups does not back. None while a group is too small to be read. Rules G3, G4. */
function notBacked({ rules, sizes, tallyOf }: Readonly<Round>, { funded }: GreedyOutcome): StillToTalk[] {
  if (rules.decision === 'overall' || !groupsAreLargeEnough(sizes)) return [];
  const backers = (group: 'citizens' | 'professionals', proposal: ProposalId) =>
    tallyOf[group].get(proposal)?.supporters ?? 0;
  return stillToTalkAbout(
    funded,
    (proposal) => ({ citizens: backers('citizens', proposal), professionals: backers('professionals', proposal) }),
    sizes,
  );
}

/** Who would be funded if the round closed now; equals stand in the order of the wall, as no lot is drawn yet. */
export function fundedNow(round: Readonly<Round>): ReadonlySet<string> {
  const drawn = (_: string, index: number) => String(index).padStart(4, '0');
  const outcome = greedy(candidates(round, drawn), round.rules.potMinor);
  const without = new Set(notBacked(round, outcome).map(([proposal]) => proposal));
  return new Set(outcome.funded.filter((proposal) => !without.has(proposal)));
}

/**
 * The count of a closed round, `null` while it is open. The lot among equals is ascending SHA-256 of the closing entry's id, a line feed,
 * and the proposal's id: nobody knows it before the last ballot is in, anyone can check it after. A correction draws no other lot.
 * Rules O1 to O4, O6, G2 to G4.
 */
export function countRound(round: Readonly<Round>, sha256Hex: (text: string) => string): RoundCounted | null {
  if (round.closed === null) return null;
  const { version, id } = round.closed;
  const lot = round.shownOutcome?.outcome.lot ?? id;
  const counted = greedy(
    candidates(round, (proposal) => sha256Hex(`${lot}\n${proposal}`)),
    round.rules.potMinor,
  );
  const stillToTalk = notBacked(round, counted);
  const without = new Set(stillToTalk.map(([proposal]) => proposal));
  const funded = counted.funded.filter((proposal) => !without.has(proposal));
  return {
    type: 'round.counted',
    round: round.id,
    upTo: version,
    ballots: round.ballots.size,
    tally: [...round.tally].map(([proposal, { tokens, supporters }]) => [proposal, tokens, supporters]),
    outcome: {
      rule: 'greedy',
      ruleVersion: 1,
      funded,
      spentMinor: funded.reduce((sum, proposal) => sum + (round.costs.get(proposal) ?? 0), 0),
      tiesThatMattered: counted.tiesThatMattered.map((equals) => [...equals]),
      lot,
      stillToTalk: stillToTalk.map(([proposal, lacks]) => [proposal, lacks]),
      ...groupsOf(round),
    },
  };
}

function groupsOf(round: Readonly<Round>): Pick<RoundCounted['outcome'], 'groups' | 'groupsTooSmall'> {
  const { rules, sizes } = round;
  if (!readsGroups(rules)) return { groups: null, groupsTooSmall: false };
  if (!groupsAreLargeEnough(sizes)) return { groups: null, groupsTooSmall: true };
  const weighted = [...round.costs.keys()].map((proposal) => weighedTokens(round, proposal));
  return { groups: { sizes: { ...sizes }, weights: weightsOf(rules.voice, sizes), weighted }, groupsTooSmall: false };
}
