import { compared, completedShares, withGreedy, type Completion } from '../rules/completed.ts';
import { differing } from '../rules/equals.ts';
import { phragmen } from '../rules/phragmen.ts';
import type { Backed, Counted, Profile, TieBreak } from '../rules/profile.ts';
import { ranked } from '../rules/ranked.ts';
import type { ProposalId } from '../words/ids.ts';
import type { Minor } from '../words/units.ts';
import type { Election } from './parse.ts';
import { profileOf, type Utility } from './profile.ts';

export const RULES = [
  'greedy',
  'greedy-per-cost',
  'greedy-no-skip',
  'greedy-threshold',
  'equal-shares',
  'phragmen',
] as const;
export type Rule = (typeof RULES)[number];

/** How an election is counted. `stepMinor`: what everybody's money grows by in a completion. `completion` matters to equal shares alone. */
export interface Count {
  readonly rule: Rule;
  readonly utility: Utility;
  readonly completion: Completion;
  /** Whether what is left then goes to the most supported of the rest. */
  readonly andGreedy: boolean;
  /** Whether the plain greedy outcome is taken where strictly more people prefer it. */
  readonly isCompared: boolean;
  readonly stepMinor: Minor;
}

/** `tiesMattered`: whether the same order of equals from its end would fund others. */
export interface ElectionCount {
  readonly funded: readonly ProposalId[];
  readonly spentMinor: Minor;
  readonly tiesMattered: boolean;
}

type OnStep = (spentMinor: Minor) => void;

/** Why a file cannot be counted as it says. */
export class CannotCount extends Error {
  override readonly name = 'CannotCount';
}

/** Counts a file's votes. Equals stand in the order that `ties` gives. `onStep` hears how far a completion is. Throws `CannotCount`. */
export function countElection(election: Election, count: Count, ties: TieBreak, onStep?: OnStep): ElectionCount {
  return counted(election, profileOf(election, count.utility), count, ties, onStep);
}

/**
 * Counts a file as its META says, with the supports that it states and equals in its own order. Throws `CannotCount` where META names a rule of the
 * city's own.
 */
export function countOfficially(election: Election): ElectionCount & { readonly count: Count } {
  const count = officialCount(election);
  const profile = profileOf(election, count.utility);
  const isScored = election.projects.some(({ score }) => score !== null);
  const stated = election.projects.map((project) => (isScored ? project.score : project.votes));
  const proposals = profile.proposals.map((one, place) => ({ ...one, support: stated[place] ?? one.support }));
  return { ...counted(election, { ...profile, proposals }, count, inFileOrder(election)), count };
}

/** Equals in the order of the file. */
export function inFileOrder({ projects }: Election): TieBreak {
  const places = new Map(projects.map(({ id }, index) => [id, index]));
  const placeOf = ({ proposal }: Backed) => places.get(proposal) ?? 0;
  return (a, b) => placeOf(a) - placeOf(b);
}

function counted(election: Election, profile: Profile, count: Count, ties: TieBreak, onStep?: OnStep): ElectionCount {
  const twice = election.projects.find(
    ({ id }, place) => election.projects.findIndex((one) => one.id === id) !== place,
  );
  if (twice !== undefined) throw new CannotCount(`project_id "${twice.id}" stands twice`);
  const outcome = byRule(election, profile, count, ties, onStep);
  const { funded, spentMinor } = outcome;
  if (outcome.ties.length === 0) return { funded, spentMinor, tiesMattered: false };
  const reversed = byRule(election, profile, count, (a, b) => -ties(a, b)).funded;
  const tiesMattered = differing(funded, reversed).size > 0;
  return { funded, spentMinor, tiesMattered };
}

function byRule(election: Election, profile: Profile, count: Count, ties: TieBreak, onStep?: OnStep): Counted {
  const { rule, completion, andGreedy, isCompared, stepMinor } = count;
  const greedy = { by: 'support', stops: false, least: 0 } as const;
  switch (rule) {
    case 'greedy':
      return ranked(profile, greedy, ties);
    case 'greedy-per-cost':
      return ranked(profile, { ...greedy, by: 'worth-per-cost' }, ties);
    case 'greedy-no-skip':
      return ranked(profile, { ...greedy, stops: true }, ties);
    case 'greedy-threshold':
      return ranked(profile, { ...greedy, least: thresholdOf(election) }, ties);
    case 'phragmen':
      return phragmen(profile, ties);
    case 'equal-shares': {
      const shares = completedShares(profile, completion, stepMinor, ties, onStep);
      const completed = andGreedy ? withGreedy(profile, shares, ties) : shares;
      return isCompared ? compared(profile, completed, ranked(profile, greedy, ties)) : completed;
    }
  }
}

function thresholdOf({ meta }: Election): number {
  return Number(meta.get('min_project_score_threshold') ?? '0');
}

/** What META's `rule` asks for. */
function officialCount({ meta, decimals }: Election): Count {
  const named = meta.get('rule') ?? '';
  const stepMinor = 10 ** decimals;
  const plain = { utility: 'cost', completion: 'none', andGreedy: false, isCompared: false, stepMinor } as const;
  if (named === 'greedy' || named === 'greedy-no-skip' || named === 'greedy-threshold')
    return { ...plain, rule: named };
  const shares = /^equalshares(\/add1)?(-comparison)?$/.exec(named);
  if (shares === null)
    throw new CannotCount(`the file says it was counted by "${named}", which is not a rule that can be repeated`);
  const [, add1, comparison] = shares;
  return {
    ...plain,
    rule: 'equal-shares',
    completion: add1 === undefined ? 'none' : 'add1',
    isCompared: comparison !== undefined,
  };
}
