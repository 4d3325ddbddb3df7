import { SMALLEST_GROUP, type GroupSizes, type Voice } from '../words/groups.ts';

/** What each ballot counts, in whole parts of `scale`: a weight of one is `scale` parts. */
export interface Weights {
  readonly scale: number;
  readonly citizens: number;
  readonly professionals: number;
  readonly undeclared: number;
}

const ONE: Weights = { scale: 1, citizens: 1, professionals: 1, undeclared: 1 };

/** Whether each group is large enough for a rule that reads it. Rule G3. */
export function groupsAreLargeEnough({ citizens, professionals }: GroupSizes): boolean {
  return citizens >= SMALLEST_GROUP && professionals >= SMALLEST_GROUP;
}

/**
 * The weight of a ballot by its person's group. `equal-groups`: each group weighs half of all who declared one. `citizen-floor`: the same
 * where professionals are more, else everyone counts the same, so that citizens never weigh less than half. Undeclared keep weight one.
 * Exact: whole numbers over one scale. With a group too small, everyone counts the same. Rules G2, G3.
 */
export function weightsOf(voice: Voice, sizes: GroupSizes): Weights {
  const { citizens, professionals } = sizes;
  if (voice === 'one-person-one-ballot' || !groupsAreLargeEnough(sizes)) return ONE;
  if (voice === 'citizen-floor' && citizens >= professionals) return ONE;
  const all = citizens + professionals;
  const weights = { scale: 2 * citizens * professionals, citizens: all * professionals, professionals: all * citizens };
  const divisor = [weights.citizens, weights.professionals].reduce(commonDivisor, weights.scale);
  return {
    scale: weights.scale / divisor,
    citizens: weights.citizens / divisor,
    professionals: weights.professionals / divisor,
    undeclared: weights.scale / divisor,
  };
}

function commonDivisor(a: number, b: number): number {
  return b === 0 ? a : commonDivisor(b, a % b);
}
