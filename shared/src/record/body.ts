import { z } from 'zod';
import { BallotBody } from '../ballots/ballot.ts';
import { CountBody } from '../rules/counted.ts';
import { textOf } from '../words/text.ts';

/** The salted, erasable part of one event. An entry never holds texts and a ballot together. `count`: what a round gave, which is not told before it is shown. */
export const Body = z.strictObject({
  texts: z.record(z.string().max(32), textOf(2000)).optional(),
  ballot: BallotBody.optional(),
  count: CountBody.optional(),
});
export type Body = z.infer<typeof Body>;
