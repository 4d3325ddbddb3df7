import { z } from 'zod';
import { Minutes } from '../timer.ts';

/** A pause on the agenda: nothing to do, nothing to decide. */
export const BreakPlan = z.strictObject({ kind: z.literal('break'), minutes: Minutes });
export type BreakPlan = z.infer<typeof BreakPlan>;
