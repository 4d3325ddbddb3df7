import { timedKind, type TimedNow, type TimedState } from '../timed.ts';
import type { BreakPlan } from './plan.ts';

export type BreakState = TimedState<BreakPlan>;
export type BreakNow = TimedNow<'break'>;

/** A pause; its clock says when people are back. */
export const pause = timedKind<BreakPlan>();
