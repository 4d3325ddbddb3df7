import { z } from 'zod';
import { Minutes } from '../timer.ts';

/** How we will decide: the rules of the coming round, read aloud and asked about before they are frozen. */
export const HowPlan = z.strictObject({ kind: z.literal('how'), minutes: Minutes });
export type HowPlan = z.infer<typeof HowPlan>;
