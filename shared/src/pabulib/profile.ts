import type { Backed, Profile, TieBreak } from '../rules/profile.ts';
import type { Election, Vote } from './parse.ts';

/** What a proposal that is funded is worth to its supporters. `borda`: the last of a ranking is worth nothing. */
export type Utility = 'cost' | 'cardinality' | 'additive' | 'borda';

/** What a file's votes are counted by, where nothing else is asked. */
export function utilityOf({ meta }: Election): Utility {
  const type = meta.get('vote_type');
  return type === 'approval' || type === 'choose-1' ? 'cost' : 'additive';
}

/** An election as the rules see it; a project named twice in a ballot counts once, with its last points. Ranked by votes or by points. */
export function profileOf(election: Election, utility: Utility): Profile {
  const { projects, votes, potMinor, meta } = election;
  const places = new Map(projects.map(({ id }, index) => [id, index]));
  const voters: number[][] = projects.map(() => []);
  const points: number[][] = projects.map(() => []);
  votes.forEach((vote, voter) => {
    for (const [id, given] of pointsOf(vote, meta.get('vote_type') ?? '', utility)) {
      const place = places.get(id);
      if (place === undefined || given <= 0) continue;
      voters[place]?.push(voter);
      points[place]?.push(given);
    }
  });
  const proposals = projects.map(({ id, costMinor }, place): Backed => {
    const [whose, given] = [voters[place] ?? [], points[place] ?? []];
    const worth = Float64Array.from(given, (one) => (utility === 'cost' ? costMinor : utility === 'cardinality' ? 1 : one));
    return {
      proposal: id,
      costMinor,
      voters: Int32Array.from(whose),
      worth,
      total: worth.reduce((sum, one) => sum + one, 0),
      support: given.reduce((sum, one) => sum + one, 0),
    };
  });
  return { potMinor, weights: new Float64Array(votes.length).fill(1), proposals };
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
