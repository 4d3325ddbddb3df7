import type { AllocationNow } from '@cyfran/shared/activities/allocation/view.ts';
import type { BallotDraft } from '../../live/ballot-draft.svelte.ts';

/** The pages of a round on a participant's phone. `aside`: they leave the practice to others. */
export type BallotPage = 'aside' | 'group' | 'choose' | 'sending' | 'received' | 'closed' | 'missed' | 'outcome';

/** What the page of a round depends on. `reopened`: since a sending was refused. `outcome`: whether there are results to see. */
export interface BallotMoment {
  readonly stage: AllocationNow['stage'];
  readonly reopened: boolean;
  readonly outcome: boolean;
  readonly onItsWay: boolean;
  readonly draft: Pick<
    BallotDraft,
    'amending' | 'aside' | 'editing' | 'needsGroup' | 'refusal' | 'sendsItself' | 'standing' | 'unsent'
  >;
}

/** Whether phones and tablets can still send; paper may be entered for longer. */
export function takesPhones(stage: AllocationNow['stage']): boolean {
  return stage === 'open' || stage === 'last-call';
}

/** Which page of the round this person is on. What is not sent comes before everything: it is never passed over in silence. */
export function pageOf({ stage, reopened, outcome, onItsWay, draft }: BallotMoment): BallotPage {
  const isOpen = takesPhones(stage);
  if (draft.aside) return 'aside';
  // Where each change sends itself, the ballot stays in sight while it does.
  if (onItsWay && !draft.amending && !(draft.sendsItself && isOpen)) return 'sending';
  // What a helper has keyed in from this very page has arrived.
  if (draft.refusal === 'closed' && !reopened && draft.unsent) return 'missed';
  if (isOpen) {
    if (draft.needsGroup) return 'group';
    return draft.sendsItself || draft.standing === null || draft.editing ? 'choose' : 'received';
  }
  if (draft.unsent) return 'missed';
  return outcome ? 'outcome' : 'closed';
}
