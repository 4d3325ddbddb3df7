import type { ProposalId } from '../../words/ids.ts';
import type { OutcomeRow, OutcomeSection } from './outcome.ts';

/**
 * Why a proposal is not funded: nobody backed it, the money left at its turn was `shortMinor` too little, among equal shares those of its
 * supporters could not pay for it and what was left in the end was `shortMinor` too little, the lot fell to its equals, or a group does not
 * back it yet.
 */
export type Lacked =
  | { readonly why: 'tokens' | 'lot' }
  | { readonly why: 'money' | 'shares'; readonly shortMinor: number }
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
  outcome: Pick<OutcomeSection, 'rows' | 'funded' | 'potMinor' | 'stillToTalk' | 'rule' | 'tiesThatMattered'>,
  costOf: (proposal: ProposalId) => number,
): NotFunded[] {
  const { rows, funded, potMinor, stillToTalk, rule, tiesThatMattered } = outcome;
  const chosen = new Set(funded);
  const talk = new Map(stillToTalk);
  const sorted = [...rows].sort((a, b) => b.weighed - a.weighed);
  return sorted
    .filter(({ proposal }) => !chosen.has(proposal))
    .map(({ proposal, tokens, weighed }) => {
      const lacks = talk.get(proposal);
      if (lacks !== undefined) return { proposal, tokens, lacked: { why: 'talk', lacks } };
      if (tokens === 0) return { proposal, tokens, lacked: { why: 'tokens' } };
      const isBefore = (row: OutcomeRow) => rule === 'equal-shares' || row.weighed > weighed;
      // The count had set money aside for what is still talked about: it stays, and is nobody's yet.
      const before = sorted.filter((row) => isBefore(row) && (chosen.has(row.proposal) || talk.has(row.proposal)));
      const left = before.reduce((sum, row) => sum - costOf(row.proposal), potMinor);
      const shortMinor = costOf(proposal) - left;
      const lostByLot = tiesThatMattered.some(
        (equals) => rule === 'equal-shares' && equals.includes(proposal) && equals.some((one) => chosen.has(one)),
      );
      if (shortMinor <= 0 || lostByLot) return { proposal, tokens, lacked: { why: 'lot' } };
      return { proposal, tokens, lacked: { why: rule === 'equal-shares' ? 'shares' : 'money', shortMinor } };
    });
}
