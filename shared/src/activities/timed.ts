import type { ActivityId } from '../words/ids.ts';
import type { Millis } from '../words/units.ts';
import type { ActivityKind } from './activity.ts';
import { setTimer, timerAtStart, type SetTimer, type TimerSet } from './timer.ts';

/** A part that has a clock and nothing else. `endsAt`: when its time is up, `null` where nobody said. */
export interface TimedState<Plan extends { readonly kind: string }> {
  readonly kind: Plan['kind'];
  readonly activity: ActivityId;
  readonly plan: Plan;
  endsAt: Millis | null;
}
export interface TimedNow<Kind extends string> {
  readonly kind: Kind;
  readonly endsAt: Millis | null;
}

/** A kind of activity that tells how long is meant for it: it decides nothing, and cuts nobody off. Rule K1. */
export function timedKind<Plan extends { readonly kind: string; readonly minutes: number }>(): ActivityKind<
  TimedState<Plan>,
  Plan,
  SetTimer,
  TimerSet,
  TimedNow<Plan['kind']>,
  object
> {
  return {
    initial: (activity, plan) => ({ kind: plan.kind, activity, plan, endsAt: null }),
    start: ({ activity, plan }, _, { at }) => timerAtStart(activity, plan.minutes, at),
    mayLeave: () => null,
    mayTakeBack: () => true,
    restsOn: () => 'nothing',
    decide: (_, command, __, { ruling }, context) => setTimer(command, ruling, context),
    evolve: (state, { endsAt }) => {
      state.endsAt = endsAt;
    },
    keysMovedBy: () => ['ruling'],
    now: ({ kind, endsAt }) => ({ kind, endsAt }),
    sections: () => ({}),
    record: () => null,
    published: () => null,
    leftOver: () => null,
    passing: () => [],
    doorOf: () => null,
    duties: () => [],
  };
}
