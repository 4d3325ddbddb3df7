import type { Backed, Profile, TieBreak } from '../rules/profile.ts';
import type { Election, Vote } from './parse.ts';

/** What a proposal that is funded is worth to its supporters. `borda`: the last of a ranking is worth nothing. */
export type Utility = 'cost' | 'cardinality' | 'additive' | 'borda';

/** What a file's votes are counted by, where nothing else is asked. */
export function utilityOf({ meta }: Election): Utility {
  const type = meta.get('vote_type');
  return type === 'approval' || type === 'choose-1' ? 'cost' : 'additive';
}

/**
 * An election as the rules see it; a project named twice in a ballot counts once, with its last points. Ranked by votes or by points, those
 * below zero too; whoever gives none above zero is no supporter. Scores: what a ballot leaves out has the file's `default_score`.
 */
export function profileOf(election: Election, utility: Utility): Profile {
  const { projects, votes, potMinor, meta } = election;
  const places = new Map(projects.map(({ id }, index) => [id, index]));
  const tallies = projects.map(() => ({ voters: [] as number[], points: [] as number[], below: 0 }));
  const isByPoints = utility === 'additive' || utility === 'borda';
  const unlisted = meta.get('vote_type') === 'scoring' ? Number(meta.get('default_score') ?? '0') : 0;
  votes.forEach((vote, voter) => {
    const given = pointsOf(vote, meta.get('vote_type') ?? '', utility);
    for (const [id, points] of given) addTo(tallies[places.get(id) ?? -1], voter, points);
    if (unlisted === 0) return;
    projects.forEach(({ id }, place) => {
      if (!given.has(id)) addTo(tallies[place], voter, unlisted);
    });
  });
  const proposals = projects.map(({ id, costMinor }, place): Backed => {
    const { voters, points, below } = tallies[place] ?? { voters: [], points: [], below: 0 };
    // What costs nothing would be worth nothing.
    const alike = utility === 'cost' && costMinor > 0 ? costMinor : 1;
    const worth = Float64Array.from(points, (one) => (isByPoints ? one : alike));
    const sum = (numbers: Iterable<number>) => [...numbers].reduce((so, one) => so + one, 0);
    return {
      proposal: id,
      costMinor,
      voters: Int32Array.from(voters),
      worth,
      total: sum(worth) + (isByPoints ? below : 0),
      support: sum(points) + below,
    };
  });
  return { potMinor, weights: new Float64Array(votes.length).fill(1), proposals };
}

function addTo(
  tally: { voters: number[]; points: number[]; below: number } | undefined,
  voter: number,
  points: number,
): void {
  if (tally === undefined) return;
  if (points > 0) {
    tally.voters.push(voter);
    tally.points.push(points);
  } else tally.below += points;
}

function pointsOf({ lines }: Vote, type: string, utility: Utility): Map<string, number> {
  if (type !== 'ordinal') return new Map(lines);
  // An order: the first of so many has as many points; the references give the last none.
  const least = utility === 'borda' ? 0 : 1;
  return new Map(lines.map(([id], index) => [id, lines.length - 1 - index + least]));
}

/** Ties by the smaller id, code point by code point. */
export const smallestId: TieBreak = (a, b) => (a.proposal < b.proposal ? -1 : 1);
export const largestId: TieBreak = (a, b) => -smallestId(a, b);
