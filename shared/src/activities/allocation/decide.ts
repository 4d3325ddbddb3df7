import { assertNever } from '../../words/assert.ts';
import type { Guard } from '../../words/by.ts';
import { minorDigits } from '../../words/currency.ts';
import type { RoundId } from '../../words/ids.ts';
import { refuse, type Refusal } from '../../words/refusal.ts';
import type { Actor } from '../../words/roles.ts';
import type { Context, Setting } from '../activity.ts';
import { reasoned, type Asked, type Decided } from './asked.ts';
import { castBallot, enterPaper, reconcilePaper, spoilPaper } from './casting.ts';
import {
  closeByClock,
  closeNow,
  correct,
  hideTotals,
  issueMissing,
  lastCall,
  reopen,
  show,
  showNext,
  withdrawLastCall,
} from './closing.ts';
import type { AllocationCommand } from './commands.ts';
import { countRound } from './count.ts';
import type { AllocationEvent } from './events.ts';
import { PRACTICE } from './practice.ts';
import type { AllocationState, Round } from './round.ts';

/**
 * Opens the round together with the activity: rules frozen, credentials for every seat that has joined, doors open.
 * Refuses: `nothing-left` where it shares what another round left. Rules A1, A6, A16, A18.
 */
export function start(
  state: Readonly<AllocationState>,
  setting: Setting,
  context: Context,
): readonly AllocationEvent[] | Refusal {
  return open(state, state.voided.length + 1, setting, context);
}

/** A round must be closed before the meeting moves on or ends. Rule S6. */
export function mayLeave({ round }: Readonly<AllocationState>): Refusal | null {
  return round !== null && round.stage !== 'closed' ? refuse('round-open') : null;
}

/** The start of a round can be taken back as long as nobody has sent anything, and nothing was announced. Rule S12. */
export function mayTakeBack({ round }: Readonly<AllocationState>): boolean {
  if (round?.stage !== 'open' || round.notice !== null) return false;
  return round.ballots.size === 0 && round.papers.spoiled.size === 0 && round.papers.issued === null;
}

/** What one command about an allocation does. Refuses as each function says, and `unknown-round`. */
export function decide(
  state: Readonly<AllocationState>,
  command: AllocationCommand,
  actor: Actor,
  setting: Setting,
  context: Context,
): Decided {
  const { round } = state;
  if (round?.id !== command.round) return refuse('unknown-round');
  const ruling: Guard = ['ruling', setting.ruling];
  switch (command.type) {
    case 'CastBallot':
      return castBallot(round, command, actor, ruling, setting, context);
    case 'EnterPaper':
      return enterPaper(round, command, actor, ruling, setting, context);
    case 'SpoilPaper':
      return spoilPaper(round, command, ruling, setting);
    case 'ReconcilePaper':
      return reconcilePaper(round, command, ruling);
    case 'VoidRound':
      return voidRound(state, round, command, ruling, setting, context);
    case 'Count':
      return count(round, command, ruling, context);
    default:
      return decideRuling(round, command, ruling, setting, context);
  }
}

type Rulings = Exclude<
  AllocationCommand,
  { type: 'CastBallot' | 'EnterPaper' | 'SpoilPaper' | 'ReconcilePaper' | 'VoidRound' | 'Count' }
>;

function decideRuling(round: Round, command: Rulings, ruling: Guard, setting: Setting, context: Context): Decided {
  switch (command.type) {
    case 'LastCall':
      return lastCall(round, command, ruling, context);
    case 'WithdrawLastCall':
      return withdrawLastCall(round, ruling);
    case 'CloseNow':
      return closeNow(round, ruling, setting, context);
    case 'Close':
      return closeByClock(round, command, ruling, setting, context);
    case 'Reopen':
      return reopen(round, command, ruling);
    case 'HideTotals':
      return hideTotals(round, ruling);
    case 'ShowNext':
      return showNext(round, ruling);
    case 'Show':
      return show(round, ruling);
    case 'Correct':
      return correct(round, command, ruling);
    default:
      return assertNever(command);
  }
}

/** Keeps the old round with its reason and opens the same anew in one step. Refuses: `bad-text`, `nothing-left`. Rule A17. */
function voidRound(
  state: Readonly<AllocationState>,
  round: Round,
  command: Asked<'VoidRound'>,
  ruling: Guard,
  setting: Setting,
  context: Context,
): Decided {
  const opened = open(state, state.voided.length + 2, setting, context);
  if ('refused' in opened) return opened;
  return reasoned(command, ruling, [{ type: 'round.voided', round: round.id }, ...opened]);
}

/** Records the count, a function of the journal up to the close. Refuses: `not-closed`. Rule O4. */
function count(round: Round, { shares }: Asked<'Count'>, ruling: Guard, context: Context): Decided {
  const counted = countRound(round, context.sha256Hex, shares ?? null);
  if (counted === null) return refuse('not-closed');
  const { upTo, ballots, tally, outcome } = counted;
  return {
    guards: [ruling],
    events: [{ type: 'round.counted', round: round.id, upTo, ballots }],
    bodies: [{ count: { tally, outcome } }],
  };
}

function open(
  { activity, plan }: Readonly<AllocationState>,
  nth: number,
  setting: Setting,
  context: Context,
): readonly AllocationEvent[] | Refusal {
  const { practice, deciding, reveal, sending, tokens, cap, voice, decision, leftOf } = plan;
  const counted = practice ? 'greedy' : (plan.count ?? 'greedy');
  const pot = practice ? PRACTICE : leftOf === null ? setting : setting.leftOver(leftOf);
  if (pot === null) return refuse('nothing-left');
  const round: RoundId = `${activity}.${String(nth)}`;
  const frozen: Extract<AllocationEvent, { type: 'rules.frozen' }> = {
    type: 'rules.frozen',
    round,
    potMinor: pot.potMinor,
    tokens,
    cap,
    proposals: pot.proposals.map(({ proposal, costMinor }) => [proposal, costMinor]),
    practice,
    deciding: deciding && !practice,
    reveal,
    sending,
    mode: setting.mode,
    voice: practice ? 'one-person-one-ballot' : voice,
    decision: practice ? 'overall' : decision,
    doors: setting.doors.filter((door) => !practice || door !== 'paper'),
    count: counted,
    ...(counted === 'equal-shares' ? { unitMinor: 10 ** minorDigits(setting.currency) } : {}),
    tie: 'lot',
  };
  const nobody = { issued: new Set<string>(), rules: frozen };
  return [frozen, { type: 'round.opened', round }, ...issueMissing(round, nobody, setting, context)];
}
