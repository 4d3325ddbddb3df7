import { toAllocation } from '@cyfran/shared/ballots/cumulative.ts';
import type { Allocation } from '@cyfran/shared/ballots/ballot.ts';
import type { ProposalId } from '@cyfran/shared/words/ids.ts';
import type { Tokens } from '@cyfran/shared/words/units.ts';

/** A number from 0 up to, but not, 1. */
export type Luck = () => number;

/** What a round lets one choose. */
export interface Choice {
  readonly proposals: readonly ProposalId[];
  readonly tokens: Tokens;
  readonly cap: Tokens;
}

const MOST_PROPOSALS = 5;
const LEAVES_SOME = 0.1;

/**
 * A ballot as somebody in a hall makes it: on a few proposals, more often on those that the hall likes (`likes`, above 0), and mostly with
 * all tokens. Legal under the round's rules.
 */
export function choose(
  { proposals, tokens, cap }: Choice,
  likes: (proposal: ProposalId) => number,
  luck: Luck,
): Allocation {
  const own = new Map<ProposalId, Tokens>();
  const picks = 1 + Math.floor(luck() * Math.min(MOST_PROPOSALS, proposals.length));
  while (own.size < picks) {
    const rest = proposals.filter((proposal) => !own.has(proposal));
    own.set(drawn(rest, likes, luck), 0);
  }
  const given = luck() < LEAVES_SOME ? Math.ceil(tokens * luck()) : tokens;
  for (let left = given; left > 0; left -= 1) {
    const open = [...own].filter(([, has]) => has < cap).map(([proposal]) => proposal);
    if (open.length === 0) break;
    const proposal = drawn(open, likes, luck);
    own.set(proposal, (own.get(proposal) ?? 0) + 1);
  }
  return toAllocation(own);
}

/** One of them, the more liked the likelier. */
function drawn(proposals: readonly ProposalId[], likes: (proposal: ProposalId) => number, luck: Luck): ProposalId {
  let place = luck() * proposals.reduce((sum, proposal) => sum + likes(proposal), 0);
  const found = proposals.find((proposal) => (place -= likes(proposal)) < 0) ?? proposals.at(-1);
  if (found === undefined) throw new Error('there is nothing to choose from');
  return found;
}
