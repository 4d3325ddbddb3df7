import { stillToTalkAbout, type StillToTalk } from '../../rules/both-groups.ts';
import { nearest, times } from '../../rules/fraction.ts';
import { greedy, type Candidate } from '../../rules/greedy.ts';
import { groupsAreLargeEnough, weightsOf } from '../../rules/voice.ts';
import { readsGroups } from '../../words/reads-groups.ts';
import type { Hash, ProposalId } from '../../words/ids.ts';
import type { WorkedOut } from '../activity.ts';
import type { Shares } from '../../rules/counted.ts';
import { THOUSANDTHS } from './own-share.ts';
import type { Counted, Round } from './round.ts';
import { sharesTask, type SharesCount, type SharesTask } from './shares.ts';

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
function notBacked({ rules, sizes, tallyOf }: Readonly<Round>, funded: readonly ProposalId[]): StillToTalk[] {
  if (rules.decision === 'overall' || !groupsAreLargeEnough(sizes)) return [];
  const backers = (group: 'citizens' | 'professionals', proposal: ProposalId) =>
    tallyOf[group].get(proposal)?.supporters ?? 0;
  return stillToTalkAbout(
    funded,
    (proposal) => ({ citizens: backers('citizens', proposal), professionals: backers('professionals', proposal) }),
    sizes,
  );
}

/**
 * Who would be funded if the round closed now; equals stand in the order of the wall, as no lot is drawn yet. Where equal shares count, what
 * was last worked out.
 */
export function fundedNow(round: Readonly<Round>, sharesNow: WorkedOut['sharesNow']): ReadonlySet<string> {
  const drawn = (_: string, index: number) => String(index).padStart(4, '0');
  const funded =
    round.rules.count === 'equal-shares'
      ? sharesNow(round.id)
      : greedy(candidates(round, drawn), round.rules.potMinor).funded;
  const without = new Set(notBacked(round, funded).map(([proposal]) => proposal));
  return new Set(funded.filter((proposal) => !without.has(proposal)));
}

/** What a count by equal shares needs now: `null` where another rule counts. Equals as the lot of the closed round has them, or the wall. */
export function sharesTaskOf(round: Readonly<Round>, sha256Hex: (text: string) => string): SharesTask | null {
  if (round.rules.count !== 'equal-shares') return null;
  const wall = [...round.costs.keys()];
  const lot = lotOf(round);
  return sharesTask(round, lot === null ? wall : drawnBy(lot, wall, sha256Hex));
}

/** The closing entry's id; in a correction, of the first one. */
function lotOf({ closed, shownOutcome }: Readonly<Round>): Hash | null {
  return closed === null ? null : (shownOutcome?.outcome.lot ?? closed.id);
}

function drawnBy(lot: Hash, proposals: readonly ProposalId[], sha256Hex: (text: string) => string): ProposalId[] {
  const drawn = new Map(proposals.map((proposal) => [proposal, sha256Hex(`${lot}\n${proposal}`)]));
  return proposals.toSorted((a, b) => ((drawn.get(a) ?? '') < (drawn.get(b) ?? '') ? -1 : 1));
}

/**
 * The count of a closed round, `null` while it is open, and where equal shares count but were not worked out up to the close. The lot among equals is
 * ascending SHA-256 of the closing entry's id, a line feed, and the proposal's id: nobody knows it before the last ballot is in, anyone can
 * check it after. A correction draws no other lot. Rules O1 to O4, O6, G2 to G4.
 */
export function countRound(
  round: Readonly<Round>,
  sha256Hex: (text: string) => string,
  shares: SharesCount | null = null,
): Counted | null {
  const lot = lotOf(round);
  if (round.closed === null || lot === null) return null;
  const { count, potMinor } = round.rules;
  if (count === 'equal-shares' && shares?.upTo !== round.closed.version) return null;
  const counted =
    shares ??
    greedy(
      candidates(round, (proposal) => sha256Hex(`${lot}\n${proposal}`)),
      potMinor,
    );
  const stillToTalk = notBacked(round, counted.funded);
  const without = new Set(stillToTalk.map(([proposal]) => proposal));
  const funded = counted.funded.filter((proposal) => !without.has(proposal));
  return {
    round: round.id,
    upTo: round.closed.version,
    ballots: round.ballots.size,
    tally: [...round.tally].map(([proposal, { tokens, supporters }]) => [proposal, tokens, supporters]),
    outcome: {
      rule: count,
      ruleVersion: 1,
      funded,
      spentMinor: funded.reduce((sum, proposal) => sum + (round.costs.get(proposal) ?? 0), 0),
      tiesThatMattered: counted.tiesThatMattered.map((equals) => [...equals]),
      lot,
      stillToTalk: stillToTalk.map(([proposal, lacks]) => [proposal, lacks]),
      ...groupsOf(round),
      ...(shares === null ? {} : { shares: sharesOf(round, shares) }),
    },
  };
}

/** The story in whole numbers. */
function sharesOf({ rules, sizes }: Readonly<Round>, { story, unit, stepMinor, raises, added }: SharesCount): Shares {
  const { scale } = weightsOf(rules.voice, sizes);
  return {
    eachMinor: nearest(times(unit, scale)),
    stepMinor,
    raises,
    bought: story.bought.map(({ proposal, gaveAll, gaveAllMinor, price }) => ({
      proposal,
      gaveAll,
      gaveAllMinor,
      perToken: nearest(times(price, scale * THOUSANDTHS)),
    })),
    unbought: story.unbought.map(({ proposal, haveMinor }) => ({ proposal, haveMinor })),
    added: [...added],
  };
}

function groupsOf(round: Readonly<Round>): Pick<Counted['outcome'], 'groups' | 'groupsTooSmall'> {
  const { rules, sizes } = round;
  if (!readsGroups(rules)) return { groups: null, groupsTooSmall: false };
  if (!groupsAreLargeEnough(sizes)) return { groups: null, groupsTooSmall: true };
  const weighted = [...round.costs.keys()].map((proposal) => weighedTokens(round, proposal));
  return { groups: { sizes: { ...sizes }, weights: weightsOf(rules.voice, sizes), weighted }, groupsTooSmall: false };
}
