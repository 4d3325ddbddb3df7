import { assertNever } from '../../words/assert.ts';
import type { Key } from '../../words/by.ts';
import type { Recorded } from '../activity.ts';
import type { AllocationEvent, BallotCast, RulesFrozen } from './events.ts';
import type { AllocationState, Round } from './round.ts';
import { changeTally, emptyTally } from './tally.ts';

/** Applies what happened to the allocation, in place. A recorded outcome is taken as it is: no rule runs here. */
export function evolve(state: AllocationState, event: AllocationEvent, recorded: Recorded): void {
  if (event.type === 'rules.frozen') {
    state.round = newRound(event);
    return;
  }
  const { round } = state;
  if (round?.id !== event.round) return;
  switch (event.type) {
    case 'round.opened':
      return;
    case 'credentials.issued':
      for (const credential of event.credentials) round.issued.add(credential);
      return;
    case 'ballot.cast':
      castBallot(round, event, recorded);
      return;
    case 'round.last-call':
      round.stage = 'last-call';
      round.closesAt = event.closesAt;
      round.lastCall = recorded.version;
      return;
    case 'round.door-closed':
      return;
    case 'round.closed':
      round.stage = 'closed';
      round.closesAt = null;
      round.closed = { version: recorded.version, id: recorded.id };
      return;
    case 'round.reopened':
      round.stage = 'open';
      round.closed = null;
      round.counted = null;
      return;
    case 'round.counted':
      // A count that was on its way when the round was reopened belongs to the earlier close.
      if (round.closed?.version === event.upTo) round.counted = event;
      return;
    case 'round.shown':
      round.shown = true;
      return;
    default:
      assertNever(event);
  }
}

/** A ballot moves nothing, so that a thousand people tapping at once never wait for each other. Rule J4. */
export function keysMovedBy(event: AllocationEvent): readonly Key[] {
  switch (event.type) {
    case 'ballot.cast':
    case 'credentials.issued':
    case 'round.counted':
      return [];
    default:
      return ['ruling'];
  }
}

function newRound(rules: RulesFrozen): Round {
  return {
    id: rules.round,
    rules,
    costs: new Map(rules.proposals),
    stage: 'open',
    shown: false,
    closesAt: null,
    lastCall: 0,
    closed: null,
    counted: null,
    issued: new Set(),
    ballots: new Map(),
    tally: emptyTally(rules.proposals.map(([proposal]) => proposal)),
  };
}

function castBallot(round: Round, event: BallotCast, { version, commit, body }: Recorded): void {
  // An erased ballot is still a fact of the chain, but says nothing that could be counted.
  if (body?.ballot === undefined || commit === null) return;
  const before = round.ballots.get(event.credential);
  if (before !== undefined) changeTally(round.tally, before.alloc, -1);
  round.ballots.set(event.credential, { version, alloc: body.ballot.alloc, commit });
  changeTally(round.tally, body.ballot.alloc, 1);
}
