import { z } from 'zod';

/** How people describe themselves, only where a rule reads it. `undeclared`: both, or rather not say; it counts overall and in neither group. */
export const Group = z.enum(['citizens', 'professionals', 'undeclared']);
export type Group = z.infer<typeof Group>;

/** How much each ballot weighs at the count. Everybody has the same tokens whatever this says. */
export const Voice = z.enum(['one-person-one-ballot', 'citizen-floor', 'equal-groups']);
export type Voice = z.infer<typeof Voice>;

/** Whether the count alone decides, or both groups must back what it funds. */
export const DecisionRule = z.enum(['overall', 'both-groups']);
export type DecisionRule = z.infer<typeof DecisionRule>;

/** People by group. */
export type GroupSizes = Readonly<Record<Group, number>>;

/** Fewer people than this in a group, and what the group did would tell what a person did. */
export const SMALLEST_GROUP = 5;
