import type { ActivityId } from '../../words/ids.ts';
import type { Millis } from '../../words/units.ts';
import type { ActivityKind } from '../activity.ts';
import { setTimer, timerAtStart, type SetTimer, type TimerSet } from '../timer.ts';
import type { TalkPlan } from './plan.ts';

export interface TalkState {
  readonly kind: 'talk';
  readonly activity: ActivityId;
  readonly plan: TalkPlan;
  endsAt: Millis | null;
}
export interface TalkNow {
  readonly kind: 'talk';
  readonly endsAt: Millis | null;
}

/** People talk; a clock says how long is meant, and cuts nobody off. */
export const talk: ActivityKind<TalkState, TalkPlan, SetTimer, TimerSet, TalkNow, object> = {
  initial: (activity, plan) => ({ kind: 'talk', activity, plan, endsAt: null }),
  start: ({ activity, plan }, _, { at }) => timerAtStart(activity, plan.minutes, at),
  mayLeave: () => null,
  mayTakeBack: () => true,
  decide: (_, command, __, { ruling }, context) => setTimer(command, ruling, context),
  evolve: (state, { endsAt }) => {
    state.endsAt = endsAt;
  },
  keysMovedBy: () => ['ruling'],
  now: ({ endsAt }) => ({ kind: 'talk', endsAt }),
  sections: () => ({}),
  record: () => null,
  leftOver: () => null,
  doorOf: () => null,
  duties: () => [],
};
