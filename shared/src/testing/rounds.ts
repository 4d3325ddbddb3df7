import type { Round } from '../activities/allocation/round.ts';
import type { ReadonlySession } from '../session/session.ts';
import { assert } from '../words/assert.ts';
import type { ActivityId, ProposalId } from '../words/ids.ts';

/** The round of an activity as it stands. */
export function roundOf({ activities }: ReadonlySession, activity: ActivityId = 'a1'): Readonly<Round> {
  const state = activities.get(activity);
  assert(state?.kind === 'allocation' && state.round, 'a round is on');
  return state.round;
}

/** `[tokens, supporters]` of each proposal of the round on now. */
export function totalsOf(session: ReadonlySession): Readonly<Record<ProposalId, readonly [number, number]>> {
  const totals = [...roundOf(session).tally].map(
    ([proposal, { tokens, supporters }]) => [proposal, [tokens, supporters]] as const,
  );
  return Object.fromEntries(totals);
}
