import type { ActivityPlan } from '../activities/registry.ts';

/** What a part of a meeting is, to people. `left`: a round that shares out what another left. */
export const PART_KINDS = ['practice', 'how', 'talk', 'first', 'break', 'deciding', 'left'] as const;
export type PartKind = (typeof PART_KINDS)[number];

/** What a plan is, to people. */
export function kindOfPlan(plan: ActivityPlan): PartKind {
  if (plan.kind !== 'allocation') return plan.kind;
  if (plan.practice) return 'practice';
  if (plan.leftOf !== null) return 'left';
  return plan.deciding ? 'deciding' : 'first';
}
