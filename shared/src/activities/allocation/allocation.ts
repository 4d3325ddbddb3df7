import type { ActivityKind, Duty } from '../activity.ts';
import type { AllocationCommand } from './commands.ts';
import { decide, mayLeave, mayTakeBack, start } from './decide.ts';
import type { AllocationEvent } from './events.ts';
import { evolve, keysMovedBy } from './evolve.ts';
import type { AllocationPlan } from './plan.ts';
import { published, type PublishedRound } from './published.ts';
import { record, type RoundRecord } from './record.ts';
import type { AllocationState } from './round.ts';
import { leftOver, now, sections, type AllocationNow, type AllocationSections } from './view.ts';

/** What the server owes a round: to close it at the announced time, and to count it once it is closed. Rules A10, O4. */
function duties({ activity, round }: Readonly<AllocationState>): Duty<AllocationCommand>[] {
  if (round === null) return [];
  if (round.stage === 'last-call') {
    const { id, lastCall, closesAt } = round;
    const command = { type: 'Close', activity, round: id, lastCall } as const;
    return [{ cmd: `close:${id}:${String(lastCall)}`, role: 'clock', due: closesAt, command }];
  }
  if (round.closed === null || round.counted !== null) return [];
  const command = { type: 'Count', activity, round: round.id } as const;
  return [{ cmd: `count:${round.id}:${String(round.closed.version)}`, role: 'count', due: null, command }];
}

/** People share out tokens over proposals; a pot pays for what the count gives. Practice is a flag on it. */
export const allocation: ActivityKind<
  AllocationState,
  AllocationPlan,
  AllocationCommand,
  AllocationEvent,
  AllocationNow | null,
  Partial<AllocationSections>,
  readonly RoundRecord[],
  readonly PublishedRound[]
> = {
  initial: (activity, plan) => ({ kind: 'allocation', activity, plan, voided: [], round: null }),
  start,
  mayLeave,
  mayTakeBack,
  restsOn: ({ plan, round, voided }) => {
    // Practice shares out something else.
    if (plan.practice || (round === null && voided.length === 0)) return 'nothing';
    return plan.deciding && (round?.shownOutcome ?? null) !== null ? 'decision' : 'rules';
  },
  decide,
  evolve,
  keysMovedBy,
  now,
  sections,
  record,
  published,
  leftOver,
  passing: ({ round, voided }) =>
    [...voided.map((old) => old.round), ...(round === null ? [] : [round])].flatMap(({ passing }) => passing),
  doorOf: ({ round }, credentialIn) => round?.ballots.get(credentialIn(round.id))?.door ?? null,
  duties,
};
