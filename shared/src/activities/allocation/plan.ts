import { z } from 'zod';
import { Tokens } from '../../words/units.ts';

/** When totals may be seen: while people vote, or only when the facilitator shows them. */
export const Reveal = z.enum(['live', 'on-show']);
export type Reveal = z.infer<typeof Reveal>;

/** How an allocation on the agenda will be run. */
export const AllocationPlan = z.strictObject({
  kind: z.literal('allocation'),
  practice: z.boolean(),
  reveal: Reveal,
  tokens: Tokens.min(1).max(100),
  cap: Tokens.min(1).max(100),
});
export type AllocationPlan = z.infer<typeof AllocationPlan>;
