import type { ActivityId } from '../../words/ids.ts';
import type { Millis } from '../../words/units.ts';
import type { ActivityKind } from '../activity.ts';
import { setTimer, timerAtStart, type SetTimer, type TimerSet } from '../timer.ts';
import type { BreakPlan } from './plan.ts';

export interface BreakState {
  readonly kind: 'break';
  readonly activity: ActivityId;
  readonly plan: BreakPlan;
  /** When people are back, `null` where nobody said. */
  endsAt: Millis | null;
}
export interface BreakNow {
  readonly kind: 'break';
  readonly endsAt: Millis | null;
}

/** A pause: nobody can do anything in it, and nothing is decided. */
export const pause: ActivityKind<BreakState, BreakPlan, SetTimer, TimerSet, BreakNow, object> = {
  initial: (activity, plan) => ({ kind: 'break', activity, plan, endsAt: null }),
  start: ({ activity, plan }, _, { at }) => timerAtStart(activity, plan.minutes, at),
  mayLeave: () => null,
  mayTakeBack: () => true,
  decide: (_, command, __, { ruling }, context) => setTimer(command, ruling, context),
  evolve: (state, { endsAt }) => {
    state.endsAt = endsAt;
  },
  keysMovedBy: () => ['ruling'],
  now: ({ endsAt }) => ({ kind: 'break', endsAt }),
  sections: () => ({}),
  record: () => null,
  leftOver: () => null,
  doorOf: () => null,
  duties: () => [],
};
