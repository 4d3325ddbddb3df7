import type { AllocationPlan } from '@cyfran/shared/activities/allocation/plan.ts';
import type { View } from '@cyfran/shared/session/view.ts';
import type { Minor } from '@cyfran/shared/words/units.ts';
import type { Unseen } from '../step.ts';

/** A further round for what this one left: how much, among how many, and the run of show with it. */
export interface ShareLeft {
  readonly leftMinor: Minor;
  readonly proposals: number;
  readonly command: Unseen;
}

/**
 * What the round on now left, to be shared by the same rules in a round that comes next; `null` where nothing is left, where it is not
 * shown yet, or where such a round is on the agenda already.
 */
export function shareLeft({ meeting, now, ready, outcome }: View): ShareLeft | null {
  const current = now?.current ?? null;
  if (meeting?.state !== 'open' || ready?.canShareLeft !== true || current === null) return null;
  if (outcome?.complete !== true || outcome.round !== ready.round) return null;
  const isOn = meeting.agenda.some(({ plan, skipped }) => !skipped && leftOf(plan) === current);
  const plan = meeting.agenda.find(({ activity }) => activity === current)?.plan;
  if (isOn || plan?.kind !== 'allocation') return null;
  const leftMinor = outcome.potMinor - outcome.spentMinor;
  const of = new Set(outcome.rows.map(({ proposal }) => proposal).filter((id) => !outcome.funded.includes(id)));
  const proposals = meeting.proposals.filter(({ proposal, costMinor }) => of.has(proposal) && costMinor <= leftMinor);
  return {
    leftMinor,
    proposals: proposals.length,
    command: withRound(meeting.agenda, now?.started ?? [], { ...plan, leftOf: current }),
  };
}

function leftOf(plan: NonNullable<View['meeting']>['agenda'][number]['plan']): string | null {
  return plan.kind === 'allocation' ? plan.leftOf : null;
}

function withRound(
  agenda: NonNullable<View['meeting']>['agenda'],
  started: readonly string[],
  plan: AllocationPlan,
): Unseen {
  const next = agenda.findLastIndex(({ activity }) => started.includes(activity)) + 1;
  const items = [...agenda.slice(0, next), { activity: null, plan, text: {}, skipped: false }, ...agenda.slice(next)];
  return { type: 'SetAgenda', items };
}
