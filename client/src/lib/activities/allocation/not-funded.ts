import type { OutcomeSection } from '@cyfran/shared/activities/allocation/view.ts';
import type { ProposalId } from '@cyfran/shared/words/ids.ts';

/** Why a proposal is not funded: nobody backed it, the money left at its turn was `shortMinor` too little, or the lot fell to its equals. */
export type Lacked = { readonly why: 'tokens' | 'lot' } | { readonly why: 'money'; readonly shortMinor: number };

/** One proposal that is not funded. */
export interface NotFunded {
  readonly proposal: ProposalId;
  readonly tokens: number;
  readonly lacked: Lacked;
}

/**
 * What is not funded, most tokens first, each with what it lacked when its turn came (most tokens first, while the money lasts).
 * Equals that a lot parted are told so: what was left at their turn depends on the draw.
 */
export function notFunded(
  { rows, funded, potMinor }: Pick<OutcomeSection, 'rows' | 'funded' | 'potMinor'>,
  costOf: (proposal: ProposalId) => number,
): NotFunded[] {
  const chosen = new Set(funded);
  const sorted = [...rows].sort((a, b) => b.tokens - a.tokens);
  return sorted
    .filter(({ proposal }) => !chosen.has(proposal))
    .map(({ proposal, tokens }) => {
      if (tokens === 0) return { proposal, tokens, lacked: { why: 'tokens' } };
      const before = sorted.filter((row) => row.tokens > tokens && chosen.has(row.proposal));
      const left = before.reduce((sum, row) => sum - costOf(row.proposal), potMinor);
      const shortMinor = costOf(proposal) - left;
      return { proposal, tokens, lacked: shortMinor > 0 ? { why: 'money', shortMinor } : { why: 'lot' } };
    });
}
