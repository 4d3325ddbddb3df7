import type { AllocationNow } from '@cyfran/shared/activities/allocation/view.ts';

/** What a round allows and asks on one ballot: frozen when it opened. */
export type BallotRules = Pick<AllocationNow, 'tokens' | 'cap' | 'voice' | 'decision' | 'sending'>;

/** Before anything is known of the round. */
export const NO_RULES: BallotRules = {
  tokens: 0,
  cap: 0,
  voice: 'one-person-one-ballot',
  decision: 'overall',
  sending: 'checked',
};
