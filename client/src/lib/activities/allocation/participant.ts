import type { AllocationNow } from '@cyfran/shared/activities/allocation/view.ts';
import type { BallotDraft } from '../../live/ballot-draft.svelte.ts';
import type { ParticipantKind, ParticipantProps } from '../participant-props.ts';
import { pageOf, type BallotPage } from './ballot-page.ts';
import Participant from './Participant.svelte';

/** A round on this phone: its rules, the person's choices in it, and the page they are on. */
export interface PhoneRound {
  readonly now: AllocationNow;
  readonly draft: BallotDraft;
  readonly page: BallotPage;
}

/** The round of this moment; `null` where there is none. */
export function roundOf({ phone, moment }: ParticipantProps): PhoneRound | null {
  const { now, activity } = moment;
  if (now?.kind !== 'allocation' || activity === null) return null;
  const draft = phone.draftOf(activity, now.round, now);
  const page = pageOf({
    stage: now.stage,
    ruling: phone.live.sections.now?.ruling ?? 0,
    outcome: moment.outcome?.round === now.round,
    onItsWay: phone.waiting?.round === now.round,
    draft,
  });
  return { now, draft, page };
}

/** An allocation on the phone. Receipt, turnout and totals are live pages; every other keeps still under the person's thumb. */
export const allocationParticipant: ParticipantKind = {
  component: Participant,
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
  line(words, plan) {
    if (plan.kind !== 'allocation') return '';
    return plan.practice ? words.wait.practice : words.wait.vote(plan.tokens);
  },
};
