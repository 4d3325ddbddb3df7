import { z } from 'zod';

/** The rule that turns ballots and pot into an outcome. */
export const CountRule = z.enum(['greedy', 'equal-shares']);
export type CountRule = z.infer<typeof CountRule>;
