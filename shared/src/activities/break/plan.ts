import { z } from 'zod';

/** A pause on the agenda: nothing to do, nothing to decide. */
export const BreakPlan = z.strictObject({ kind: z.literal('break') });
export type BreakPlan = z.infer<typeof BreakPlan>;
