import { z } from 'zod';
import { CountRule } from '../../rules/count-rule.ts';
import { DecisionRule, Voice } from '../../words/groups.ts';
import { ActivityId } from '../../words/ids.ts';
import { Tokens } from '../../words/units.ts';
import { Minutes } from '../timer.ts';

/** When totals may be seen: while people vote, or only when the facilitator shows them. */
export const Reveal = z.enum(['live', 'on-show']);
export type Reveal = z.infer<typeof Reveal>;

/** How choices leave the phone: looked at once more and sent, or each change by itself. */
export const Sending = z.enum(['checked', 'each-change']);
export type Sending = z.infer<typeof Sending>;

/**
 * How an allocation on the agenda will be run. Practice counts for nothing; a round that is not deciding shows where people stand;
 * `leftOf`: it shares what that activity's round left, among what that one did not fund. `count`: most tokens first where it says
 * nothing.
 */
export const AllocationPlan = z.strictObject({
  kind: z.literal('allocation'),
  practice: z.boolean(),
  deciding: z.boolean(),
  reveal: Reveal,
  sending: Sending,
  tokens: Tokens.min(1).max(100),
  cap: Tokens.min(1).max(100),
  voice: Voice,
  decision: DecisionRule,
  count: CountRule.optional(),
  minutes: Minutes,
  leftOf: ActivityId.nullable(),
});
export type AllocationPlan = z.infer<typeof AllocationPlan>;
