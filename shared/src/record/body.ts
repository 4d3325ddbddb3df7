import { z } from 'zod';
import { BallotBody } from '../ballots/ballot.ts';
import { textOf } from '../words/text.ts';

/** The salted, erasable part of one event. An entry never holds texts and a ballot together. */
export const Body = z.strictObject({
  texts: z.record(z.string().max(32), textOf(2000)).optional(),
  ballot: BallotBody.optional(),
});
export type Body = z.infer<typeof Body>;
