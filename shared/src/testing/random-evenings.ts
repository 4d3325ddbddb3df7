import fc from 'fast-check';
import { toAllocation } from '../ballots/cumulative.ts';
import type { SetUp } from '../session/set-up.ts';
import type { ActivityId } from '../words/ids.ts';
import { deciding, how, newMeeting, pause, practice, talk, type Changes } from './meetings.ts';
import { anything, castOp, PEOPLE, voting, type Operation } from './operations.ts';

/** A meeting as it was set up, and what people try in it. */
export interface Evening {
  readonly setUp: SetUp;
  readonly operations: readonly Operation[];
}

/** Everybody joins by the code, on phones and tablets alone; totals are hidden, then live. */
const OPEN: Changes = {
  agenda: [practice({ tokens: 3, cap: 2 }), deciding(), pause, deciding({ reveal: 'live', tokens: 9, cap: 5 }), how],
};
/** People are let in, and vote on paper too; both groups must back what is funded. */
const LET_IN: Changes = {
  admission: 'let-in',
  paper: true,
  agenda: [
    how,
    deciding({ voice: 'equal-groups', decision: 'both-groups' }),
    { kind: 'talk', minutes: 10 },
    deciding({ reveal: 'live', voice: 'citizen-floor', count: 'equal-shares' }),
    practice(),
  ],
};
/** Cards only; a second round shares what the first left. */
const CARDS: Changes = {
  admission: 'cards',
  paper: true,
  potMinor: 100_000,
  agenda: [
    deciding({ voice: 'citizen-floor' }),
    deciding({ leftOf: 'a1' }),
    talk,
    deciding({ decision: 'both-groups', count: 'equal-shares' }),
    how,
    deciding({ reveal: 'live', voice: 'equal-groups', decision: 'both-groups' }),
  ],
};
/** Rounds with nothing to hide but ballots: no practice, no round that depends on another's outcome. */
const SECRET: readonly Changes[] = [
  { agenda: [deciding(), pause, deciding(), deciding({ reveal: 'live' })] },
  {
    admission: 'cards',
    paper: true,
    agenda: [deciding({ voice: 'equal-groups' }), deciding(), deciding({ decision: 'both-groups' })],
  },
  { admission: 'let-in', paper: true, agenda: [deciding({ voice: 'citizen-floor' }), how, deciding()] },
];

/** People have joined, and something is on: most of what can go wrong needs that. */
function begun(setUp: Changes, count: number, activity: ActivityId): Operation[] {
  const names = PEOPLE.slice(0, count);
  const pass = setUp.admission === 'cards' ? 'card' : 'code';
  return [
    { do: 'open', behind: false },
    ...names.map((who): Operation => ({ do: 'join', who, pass })),
    ...(setUp.admission === 'let-in' ? [{ do: 'letIn', whom: names } as const] : []),
    { do: 'start', activity, behind: false },
  ];
}

/** What citizens choose who vote in a body, and what professionals do. */
const [CITIZENS, PROFESSIONALS] = [
  { alloc: toAllocation(Object.entries({ bus: 3, park: 2 })), group: 'citizens' },
  { alloc: toAllocation(Object.entries({ park: 2, roof: 1 })), group: 'professionals' },
] as const;

/** Twelve have voted, half of them from each group; in a second meeting the other half. */
function voted(setUp: Changes, activity: ActivityId): Operation[] {
  const casts = PEOPLE.map((name, at) => {
    const [one, other] = at % 2 === 0 ? [CITIZENS, PROFESSIONALS] : [PROFESSIONALS, CITIZENS];
    return castOp(name, { ...one, other: other.alloc, otherGroup: other.group });
  });
  return [...begun(setUp, PEOPLE.length, activity), ...casts];
}

/** The same, and what they chose has been shown. */
function decided(setUp: Changes, activity: ActivityId): Operation[] {
  const doors = setUp.paper === true ? 2 : 1;
  const closing = Array.from({ length: doors }, (): Operation => ({ do: 'closeNow', behind: false }));
  const lastCalled: Operation = { do: 'lastCall', seconds: 60, behind: false };
  return [...voted(setUp, activity), lastCalled, ...closing, { do: 'duty' }, { do: 'show', behind: false }];
}

type Beginning = readonly [setUp: Changes, first: readonly Operation[]];

const tries = (one: fc.Arbitrary<Operation>, beginnings: readonly Beginning[]): fc.Arbitrary<Evening> =>
  fc
    .tuple(fc.constantFrom(...beginnings), fc.array(one, { minLength: 10, maxLength: 90, size: 'max' }))
    .map(([[setUp, first], then]) => ({ setUp: newMeeting(setUp), operations: [...first, ...then] }));

/** An evening in which people try whatever comes to their mind. */
export const randomEvening = tries(anything, [
  [OPEN, []],
  [OPEN, begun(OPEN, 5, 'a1')],
  [OPEN, begun(OPEN, 5, 'a2')],
  [OPEN, begun(OPEN, 5, 'a4')],
  [LET_IN, begun(LET_IN, 5, 'a1')],
  [LET_IN, voted(LET_IN, 'a2')],
  [LET_IN, decided(LET_IN, 'a2')],
  [LET_IN, voted(LET_IN, 'a4')],
  [CARDS, begun(CARDS, 5, 'a1')],
  [CARDS, voted(CARDS, 'a1')],
  [CARDS, decided(CARDS, 'a1')],
  [CARDS, voted(CARDS, 'a6')],
]);

/** An evening of legal ballots and papers, each with another that could have been sent instead. */
export const votersEvening = tries(
  voting,
  SECRET.flatMap((setUp): Beginning[] => [
    [setUp, begun(setUp, 5, 'a1')],
    [setUp, voted(setUp, 'a1')],
    [setUp, voted(setUp, 'a3')],
    [setUp, decided(setUp, 'a1').slice(0, -1)],
  ]),
);
