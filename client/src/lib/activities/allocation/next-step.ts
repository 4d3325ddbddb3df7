import type { AllocationNow, AllocationSections } from '@cyfran/shared/activities/allocation/view.ts';
import type { ActivityId } from '@cyfran/shared/words/ids.ts';
import type { Text } from '@cyfran/shared/words/text.ts';
import type { Steps, Unseen } from '../step.ts';

/** What a facilitator can do with a round. Also the name of each button's words in the catalogue. */
export type AllocationStep =
  | 'endPractice'
  | 'lastCall60'
  | 'lastCall120'
  | 'moreTime60'
  | 'moreTime120'
  | 'closeNow'
  | 'closePaper'
  | 'showFirst'
  | 'showNext'
  | 'show'
  | 'showStanding'
  | 'showCorrected'
  | 'reopen'
  | 'voidRound'
  | 'hideTotals'
  | 'withdrawLastCall'
  | 'takeBackStart'
  | 'correct';

/** Those that ask for a reason first. */
export type ReasonedStep = 'reopen' | 'voidRound' | 'correct';

export type RoundNow = Pick<
  AllocationNow,
  'round' | 'stage' | 'shown' | 'practice' | 'deciding' | 'reveal' | 'revealed' | 'notice'
>;
/** `null`: still on its way. `canTakeBack`: nobody has relied on the start of the round. */
export type RoundReady =
  | (Pick<NonNullable<AllocationSections['ready']>, 'counted' | 'canReopen' | 'canCorrect'> & { canTakeBack?: boolean })
  | null;

/** A last call lasts at most this long, and at least ten seconds. */
const LONGEST_CALL_SECONDS = 900;
const SHORTEST_CALL_SECONDS = 10;

/** Whether papers of a result that people have seen are being corrected, up to the moment when the new result is shown. */
export function isCorrecting({ stage, shown, notice }: RoundNow, ready: RoundReady): boolean {
  if (!shown || notice?.what !== 'correcting') return false;
  return stage === 'entering' || ready?.canCorrect === false;
}

/** The buttons of a round now. What needs `ready` is not offered before it has come. `ended`: the meeting is over. */
export function allocationSteps(now: RoundNow, ready: RoundReady, ended = false): Steps<AllocationStep> {
  const { primary, others = [], over = false } = leading(now, ready);
  return { primary, others, over, mends: mending(now, ready, ended) };
}

interface Leading {
  readonly primary: AllocationStep | null;
  readonly others?: readonly AllocationStep[];
  readonly over?: boolean;
}

function leading(now: RoundNow, ready: RoundReady): Leading {
  switch (now.stage) {
    case 'open':
      return now.practice ? { primary: 'endPractice' } : { primary: 'lastCall60', others: ['lastCall120'] };
    case 'last-call':
      return { primary: 'closeNow', others: ['moreTime60', 'moreTime120'] };
    case 'entering':
      return { primary: 'closePaper' };
    case 'closed':
      return showing(now, ready);
  }
}

function showing(now: RoundNow, ready: RoundReady): Leading {
  const correcting = isCorrecting(now, ready);
  // A corrected result leads on only once it is known that it was shown.
  if (now.shown && !correcting) return { primary: null, over: now.notice?.what !== 'correcting' || ready !== null };
  if (ready?.counted !== true) return { primary: null };
  if (correcting) return { primary: 'showCorrected' };
  if (!now.deciding) return { primary: 'showStanding' };
  return { primary: now.revealed === 0 ? 'showFirst' : 'showNext', others: ['show'] };
}

function mending(now: RoundNow, ready: RoundReady, ended: boolean): AllocationStep[] {
  const correcting = isCorrecting(now, ready);
  const isOpen = now.stage === 'open' || now.stage === 'last-call';
  const canTakeBack = ready?.canTakeBack === true;
  const offers: readonly (readonly [AllocationStep, boolean])[] = [
    ['takeBackStart', canTakeBack],
    ['withdrawLastCall', now.stage === 'last-call'],
    ['hideTotals', isOpen && now.reveal === 'live' && !now.practice],
    ['reopen', ready?.canReopen === true],
    ['correct', ready?.canCorrect === true],
    ['voidRound', !now.practice && !ended && !correcting && !canTakeBack],
  ];
  return offers.filter(([, offered]) => offered).map(([step]) => step);
}

/** What one must hold for two seconds: it cannot be taken back. Once something was shown, what follows is shown by a simple press. */
export function isHeld(step: AllocationStep): boolean {
  return HELD.has(step);
}

const HELD: ReadonlySet<AllocationStep> = new Set<AllocationStep>([
  'closeNow',
  'closePaper',
  'showFirst',
  'show',
  'showStanding',
  'showCorrected',
  'hideTotals',
]);

/** Whether a step asks for a reason before it is sent. */
export function isReasoned(step: AllocationStep): step is ReasonedStep {
  return step === 'reopen' || step === 'voidRound' || step === 'correct';
}

/** What a step needs to know when it is pressed. `leftMs`: until the announced close. `reason`: where it asks for one. */
export interface Moment {
  readonly activity: ActivityId;
  readonly round: string;
  readonly leftMs: number;
  readonly reason: Text;
}

/** The command that a step sends, but for the ruling that was on the screen. More time is counted on top of what is left. */
export function commandOf(step: AllocationStep, moment: Moment): Unseen {
  const { activity, round, leftMs } = moment;
  switch (step) {
    case 'lastCall60':
      return lastCall(moment, 60);
    case 'lastCall120':
      return lastCall(moment, 120);
    case 'moreTime60':
      return lastCall(moment, Math.max(0, leftMs) / 1000 + 60);
    case 'moreTime120':
      return lastCall(moment, Math.max(0, leftMs) / 1000 + 120);
    case 'takeBackStart':
      return { type: 'TakeBackStart', activity };
    case 'reopen':
    case 'voidRound':
    case 'correct':
      return { type: REASONED[step], activity, round, reason: moment.reason };
    default:
      return { type: PLAIN[step], activity, round };
  }
}

const REASONED = { reopen: 'Reopen', voidRound: 'VoidRound', correct: 'Correct' } as const;
const PLAIN = {
  endPractice: 'CloseNow',
  closeNow: 'CloseNow',
  closePaper: 'CloseNow',
  showFirst: 'ShowNext',
  showNext: 'ShowNext',
  show: 'Show',
  showStanding: 'Show',
  showCorrected: 'Show',
  hideTotals: 'HideTotals',
  withdrawLastCall: 'WithdrawLastCall',
} as const;

function lastCall({ activity, round }: Moment, seconds: number): Unseen {
  return {
    type: 'LastCall',
    activity,
    round,
    seconds: Math.max(SHORTEST_CALL_SECONDS, Math.min(LONGEST_CALL_SECONDS, Math.round(seconds))),
  };
}
