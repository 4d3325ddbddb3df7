import type { AllocationPlan } from '@cyfran/shared/activities/allocation/plan.ts';
import type { Sections } from '@cyfran/shared/session/view.ts';

/** The round whose rules are agreed on now: the next deciding one that has not begun, else the next that is no practice; `null` without any. */
export function comingRound(
  { agenda }: Pick<Sections['meeting'], 'agenda'>,
  started: readonly string[],
): AllocationPlan | null {
  const coming = agenda.flatMap(({ activity, plan, skipped }) =>
    plan.kind === 'allocation' && !plan.practice && !skipped && !started.includes(activity) ? [plan] : [],
  );
  return coming.find(({ deciding }) => deciding) ?? coming[0] ?? null;
}
