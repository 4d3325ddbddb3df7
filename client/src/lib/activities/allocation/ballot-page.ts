import type { AllocationNow } from '@cyfran/shared/activities/allocation/view.ts';
import type { Version } from '@cyfran/shared/words/units.ts';
import type { BallotDraft } from '../../live/ballot-draft.svelte.ts';

/** The pages of a round on a participant's phone. */
export type BallotPage = 'choose' | 'sending' | 'received' | 'closed' | 'missed' | 'outcome';

/** What the page of a round depends on. `ruling`: the newest one heard. `outcome`: whether the results are shown. */
export interface BallotMoment {
  readonly stage: AllocationNow['stage'];
  readonly ruling: Version;
  readonly outcome: boolean;
  readonly onItsWay: boolean;
  readonly draft: Pick<BallotDraft, 'amending' | 'editing' | 'unsent' | 'standing' | 'refusal' | 'refusedAt'>;
}

/** Which page of the round this person is on. What is not sent comes before everything: it is never passed over in silence. */
export function pageOf({ stage, ruling, outcome, onItsWay, draft }: BallotMoment): BallotPage {
  if (onItsWay && !draft.amending) return 'sending';
  const wasLate = draft.refusal === 'closed';
  if (stage !== 'closed') {
    // Opened again since: a later ruling is on this phone, and the door is open.
    if (wasLate && ruling <= draft.refusedAt) return 'missed';
    return draft.standing === null || draft.editing ? 'choose' : 'received';
  }
  if (wasLate || draft.unsent) return 'missed';
  return outcome ? 'outcome' : 'closed';
}
