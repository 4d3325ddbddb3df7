import type { ParticipantKind } from '../participant-props.ts';
import { roundOf } from './phone-round.ts';

/** An allocation on the phone. Receipt, turnout and totals are live pages; every other keeps still under the person's thumb. */
export const allocationParticipant: ParticipantKind = {
  place({ now, outcome }) {
    const round = now?.activity;
    if (round?.kind !== 'allocation') return 'none';
    if (round.stage !== 'closed') return `${round.round} voting`;
    return `${round.round} ${outcome?.round === round.round ? 'shown' : 'closed'}`;
  },
  holds(props) {
    const page = roundOf(props)?.page;
    return page !== undefined && page !== 'received' && page !== 'closed';
  },
  unsent: (props) => roundOf(props)?.draft.unsent ?? false,
  line(words, plan) {
    if (plan.kind !== 'allocation') return '';
    return plan.practice ? words.wait.practice : words.wait.vote(plan.tokens);
  },
};
