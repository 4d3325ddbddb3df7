import { z } from 'zod';
import { Door } from '../words/door.ts';
import { Group } from '../words/groups.ts';
import { ProposalId, RoundId, Serial } from '../words/ids.ts';
import { Tokens } from '../words/units.ts';

/** A ballot's lines: `[proposal, tokens]`, by proposal in UTF-16 order, tokens from 1; `[]` is a legal blank ballot. */
export const Allocation = z.array(z.tuple([ProposalId, Tokens.min(1)])).max(200);
export type Allocation = z.infer<typeof Allocation>;

/** What a ballot's erasable body holds, and what its commitment covers. `group`: where a rule reads it. `serial`: of a paper ballot. */
export const BallotBody = z.strictObject({
  round: RoundId,
  alloc: Allocation,
  door: Door,
  group: Group.optional(),
  serial: Serial.optional(),
});
export type BallotBody = z.infer<typeof BallotBody>;
