import type { AllocationNow, AllocationSections } from '@cyfran/shared/activities/allocation/view.ts';
import type { ActivityId } from '@cyfran/shared/words/ids.ts';
import type { Text } from '@cyfran/shared/words/text.ts';
import type { Steps, Unseen } from '../step.ts';

/** What a facilitator can do with a round. Also the name of each button's words in the catalogue. */
export type AllocationStep =
  'endPractice' | 'lastCall60' | 'lastCall120' | 'moreTime60' | 'moreTime120' | 'closeNow' | 'show' | 'reopen';

type Now = Pick<AllocationNow, 'round' | 'stage' | 'shown' | 'practice'>;
type Ready = Pick<NonNullable<AllocationSections['ready']>, 'counted' | 'canReopen'> | null;

/** A last call lasts at most this long, and at least ten seconds. */
const LONGEST_CALL_SECONDS = 900;
const SHORTEST_CALL_SECONDS = 10;

/**
 * The buttons of a round now: at most one that leads on, beside it what mends or delays. `over`: the meeting may move on.
 * `ready` may still be on its way (`null`): nothing is offered that needs it.
 */
export function allocationSteps(now: Now, ready: Ready): Steps<AllocationStep> {
  if (now.stage === 'open' && now.practice) return { primary: 'endPractice', others: [], over: false };
  if (now.stage === 'open') return { primary: 'lastCall60', others: ['lastCall120'], over: false };
  if (now.stage === 'last-call') return { primary: 'closeNow', others: ['moreTime60', 'moreTime120'], over: false };
  if (now.shown) return { primary: null, others: [], over: true };
  return {
    primary: ready?.counted === true ? 'show' : null,
    others: ready?.canReopen === true ? ['reopen'] : [],
    over: false,
  };
}

/** What one must hold for two seconds: it cannot be taken back. */
export function isHeld(step: AllocationStep): boolean {
  return step === 'closeNow' || step === 'show';
}

/** What a step needs to know when it is pressed. `leftMs`: until the announced close. `reason`: of a reopening. */
export interface Moment {
  readonly activity: ActivityId;
  readonly round: string;
  readonly leftMs: number;
  readonly reason: Text;
}

/** The command that a step sends, but for the ruling that was on the screen. More time is counted on top of what is left. */
export function commandOf(step: AllocationStep, { activity, round, leftMs, reason }: Moment): Unseen {
  const lastCall = (seconds: number): Unseen => ({
    type: 'LastCall',
    activity,
    round,
    seconds: Math.max(SHORTEST_CALL_SECONDS, Math.min(LONGEST_CALL_SECONDS, Math.round(seconds))),
  });
  switch (step) {
    case 'endPractice':
    case 'closeNow':
      return { type: 'CloseNow', activity, round };
    case 'lastCall60':
      return lastCall(60);
    case 'lastCall120':
      return lastCall(120);
    case 'moreTime60':
      return lastCall(Math.max(0, leftMs) / 1000 + 60);
    case 'moreTime120':
      return lastCall(Math.max(0, leftMs) / 1000 + 120);
    case 'show':
      return { type: 'Show', activity, round };
    case 'reopen':
      return { type: 'Reopen', activity, round, reason };
  }
}
