import { expect, test } from 'vitest';
import {
  castBallot,
  closeNow,
  correct,
  endMeeting,
  enterPaper,
  hideTotals,
  joins,
  lastCall,
  letIn,
  turnAway,
  openJoining,
  reconcilePaper,
  reopen,
  seatOf,
  show,
  showNext,
  spoilPaper,
  startActivity,
  takeBackStart,
  voidRound,
  withdrawLastCall,
} from '../testing/asked.ts';
import { given } from '../testing/given.ts';
import {
  closed,
  deciding,
  how,
  newMeeting,
  paperClosed,
  paperCounted,
  paperShown,
  setUp,
} from '../testing/meetings.ts';
import {
  answerQuestions,
  raiseQuestion,
  recordCards,
  eraseTexts,
  saveSetUp,
  setAgenda,
  setTimer,
  writeDecision,
} from '../testing/planned.ts';
import { eventsOf } from '../testing/recounted.ts';
import { Event } from './events.ts';
import { keysMovedBy } from './keys.ts';

const PLAN = [how, { kind: 'talk', minutes: 5 } as const, deciding({ reveal: 'live' })];

const evening = eventsOf(
  given(
    setUp(),
    [
      saveSetUp(newMeeting({ admission: 'let-in', paper: true, agenda: PLAN })),
      recordCards('issued', 1),
      openJoining(),
    ],
    [joins('bob'), turnAway('bob'), joins('ann'), letIn('ann'), setAgenda((agenda) => agenda)],
    saveSetUp(newMeeting({ admission: 'let-in', paper: true, agenda: PLAN, bookedMinutes: 90 })),
    [startActivity('a1'), takeBackStart(), startActivity('a1')],
    [raiseQuestion('ann'), raiseQuestion('ann', false), answerQuestions()],
    [startActivity('a2'), setTimer(60), startActivity('a3')],
    [castBallot('ann', { bus: 1 }), hideTotals(), voidRound()],
    eraseTexts(),
    [castBallot('ann', { bus: 1 }), enterPaper(1, {}), spoilPaper(1), reconcilePaper(2, 1)],
    [lastCall(), withdrawLastCall()],
    closed,
    reopen(),
    paperCounted,
    [showNext(), show(), correct(), closeNow()],
    [writeDecision(), endMeeting()],
  ).meeting.entries,
);

/** What disturbs nobody: a thousand people may do it at once. */
const QUIET = [
  'ballot.cast',
  'ballot.struck',
  'cards.recorded',
  'credentials.issued',
  'erased',
  'paper.reconciled',
  'paper.spoiled',
  'question.lowered',
  'question.raised',
];

test('[J4] what changes what others may do moves the ruling; joining moves its own seat; votes, papers and counts move nothing', () => {
  const moved = Object.fromEntries(evening.map((event) => [event.type, keysMovedBy(event)]));
  const { 'seat.joined': joining, 'seat.knocked': knocking, 'seat.turned-away': refusing, ...others } = moved;
  expect(joining).toEqual([`seat:${seatOf('ann')}`]);
  expect(knocking).toEqual([`seat:${seatOf('ann')}`]);
  expect(refusing).toEqual([`seat:${seatOf('bob')}`]);
  for (const [type, keys] of Object.entries(others)) {
    expect([type, keys]).toEqual([type, QUIET.includes(type) || type === 'round.counted' ? [] : ['ruling']]);
  }
  const known = Event.options.flatMap(({ options }) => options.flatMap(typesIn));
  expect(Object.keys(moved).sort()).toEqual([...new Set(known)].sort());
});

test('[S8] what is recorded is what a journal takes back', () => {
  const shown = given(
    setUp({ paper: true }),
    openJoining(),
    startActivity('a1'),
    paperShown,
    correct(),
    paperClosed.slice(2),
  );
  for (const event of [...evening, ...eventsOf(shown.meeting.entries)]) {
    expect(Event.parse(JSON.parse(JSON.stringify(event)))).toEqual(event);
  }
});

/** The names of the events in a schema, however deep its lists of kinds go. */
function typesIn(schema: unknown): string[] {
  const { options, shape } = schema as { options?: unknown[]; shape?: { type: { value: string } } };
  return options === undefined ? [shape!.type.value] : options.flatMap(typesIn);
}
