import { refuse, type Refusal } from '../words/refusal.ts';
import type { ProposalId } from '../words/ids.ts';
import type { Tokens } from '../words/units.ts';
import type { Allocation } from './ballot.ts';

/** What a round allows on one ballot. */
export interface CumulativeRules {
  readonly tokens: Tokens;
  readonly cap: Tokens;
  has(proposal: ProposalId): boolean;
}

/**
 * Whether a ballot is legal: known proposals, each once and in order, whole tokens within the cap and within what one has.
 * Refuses: `unknown-proposal`, `malformed-ballot`, `cap-exceeded` (asked, cap), `tokens-exceeded` (asked, has).
 * Rules A2, A3, A4, A5. Source: cumulative ballot (Pabulib `vote_type: cumulative`).
 */
export function checkCumulative(alloc: Allocation, rules: CumulativeRules): Refusal | null {
  let asked = 0;
  let before: ProposalId | null = null;
  for (const [proposal, tokens] of alloc) {
    if (!rules.has(proposal)) return refuse('unknown-proposal', { proposal });
    if (before !== null && before >= proposal) return refuse('malformed-ballot', { proposal });
    if (!Number.isSafeInteger(tokens) || tokens < 1) return refuse('malformed-ballot', { proposal });
    if (tokens > rules.cap) return refuse('cap-exceeded', { asked: tokens, cap: rules.cap, proposal });
    asked += tokens;
    before = proposal;
  }
  return asked > rules.tokens ? refuse('tokens-exceeded', { asked, has: rules.tokens }) : null;
}

/** A draft as a legal ballot's lines: zeros dropped, in UTF-16 order of the ids. */
export function toAllocation(draft: Iterable<readonly [ProposalId, Tokens]>): Allocation {
  return [...draft]
    .filter(([, tokens]) => tokens > 0)
    .map(([proposal, tokens]): [ProposalId, Tokens] => [proposal, tokens])
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}
