import fc from 'fast-check';
import type { Allocation } from '../ballots/ballot.ts';
import { toAllocation } from '../ballots/cumulative.ts';
import { dutiesOf } from '../session/duties.ts';
import { assertNever } from '../words/assert.ts';
import type { ActivityId } from '../words/ids.ts';
import type { Actor } from '../words/roles.ts';
import {
  by,
  castBallot,
  clockCloses,
  closeNow,
  counts,
  endMeeting,
  firstDuty,
  joins,
  lastCall,
  openJoining,
  reopen,
  seatOf,
  show,
  startActivity,
} from './asked.ts';
import type { Answered, Asked, RecordedSession } from './recorded-session.ts';

/** Something that somebody tries, possible or not. `behind`: from a screen that shows an older ruling. */
export type Operation =
  | { readonly do: 'open' | 'closeNow' | 'reopen' | 'show' | 'end'; readonly behind: boolean }
  | { readonly do: 'start'; readonly activity: ActivityId; readonly behind: boolean }
  | { readonly do: 'lastCall'; readonly seconds: number; readonly behind: boolean }
  | { readonly do: 'join'; readonly who: string }
  | Cast
  | { readonly do: 'resend'; readonly which: number }
  | { readonly do: 'wait'; readonly ms: number }
  | { readonly do: 'duty' | 'count' }
  | { readonly do: 'clock'; readonly of: number }
  | { readonly do: 'intrude'; readonly role: Actor['role'] };

/** `other`: what the same person chooses in a second meeting that goes the same way. `to`: the round on stage, or another. */
interface Cast {
  readonly do: 'cast';
  readonly who: string;
  readonly alloc: Allocation;
  readonly other: Allocation;
  readonly to: ActivityId | null;
}

const PEOPLE = ['ann', 'bob', 'cat', 'dan', 'eve', 'fay', 'gil'];
const who = fc.constantFrom(...PEOPLE);
const behind = fc.nat({ max: 7 }).map((n) => n === 0);
const few = fc.nat({ max: 3 });

/** Legal in every round of ten tokens and four on one. */
const legal = fc.record({ bus: few, park: few, roof: few }).map((votes) => toAllocation(Object.entries(votes)));
const ofPractice = fc.record({ tea: few, water: few }).map((votes) => toAllocation(Object.entries(votes)));
const wild = fc.array(
  fc.tuple(fc.constantFrom('bus', 'park', 'roof', 'tea', 'castle', '__proto__'), fc.integer({ min: -1, max: 7 })),
  { maxLength: 4 },
);

const casting = (alloc: fc.Arbitrary<Allocation>, to: fc.Arbitrary<ActivityId | null>): fc.Arbitrary<Operation> =>
  fc.record({ do: fc.constant('cast'), who, alloc, other: alloc, to });

const running: readonly fc.WeightedArbitrary<Operation>[] = [
  { weight: 6, arbitrary: fc.record({ do: fc.constant('join'), who }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('open', 'closeNow', 'reopen'), behind }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('closeNow', 'show'), behind }) },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('start'), activity: fc.constantFrom('a1', 'a2', 'a3', 'a4', 'a5'), behind }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('lastCall'), seconds: fc.integer({ min: 10, max: 900 }), behind }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('wait'), ms: fc.nat({ max: 900_000 }) }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constantFrom('duty', 'duty', 'count') }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('clock'), of: fc.nat({ max: 30 }) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('resend'), which: fc.nat() }) },
];

const onStage = fc.constant(null);
const anywhere = fc.option(fc.constantFrom('a1', 'a2', 'a3', 'a4', 'a5'), { freq: 6 });

const anyone: fc.Arbitrary<Operation> = fc.oneof(
  ...running,
  { weight: 10, arbitrary: casting(legal, onStage) },
  { weight: 4, arbitrary: casting(ofPractice, onStage) },
  { weight: 4, arbitrary: casting(wild, anywhere) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('end'), behind }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('intrude'),
      role: fc.constantFrom('participant', 'newcomer', 'stage', 'clock', 'count'),
    }),
  },
);

const voters: fc.Arbitrary<Operation> = fc.oneof(...running, { weight: 16, arbitrary: casting(legal, onStage) });

/** Five people have joined, and something is on: most of what can go wrong needs that. */
const begun = (activity: ActivityId): Operation[] => [
  { do: 'open', behind: false },
  ...PEOPLE.slice(0, 5).map((name): Operation => ({ do: 'join', who: name })),
  { do: 'start', activity, behind: false },
];

const tries = (one: fc.Arbitrary<Operation>, beginnings: readonly (readonly Operation[])[]) =>
  fc
    .tuple(fc.constantFrom(...beginnings), fc.array(one, { minLength: 10, maxLength: 100, size: 'max' }))
    .map(([first, then]) => [...first, ...then]);

/** An evening in which people try whatever comes to their mind. */
export const randomEvening = tries(anyone, [[], begun('a1'), begun('a2'), begun('a4')]);

/** An evening of legal ballots, each with another that could have been cast instead. */
export const votersEvening = tries(voters, [[], begun('a1')]);

/** Tries it; `null` where there is nothing to ask. `sent`: what was asked before. `side`: which of a voter's two ballots. */
export function attempt(
  meeting: RecordedSession,
  operation: Operation,
  sent: readonly Answered[],
  side: 'alloc' | 'other' = 'alloc',
): Answered | null {
  if (operation.do === 'wait') {
    meeting.now += operation.ms;
    return null;
  }
  const asked = askedBy(operation, meeting, sent, side);
  return asked === null ? null : meeting.ask(asked);
}

function askedBy(
  operation: Exclude<Operation, { do: 'wait' }>,
  meeting: RecordedSession,
  sent: readonly Answered[],
  side: 'alloc' | 'other',
): Asked | null {
  const { session } = meeting;
  const aim = 'behind' in operation && operation.behind ? { seen: session.ruling.version - 1 } : {};
  switch (operation.do) {
    case 'open':
      return openJoining(aim);
    case 'start':
      return startActivity(operation.activity, aim);
    case 'lastCall':
      return lastCall(operation.seconds, aim);
    case 'closeNow':
      return closeNow(aim);
    case 'reopen':
      return reopen(undefined, aim);
    case 'show':
      return show(aim);
    case 'end':
      return endMeeting(aim);
    case 'join':
      return joins(operation.who);
    case 'cast':
      return castBallot(operation.who, operation[side], operation.to === null ? {} : { activity: operation.to });
    case 'resend':
      return again(sent, operation.which);
    case 'duty':
      return dutiesOf(session).length === 0 ? null : firstDuty(session);
    case 'count':
      return counts();
    case 'clock':
      return clockCloses(operation.of);
    case 'intrude':
      return by(actorOf(operation.role), endMeeting());
    default:
      return assertNever(operation);
  }
}

/** The same command from the same person under the same id, as a phone sends it that heard no answer. */
function again(sent: readonly Answered[], which: number): Asked | null {
  const earlier = sent[which % sent.length];
  return earlier === undefined ? null : { ...earlier, command: () => earlier.command };
}

function actorOf(role: Actor['role']): Actor {
  return role === 'participant' || role === 'newcomer' ? { role, seat: seatOf('ann') } : { role };
}
