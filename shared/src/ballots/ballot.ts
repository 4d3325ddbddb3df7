import { z } from 'zod';
import { ProposalId, RoundId } from '../words/ids.ts';
import { Tokens } from '../words/units.ts';

/** A way a ballot comes in. */
export const Door = z.enum(['phone']);
export type Door = z.infer<typeof Door>;

/** A ballot's lines: `[proposal, tokens]`, by proposal in UTF-16 order, tokens from 1; `[]` is a legal blank ballot. */
export const Allocation = z.array(z.tuple([ProposalId, Tokens.min(1)])).max(200);
export type Allocation = z.infer<typeof Allocation>;

/** What a ballot's erasable body holds, and what its commitment covers. */
export const BallotBody = z.strictObject({ round: RoundId, alloc: Allocation, door: Door });
export type BallotBody = z.infer<typeof BallotBody>;
