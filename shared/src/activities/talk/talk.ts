import { timedKind, type TimedNow, type TimedState } from '../timed.ts';
import type { TalkPlan } from './plan.ts';

export type TalkState = TimedState<TalkPlan>;
export type TalkNow = TimedNow<'talk'>;

/** People talk; its clock says how long is meant. */
export const talk = timedKind<TalkPlan>();
