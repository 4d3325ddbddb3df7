import type { ParticipantKind } from '../participant-props.ts';
import { takesPhones } from './ballot-page.ts';
import { roundOf } from './phone-round.ts';

/** An allocation on the phone. Receipt, turnout and totals are live pages; every other keeps still under the person's thumb. */
export const allocationParticipant: ParticipantKind = {
  place({ now, outcome }) {
    const round = now?.activity;
    if (round?.kind !== 'allocation') return 'none';
    if (takesPhones(round.stage)) return `${round.round} voting`;
    return `${round.round} ${outcome?.round === round.round ? 'shown' : 'closed'}`;
  },
  holds(props) {
    const round = roundOf(props);
    if (round === null) return false;
    const { page, now, isOn, draft } = round;
    // Practice counts for nothing, and an untouched ballot has nothing to lose: nobody is left behind in them when the vote begins.
    if (now.practice || page === 'aside') return false;
    // A first round decides nothing: whoever still reads where people stand must not miss the vote that does.
    if (page === 'outcome' && !now.deciding) return false;
    if (page === 'group') return draft.editing;
    if (page === 'choose' && draft.sendsItself) return draft.unsent || draft.choosing;
    if (page === 'choose' && draft.standing === null && !draft.unsent) return false;
    if (page !== 'missed') return page !== 'received' && page !== 'closed';
    // What came too late stays on the page whether the results are shown or not: there is nothing to keep it from.
    const staysAnyway = isOn && !takesPhones(now.stage) && props.phone.live.sections.meeting?.state === 'open';
    return !staysAnyway;
  },
  moved(words, now) {
    if (now.kind !== 'allocation') return words.common.moved;
    if (takesPhones(now.stage))
      return now.notice?.what === 'restarted' ? words.common.movedAgain : words.common.movedOpen;
    return now.shown || now.revealed > 0 ? words.common.movedShown : words.common.movedClosed;
  },
  unsent: (props) => roundOf(props)?.draft.unsent ?? false,
  line(words, plan) {
    if (plan.kind !== 'allocation') return '';
    if (plan.practice) return words.wait.practice;
    if (plan.leftOf !== null) return words.wait.left;
    return plan.deciding ? words.wait.vote(plan.tokens) : words.wait.first(plan.tokens);
  },
};
