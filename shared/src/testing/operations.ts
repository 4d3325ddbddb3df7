import fc from 'fast-check';
import type { Allocation } from '../ballots/ballot.ts';
import { toAllocation } from '../ballots/cumulative.ts';
import type { RecordCards } from '../session/commands.ts';
import type { Door } from '../words/door.ts';
import type { Group } from '../words/groups.ts';
import type { ActivityId, Serial } from '../words/ids.ts';
import type { Actor, Pass } from '../words/roles.ts';

/** A facilitator's ruling that needs nothing but a button. */
export type Button =
  | 'open'
  | 'takeBack'
  | 'withdraw'
  | 'closeNow'
  | 'hide'
  | 'reopen'
  | 'void'
  | 'showNext'
  | 'show'
  | 'correct'
  | 'answer'
  | 'decide'
  | 'decideAgain'
  | 'erase'
  | 'end';

/** What is done to the run of show; `at`: to which part of it. */
export type Rearranging = 'skip' | 'swap' | 'drop' | 'talk' | 'shareLeft' | 'otherPlan' | 'unread' | 'unknown';

/** Something that somebody tries, possible or not. `goOn`: what comes next. `behind`: from a screen that shows an older ruling. */
export type Operation =
  | { readonly do: Button; readonly behind: boolean }
  | { readonly do: 'goOn' }
  | { readonly do: 'start'; readonly activity: ActivityId; readonly behind: boolean }
  | { readonly do: 'lastCall' | 'timer'; readonly seconds: number; readonly behind: boolean }
  | { readonly do: 'rearrange'; readonly how: Rearranging; readonly at: number; readonly behind: boolean }
  | { readonly do: 'save'; readonly of: 'two' | 'same' | 'unread' | 'again'; readonly behind: boolean }
  | { readonly do: 'cards'; readonly what: RecordCards['what'] }
  | { readonly do: 'join'; readonly who: string; readonly pass: Pass }
  | { readonly do: 'letIn'; readonly whom: readonly string[] }
  | { readonly do: 'turnAway'; readonly who: string }
  | { readonly do: 'question'; readonly who: string; readonly raised: boolean }
  | Cast
  | Paper
  | { readonly do: 'spoil'; readonly serial: Serial }
  | { readonly do: 'noCard'; readonly serial: Serial }
  | { readonly do: 'reconcile'; readonly issued: number }
  | { readonly do: 'resend'; readonly which: number }
  | { readonly do: 'wait'; readonly ms: number }
  | { readonly do: 'duty' | 'count' }
  | { readonly do: 'clock'; readonly of: number }
  | { readonly do: 'intrude'; readonly role: Actor['role'] };

/**
 * `alloc`, `group`: what is chosen; `other`, `otherGroup`: what the same person chooses in a second meeting that goes the same way. The
 * group is sent where the round asks for it, and where it does not by those who are `odd`.
 */
export interface Choices {
  readonly alloc: Allocation;
  readonly other: Allocation;
  readonly group: Group;
  readonly otherGroup: Group;
  readonly odd: boolean;
}

/** `to`: the round on stage, or another. */
interface Cast extends Choices {
  readonly do: 'cast';
  readonly who: string;
  readonly door: Exclude<Door, 'paper'>;
  readonly to: ActivityId | null;
}

/** A paper; `card`: whose card is written on it. */
interface Paper extends Choices {
  readonly do: 'paper';
  readonly serial: Serial;
  readonly card: string | null;
}

export const PEOPLE = ['ann', 'bob', 'cat', 'dan', 'eve', 'fay', 'gil', 'hal', 'ida', 'jon', 'kim', 'leo'];

const who = fc.constantFrom(...PEOPLE);
const behind = fc.nat({ max: 7 }).map((n) => n === 0);
const rarely = fc.nat({ max: 15 }).map((n) => n === 0);
const few = fc.nat({ max: 3 });
const serial = fc.integer({ min: 1, max: 5 });
const group = fc.constantFrom<Group>('citizens', 'professionals', 'undeclared');
const activity = fc.constantFrom('a1', 'a2', 'a3', 'a4', 'a5', 'a6');

/** Legal in every round of ten tokens and four on one. */
const legal = fc.record({ bus: few, park: few, roof: few }).map((votes) => toAllocation(Object.entries(votes)));
const ofPractice = fc.record({ tea: few, water: few }).map((votes) => toAllocation(Object.entries(votes)));
const wild = fc.array(
  fc.tuple(fc.constantFrom('bus', 'park', 'roof', 'tea', 'castle', '__proto__'), fc.integer({ min: -1, max: 7 })),
  { maxLength: 4 },
);

const choices = (alloc: fc.Arbitrary<Allocation>, odd: fc.Arbitrary<boolean>) => ({
  alloc,
  other: alloc,
  group,
  otherGroup: group,
  odd,
});

const casting = (
  alloc: fc.Arbitrary<Allocation>,
  to: fc.Arbitrary<ActivityId | null>,
  odd = rarely,
): fc.Arbitrary<Operation> =>
  fc.record({
    do: fc.constant('cast'),
    who,
    door: fc.constantFrom('phone', 'phone', 'tablet'),
    to,
    ...choices(alloc, odd),
  });

const papers = (odd = rarely): fc.Arbitrary<Operation> =>
  fc.record({
    do: fc.constant('paper'),
    serial,
    card: fc.option(who, { nil: null }),
    ...choices(legal, odd),
  });

const never = fc.constant(false);

/** What makes an evening go on, whatever people choose in it. */
const running: readonly fc.WeightedArbitrary<Operation>[] = [
  {
    weight: 6,
    arbitrary: fc.record({ do: fc.constant('join'), who, pass: fc.constantFrom('code', 'card', 'tablet') }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('letIn'), whom: fc.array(who, { minLength: 1, maxLength: 4 }) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('turnAway'), who }),
  },
  { weight: 7, arbitrary: fc.record({ do: fc.constantFrom<Button>('open', 'closeNow', 'closeNow', 'show'), behind }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom<Button>('reopen', 'withdraw', 'void', 'hide'), behind }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constantFrom<Button>('showNext', 'correct'), behind }) },
  { weight: 6, arbitrary: fc.constant({ do: 'goOn' }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('start'), activity, behind }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('lastCall'), seconds: fc.integer({ min: 10, max: 900 }), behind }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('wait'), ms: fc.nat({ max: 900_000 }) }) },
  { weight: 8, arbitrary: fc.record({ do: fc.constantFrom('duty', 'duty', 'count') }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('clock'), of: fc.nat({ max: 30 }) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('resend'), which: fc.nat() }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('spoil'), serial }) },
];

const planning: readonly fc.WeightedArbitrary<Operation>[] = [
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('rearrange'),
      how: fc.constantFrom<Rearranging[]>(
        'skip',
        'swap',
        'drop',
        'talk',
        'shareLeft',
        'shareLeft',
        'otherPlan',
        'unread',
        'unknown',
      ),
      at: fc.nat({ max: 5 }),
      behind,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('save'), of: fc.constantFrom('two', 'same', 'unread', 'again'), behind }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('cards'),
      what: fc.constantFrom<RecordCards['what'][]>('issued', 'test', 'replaced', 'voided'),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom<Button>('takeBack', 'takeBack', 'answer'), behind }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom<Button>('decide', 'decideAgain', 'erase', 'end'), behind }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('timer'), seconds: fc.nat({ max: 600 }), behind }) },
];

const onStage = fc.constant(null);
const anywhere = fc.option(activity, { freq: 6 });

/** Whatever comes to anybody's mind. */
export const anything: fc.Arbitrary<Operation> = fc.oneof(
  ...running,
  ...planning,
  { weight: 12, arbitrary: casting(legal, onStage) },
  { weight: 3, arbitrary: casting(ofPractice, onStage) },
  { weight: 3, arbitrary: casting(wild, anywhere) },
  { weight: 6, arbitrary: papers() },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('noCard'), serial }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('reconcile'), issued: fc.nat({ max: 30 }) }) },
  {
    weight: 6,
    arbitrary: fc.record({ do: fc.constant('question'), who: fc.constantFrom('ann', 'bob'), raised: fc.boolean() }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('join'), who, pass: fc.constant('test-card') }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('intrude'),
      role: fc.constantFrom('participant', 'newcomer', 'helper', 'stage', 'clock', 'count'),
    }),
  },
);

/** Legal ballots and papers, each with another that could have been sent instead, while an evening goes on. */
export const voting: fc.Arbitrary<Operation> = fc.oneof(
  ...running,
  { weight: 20, arbitrary: casting(legal, onStage, never) },
  { weight: 5, arbitrary: papers(never) },
);

/** This person's phone sends what they chose. */
export function castOp(name: string, choices: Omit<Choices, 'odd'>): Operation {
  return { do: 'cast', who: name, door: 'phone', to: null, odd: false, ...choices };
}
