import { z } from 'zod';
import { Hash, ProposalId } from '../words/ids.ts';
import { Minor, Tokens } from '../words/units.ts';
import { CountRule } from './count-rule.ts';

const People = z.int().min(0).max(1_000_000);
/** What the groups did to the count: how many people there were in each, and what each ballot weighed in parts of `scale`. */
const Groups = z.strictObject({
  sizes: z.strictObject({ citizens: People, professionals: People, undeclared: People }),
  weights: z.strictObject({ scale: z.int(), citizens: z.int(), professionals: z.int(), undeclared: z.int() }),
  /** The tokens as they were weighed, in parts of `scale`, in the order of the tally. */
  weighted: z.array(z.int().min(0)).max(200),
});

/**
 * How equal shares came to the outcome. What a person of weight one began with in the end: `eachMinor` (the nearest), after `raises` steps of
 * `stepMinor`. `bought` in the order of the rounds: so many gave all that they had left, which was `gaveAllMinor` together (the nearest), the
 * others `perToken` for each of their tokens, in thousandths of a minor unit and by their weight. `unbought`: what the supporters together still
 * had. `added`: what the rest of the money went to, most tokens first.
 */
const Shares = z.strictObject({
  eachMinor: Minor,
  stepMinor: Minor,
  raises: z.int().min(0),
  bought: z
    .array(
      z.strictObject({ proposal: ProposalId, gaveAll: z.int().min(0), gaveAllMinor: Minor, perToken: z.int().min(0) }),
    )
    .max(200),
  unbought: z.array(z.strictObject({ proposal: ProposalId, haveMinor: Minor })).max(200),
  added: z.array(ProposalId).max(200),
});
export type Shares = z.infer<typeof Shares>;

/** What the count gave, with all that a stranger needs to understand it. */
const Outcome = z.strictObject({
  rule: CountRule,
  ruleVersion: z.literal(1),
  funded: z.array(ProposalId).max(200),
  spentMinor: Minor,
  /** Groups of proposals that the rule could not tell apart, where the lot decided who is funded. */
  tiesThatMattered: z.array(z.array(ProposalId)),
  /** The id of the closing entry, from which the lot is drawn; in a correction, of the first one. */
  lot: Hash,
  /** Under `both-groups`: what the count would fund and one side does not back yet. */
  stillToTalk: z.array(z.tuple([ProposalId, z.enum(['citizens', 'professionals', 'both'])])).max(200),
  /** `null` where no rule reads groups, and where one was too small, so that everyone counted the same. */
  groups: Groups.nullable(),
  /** A rule that reads groups was chosen, and a group was too small for it. */
  groupsTooSmall: z.boolean(),
  shares: Shares.optional(),
});

/** What was counted. `tally`: `[proposal, tokens, supporters]`. */
export const CountBody = z.strictObject({
  tally: z.array(z.tuple([ProposalId, Tokens.max(Number.MAX_SAFE_INTEGER), z.int().min(0)])).max(200),
  outcome: Outcome,
});
export type CountBody = z.infer<typeof CountBody>;
