import type { AllocationNow } from '@cyfran/shared/activities/allocation/view.ts';
import type { BallotDraft } from '../../live/ballot-draft.svelte.ts';
import type { ParticipantProps } from '../participant-props.ts';
import { pageOf, type BallotPage } from './ballot-page.ts';

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
