import type { Guard } from '../../words/by.ts';
import type { RoundId } from '../../words/ids.ts';
import { refuse } from '../../words/refusal.ts';
import type { Context, Setting } from '../activity.ts';
import type { AllocationEvent } from './events.ts';
import { reasoned, type Asked, type Decided } from './asked.ts';
import { closesWithPhones, isPaperUsed, tallySeen, type Round } from './round.ts';

/** Announces the close, or gives more time, never less than was announced. Refuses: `closed`. Rule A9. */
export function lastCall(round: Round, command: Asked<'LastCall'>, ruling: Guard, context: Context): Decided {
  if (!takesPhones(round)) return refuse('closed');
  const closesAt = Math.max(round.closesAt ?? 0, context.at + command.seconds * 1000);
  return { guards: [ruling], events: [{ type: 'round.last-call', round: round.id, closesAt }] };
}

/** Takes the last call back. Refuses: `no-last-call`. Rule A13. */
export function withdrawLastCall(round: Round, ruling: Guard): Decided {
  if (round.stage !== 'last-call') return refuse('no-last-call');
  return { guards: [ruling], events: [{ type: 'round.last-call-withdrawn', round: round.id }] };
}

/**
 * Closes what is still open: after a last call phones and tablets, then the paper; practice all at once.
 * Refuses: `closed`, `no-last-call`. Rules A9, A12, A14.
 */
export function closeNow(round: Round, ruling: Guard, setting: Setting, context: Context): Decided {
  if (round.stage === 'closed') return refuse('closed');
  if (round.stage === 'open' && !round.rules.practice) return refuse('no-last-call');
  return { guards: [ruling], events: closing(round, setting, context) };
}

/** Closes phones and tablets at the announced time. Refuses: `closed`, `not-yet` when the time has moved. Rule A10. */
export function closeByClock(
  round: Round,
  command: Asked<'Close'>,
  ruling: Guard,
  setting: Setting,
  context: Context,
): Decided {
  if (!takesPhones(round)) return refuse('closed');
  if (round.lastCall !== command.lastCall || round.closesAt === null || context.at < round.closesAt)
    return refuse('not-yet');
  return { guards: [ruling], events: closing(round, setting, context) };
}

/**
 * Doors close one by one: the paper stays open for those who still enter it. With the last door the round closes, and practice is shown
 * with its close, whoever closes it. Rules A12, A14.
 */
function closing(round: Round, setting: Setting, context: Context): AllocationEvent[] {
  const open = round.rules.doors.filter((door) => round.openDoors.has(door));
  const phones = open.filter((door) => door !== 'paper');
  const waits = isPaperUsed(round.papers) || !closesWithPhones(round.rules);
  const paperStays = phones.length > 0 && open.includes('paper') && waits;
  const closes = paperStays ? phones : open;
  const closed = closes.map((door): AllocationEvent => ({ type: 'round.door-closed', round: round.id, door }));
  if (paperStays) return closed;
  const shown: AllocationEvent[] = round.rules.practice ? [{ type: 'round.shown', round: round.id }] : [];
  return [
    ...issueMissing(round.id, round, setting, context),
    ...closed,
    { type: 'round.closed', round: round.id },
    ...shown,
  ];
}

/** Opens the round again for everyone. Refuses: `not-closed`, `tally-seen`, `bad-text`. Rule A11. */
export function reopen(round: Round, command: Asked<'Reopen'>, ruling: Guard): Decided {
  if (takesPhones(round)) return refuse('not-closed');
  if (tallySeen(round)) return refuse('tally-seen');
  return reasoned(command, ruling, [{ type: 'round.reopened', round: round.id }]);
}

/** Hides live totals from here on. Refuses: `closed`, also once they were shown, `not-allowed` where they are hidden already. Rule T6. */
export function hideTotals(round: Round, ruling: Guard): Decided {
  if (round.stage === 'closed' || round.shown) return refuse('closed');
  if (round.reveal === 'on-show') return refuse('not-allowed');
  return { guards: [ruling], events: [{ type: 'round.tightened', round: round.id }] };
}

/** Whether phones and tablets may still send. */
function takesPhones({ stage }: Round): boolean {
  return stage === 'open' || stage === 'last-call';
}

/** Shows the next of the funded, in the order of funding; after the last, everything. Refuses as `show`. Rules T3, O5. */
export function showNext(round: Round, ruling: Guard): Decided {
  const next = round.revealed + 1;
  if (round.shown || round.counted === null || next > round.counted.outcome.funded.length) return show(round, ruling);
  return { guards: [ruling], events: [{ type: 'round.revealed', round: round.id, funded: next }] };
}

/** Shows totals and outcome to everyone at once. Refuses: `not-closed`, `not-counted`, `already-begun` when shown before. Rule T3. */
export function show(round: Round, ruling: Guard): Decided {
  if (round.stage !== 'closed') return refuse('not-closed');
  if (round.counted === null) return refuse('not-counted');
  if (round.shown && !round.correcting) return refuse('already-begun');
  return { guards: [ruling], events: [{ type: 'round.shown', round: round.id }] };
}

/** Lets papers be entered or spoiled again after showing. Refuses: `not-closed`, `nothing-to-correct`, `bad-text`. Rule O6. */
export function correct(round: Round, command: Asked<'Correct'>, ruling: Guard): Decided {
  if (round.stage !== 'closed' || !round.shown || round.correcting) return refuse('not-closed');
  if (!round.rules.doors.includes('paper')) return refuse('nothing-to-correct');
  return reasoned(command, ruling, [{ type: 'round.correcting', round: round.id }]);
}

/** Credentials for the seats that have none yet; test cards count in practice only. Rule A6. */
export function issueMissing(
  round: RoundId,
  { issued, rules }: { readonly issued: ReadonlySet<string>; readonly rules: { readonly practice: boolean } },
  { seats, testSeats }: Setting,
  context: Context,
): AllocationEvent[] {
  const credentials = [...seats]
    .filter((seat) => rules.practice || !testSeats.has(seat))
    .map((seat) => context.credentialOf(seat, round))
    .filter((credential) => !issued.has(credential))
    .sort();
  return credentials.length === 0 ? [] : [{ type: 'credentials.issued', round, credentials }];
}
