import { checkCumulative } from '../../ballots/cumulative.ts';
import type { Door } from '../../ballots/ballot.ts';
import { assertNever } from '../../words/assert.ts';
import type { Guard } from '../../words/by.ts';
import type { RoundId } from '../../words/ids.ts';
import { refuse, type Refusal } from '../../words/refusal.ts';
import type { Actor } from '../../words/roles.ts';
import { isText } from '../../words/text.ts';
import type { Context, Decision, Setting } from '../activity.ts';
import type { AllocationCommand, CastBallot } from './commands.ts';
import { countRound } from './count.ts';
import type { AllocationEvent } from './events.ts';
import { PRACTICE } from './practice.ts';
import { tallyVisible, type AllocationState, type Round } from './round.ts';

type Command<Type extends AllocationCommand['type']> = Extract<AllocationCommand, { type: Type }>;
type Decided = Decision<AllocationEvent>;

/**
 * Opens the round together with the activity: rules frozen, credentials for every seat that has joined, phones open.
 * Rules A1, A6.
 */
export function start(
  state: Readonly<AllocationState>,
  setting: Setting,
  context: Context,
): readonly AllocationEvent[] {
  const { practice, reveal, tokens, cap } = state.plan;
  const round: RoundId = `${state.activity}.1`;
  const { potMinor, proposals } = practice ? PRACTICE : setting;
  const frozen: AllocationEvent = {
    type: 'rules.frozen',
    round,
    potMinor,
    tokens,
    cap,
    proposals: proposals.map(({ proposal, costMinor }) => [proposal, costMinor]),
    practice,
    reveal,
    mode: reveal === 'live' ? 'pseudonymous' : 'private',
    voice: 'one-person-one-ballot',
    decision: 'overall',
    count: 'greedy',
    tie: 'lot',
  };
  return [frozen, { type: 'round.opened', round }, ...issueMissing(round, new Set(), setting, context)];
}

/** A round must be closed before the meeting moves on or ends. Rule S6. */
export function mayLeave(state: Readonly<AllocationState>): Refusal | null {
  return state.round !== null && state.round.stage !== 'closed' ? refuse('round-open') : null;
}

/** What one command about an allocation does. Refuses as each function below says, and `unknown-round`. */
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
      return castBallot(round, command, actor, ruling, context);
    case 'LastCall':
      return lastCall(round, command, ruling, context);
    case 'CloseNow':
      return closeNow(round, ruling, setting, context);
    case 'Close':
      return closeByClock(round, command, ruling, setting, context);
    case 'Reopen':
      return reopen(round, command, ruling);
    case 'Show':
      return show(round, ruling);
    case 'Count':
      return count(round, ruling, context);
    default:
      return assertNever(command);
  }
}

/**
 * Casts a whole ballot, replacing this seat's earlier one in the round; a seat that joined after the opening gets its credential with it.
 * Refuses: `closed`, and as `checkCumulative`. Cost: O(lines of one ballot). Rules A2 to A8.
 */
function castBallot(round: Round, command: CastBallot, actor: Actor, ruling: Guard, context: Context): Decided {
  if (actor.role !== 'participant') return refuse('not-allowed');
  if (round.stage === 'closed') return refuse('closed');
  const { tokens, cap } = round.rules;
  const illegal = checkCumulative(command.alloc, { tokens, cap, has: (proposal) => round.costs.has(proposal) });
  if (illegal !== null) return illegal;
  const credential = context.credentialOf(actor.seat, round.id);
  const door: Door = 'phone';
  const cast: AllocationEvent = { type: 'ballot.cast', round: round.id, credential, replaces: command.replaces };
  const body = { ballot: { round: round.id, alloc: command.alloc, door } };
  if (round.issued.has(credential)) return { guards: [ruling], events: [cast], bodies: [body] };
  const issued: AllocationEvent = { type: 'credentials.issued', round: round.id, credentials: [credential] };
  return { guards: [ruling], events: [issued, cast], bodies: [null, body] };
}

/** Announces the close, or gives more time, never less than was announced. Refuses: `closed`. Rule A9. */
function lastCall(round: Round, command: Command<'LastCall'>, ruling: Guard, context: Context): Decided {
  if (round.stage === 'closed') return refuse('closed');
  const closesAt = Math.max(round.closesAt ?? 0, context.at + command.seconds * 1000);
  return { guards: [ruling], events: [{ type: 'round.last-call', round: round.id, closesAt }] };
}

/** Closes at once: after a last call, or to end practice, which is shown with its close. Refuses: `closed`, `no-last-call`. Rules A9, A12. */
function closeNow(round: Round, ruling: Guard, setting: Setting, context: Context): Decided {
  if (round.stage === 'closed') return refuse('closed');
  if (round.stage === 'open' && !round.rules.practice) return refuse('no-last-call');
  const shown: AllocationEvent[] = round.rules.practice ? [{ type: 'round.shown', round: round.id }] : [];
  return { guards: [ruling], events: [...closing(round, setting, context), ...shown] };
}

/** Closes at the announced time. Refuses: `closed`, `not-yet` when the time has moved. Rule A10. */
function closeByClock(
  round: Round,
  command: Command<'Close'>,
  ruling: Guard,
  setting: Setting,
  context: Context,
): Decided {
  if (round.stage === 'closed') return refuse('closed');
  if (round.lastCall !== command.lastCall || round.closesAt === null || context.at < round.closesAt)
    return refuse('not-yet');
  return { guards: [ruling], events: closing(round, setting, context) };
}

/** The last door closes with the round; seats that never cast are listed with their credentials. */
function closing(round: Round, setting: Setting, context: Context): AllocationEvent[] {
  return [
    ...issueMissing(round.id, round.issued, setting, context),
    { type: 'round.door-closed', round: round.id, door: 'phone' },
    { type: 'round.closed', round: round.id },
  ];
}

/** Opens the closed round again for everyone. Refuses: `not-closed`, `tally-seen`, `bad-text`. Rule A11. */
function reopen(round: Round, command: Command<'Reopen'>, ruling: Guard): Decided {
  if (round.stage !== 'closed') return refuse('not-closed');
  if (tallyVisible(round)) return refuse('tally-seen');
  if (!isText(command.reason)) return refuse('bad-text');
  const events: AllocationEvent[] = [{ type: 'round.reopened', round: round.id }];
  return { guards: [ruling], events, bodies: [{ texts: { reason: command.reason } }] };
}

/** Shows totals and outcome to everyone at once. Refuses: `not-closed`, `not-counted`, `already-begun` when shown before. Rule T3. */
function show(round: Round, ruling: Guard): Decided {
  if (round.stage !== 'closed') return refuse('not-closed');
  if (round.counted === null) return refuse('not-counted');
  if (round.shown) return refuse('already-begun');
  return { guards: [ruling], events: [{ type: 'round.shown', round: round.id }] };
}

/** Records the count, a function of the journal up to the close. Refuses: `not-closed`. Rule O4. */
function count(round: Round, ruling: Guard, context: Context): Decided {
  const counted = countRound(round, context.sha256Hex);
  if (counted === null) return refuse('not-closed');
  return { guards: [ruling], events: [counted] };
}

function issueMissing(
  round: RoundId,
  issued: ReadonlySet<string>,
  setting: Setting,
  context: Context,
): AllocationEvent[] {
  const credentials = [...setting.seats]
    .map((seat) => context.credentialOf(seat, round))
    .filter((credential) => !issued.has(credential))
    .sort();
  return credentials.length === 0 ? [] : [{ type: 'credentials.issued', round, credentials }];
}
