import type { AllocationNow } from '@cyfran/shared/activities/allocation/view.ts';
import type { BallotDraft } from '../../live/ballot-draft.svelte.ts';

/** The pages of a round on a participant's phone. */
export type BallotPage = 'choose' | 'sending' | 'received' | 'closed' | 'missed' | 'outcome';

/** What the page of a round depends on. `reopened`: since a sending was refused. `outcome`: whether the results are shown. */
export interface BallotMoment {
  readonly stage: AllocationNow['stage'];
  readonly reopened: boolean;
  readonly outcome: boolean;
  readonly onItsWay: boolean;
  readonly draft: Pick<BallotDraft, 'amending' | 'editing' | 'unsent' | 'standing' | 'refusal'>;
}

/** Which page of the round this person is on. What is not sent comes before everything: it is never passed over in silence. */
export function pageOf({ stage, reopened, outcome, onItsWay, draft }: BallotMoment): BallotPage {
  if (onItsWay && !draft.amending) return 'sending';
  if (draft.refusal === 'closed' && !reopened) return 'missed';
  if (stage !== 'closed') return draft.standing === null || draft.editing ? 'choose' : 'received';
  if (draft.unsent) return 'missed';
  return outcome ? 'outcome' : 'closed';
}
