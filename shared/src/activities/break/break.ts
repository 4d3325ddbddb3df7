import { refuse } from '../../words/refusal.ts';
import type { ActivityId } from '../../words/ids.ts';
import type { ActivityKind } from '../activity.ts';
import type { BreakPlan } from './plan.ts';

export interface BreakState {
  readonly kind: 'break';
  readonly activity: ActivityId;
}
export interface BreakNow {
  readonly kind: 'break';
}

/** A pause: nobody can do anything in it, and nothing is decided. */
export const pause: ActivityKind<BreakState, BreakPlan, never, never, BreakNow, object> = {
  initial: (activity) => ({ kind: 'break', activity }),
  start: () => [],
  mayLeave: () => null,
  decide: () => refuse('not-allowed'),
  evolve: () => undefined,
  keysMovedBy: () => [],
  now: () => ({ kind: 'break' }),
  sections: () => ({}),
  duties: () => [],
};
