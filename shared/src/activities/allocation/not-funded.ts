import type { ProposalId } from '../../words/ids.ts';
import type { OutcomeSection } from './outcome.ts';

/**
 * Why a proposal is not funded: nobody backed it, the money left at its turn was `shortMinor` too little, its supporters' shares of the money
 * were (`null` where that would tell of too few people), the lot fell to its equals, or a group does not back it yet.
 */
export type Lacked =
  | { readonly why: 'tokens' | 'lot' }
  | { readonly why: 'money'; readonly shortMinor: number }
  | { readonly why: 'shares'; readonly shortMinor: number | null }
  | { readonly why: 'talk'; readonly lacks: 'citizens' | 'professionals' | 'both' };

/** One proposal that is not funded. */
export interface NotFunded {
  readonly proposal: ProposalId;
  readonly tokens: number;
  readonly lacked: Lacked;
}

/**
 * What is not funded, most tokens first, each with what it lacked: when its turn came, or among equal shares in the end.
 * Equals that a lot parted are told so: what was left at their turn depends on the draw.
 */
export function notFunded(
  outcome: Pick<OutcomeSection, 'rows' | 'funded' | 'potMinor' | 'stillToTalk' | 'rule' | 'shares'>,
  costOf: (proposal: ProposalId) => number,
): NotFunded[] {
  const { rows, funded, potMinor, stillToTalk, rule, shares } = outcome;
  const have = new Map(shares?.unbought.map(({ proposal, haveMinor }) => [proposal, haveMinor]));
  const chosen = new Set(funded);
  const talk = new Map(stillToTalk);
  const sorted = [...rows].sort((a, b) => b.weighed - a.weighed);
  return sorted
    .filter(({ proposal }) => !chosen.has(proposal))
    .map(({ proposal, tokens, weighed }) => {
      const lacks = talk.get(proposal);
      if (lacks !== undefined) return { proposal, tokens, lacked: { why: 'talk', lacks } };
      if (tokens === 0) return { proposal, tokens, lacked: { why: 'tokens' } };
      if (rule === 'equal-shares' && costOf(proposal) <= potMinor) {
        const has = have.get(proposal);
        return {
          proposal,
          tokens,
          lacked: { why: 'shares', shortMinor: has === undefined ? null : costOf(proposal) - has },
        };
      }
      // The count had set money aside for what is still talked about: it stays, and is nobody's yet.
      const before = sorted.filter(
        (row) => row.weighed > weighed && (chosen.has(row.proposal) || talk.has(row.proposal)),
      );
      const left = before.reduce((sum, row) => sum - costOf(row.proposal), potMinor);
      const shortMinor = costOf(proposal) - left;
      return { proposal, tokens, lacked: shortMinor > 0 ? { why: 'money', shortMinor } : { why: 'lot' } };
    });
}
