import type { AllocationNow } from '@cyfran/shared/activities/allocation/view.ts';
import type { BallotDraft } from '../../live/ballot-draft.svelte.ts';
import type { ParticipantProps } from '../participant-props.ts';
import { pageOf, takesPhones, type BallotPage } from './ballot-page.ts';

/** A round on this phone: the newest that is known of it, the person's choices in it, and the page they are on. */
export interface PhoneRound {
  readonly now: AllocationNow;
  readonly draft: BallotDraft;
  readonly page: BallotPage;
  /** Whether the meeting is still at this round. */
  readonly isOn: boolean;
}

/** The round of this moment; `null` where there is none. */
export function roundOf({ phone, moment }: ParticipantProps): PhoneRound | null {
  const { now, activity } = moment;
  if (now?.kind !== 'allocation' || activity === null) return null;
  const draft = phone.draftOf(activity, now.round, now);
  // The page stays where it was; a last call that is over must not count down on it.
  const { sections } = phone.live;
  const last = sections.now?.activity;
  const isOn = last?.kind === 'allocation' && last.round === now.round;
  const newest = isOn ? last : { ...now, closesAt: null };
  const page = pageOf({
    stage: now.stage,
    // A later ruling is on this phone, and by the newest that is known of it the door of this round is open.
    reopened: (sections.now?.ruling ?? 0) > draft.refusedAt && isOn && takesPhones(last.stage),
    outcome: moment.outcome?.round === now.round,
    onItsWay: phone.waiting?.round === now.round,
    draft,
  });
  return { now: newest, draft, page, isOn };
}
