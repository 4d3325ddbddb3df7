import { describe, expect, test } from 'vitest';
import {
  by,
  castBallot,
  clockCloses,
  closeNow,
  correct,
  counts,
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
  counted,
  how,
  joined,
  newMeeting,
  paperRoundOpen,
  paperShown,
  roundOpen,
  setUp,
  talk,
  type Step,
} from '../testing/meetings.ts';
import {
  answerQuestions,
  raiseQuestion,
  recordCards,
  saveSetUp,
  setAgenda,
  setTimer,
  eraseTexts,
  writeDecision,
} from '../testing/planned.ts';
import { accepted, type Asked } from '../testing/recorded-session.ts';
import type { Actor } from '../words/roles.ts';
import type { Command } from './commands.ts';
import { may } from './permissions.ts';

type Role = Actor['role'];

const ACTORS: Readonly<Record<Role, Actor>> = {
  participant: { role: 'participant', seat: seatOf('ann'), door: 'phone' },
  newcomer: { role: 'newcomer', seat: seatOf('zoe'), pass: 'code' },
  facilitator: { role: 'facilitator', forSeat: seatOf('ann') },
  helper: { role: 'helper', forSeat: seatOf('ann') },
  stage: { role: 'stage' },
  clock: { role: 'clock' },
  count: { role: 'count' },
};

interface Row {
  readonly roles: readonly Role[];
  readonly asked: Asked;
  readonly possible: readonly Step[];
}

const facilitator = (asked: Asked, possible: readonly Step[]): Row => ({ roles: ['facilitator'], asked, possible });
const desk = (asked: Asked, possible: readonly Step[]): Row => ({ roles: ['facilitator', 'helper'], asked, possible });
const asking = (role: Role, asked: Asked, possible: readonly Step[]): Row => ({ roles: [role], asked, possible });
const howIsOn = [...joined(['ann'], { agenda: [how] }), startActivity('a1')];

/** Every command, who may send it, and a meeting in which it is possible. */
const COMMANDS: Readonly<Record<Command['type'], Row>> = {
  Join: asking('newcomer', joins('zoe'), joined([])),
  LetIn: desk(letIn('yan'), [...joined(['ann'], { admission: 'let-in' }), joins('yan')]),
  TurnAway: desk(turnAway('yan'), [...joined(['ann'], { admission: 'let-in' }), joins('yan')]),
  OpenJoining: facilitator(openJoining(), [setUp()]),
  SaveSetUp: facilitator(saveSetUp(newMeeting()), [setUp()]),
  RecordCards: facilitator(recordCards('issued', 1), [setUp()]),
  StartActivity: facilitator(startActivity('a1'), joined(['ann'])),
  TakeBackStart: facilitator(takeBackStart(), roundOpen()),
  EndMeeting: facilitator(endMeeting(), joined(['ann'])),
  SetAgenda: facilitator(
    setAgenda((agenda) => agenda),
    joined(['ann']),
  ),
  EraseTexts: facilitator(eraseTexts(), [...roundOpen(), voidRound()]),
  WriteDecision: facilitator(writeDecision(), joined(['ann'])),
  CastBallot: asking('participant', castBallot('ann', { bus: 1 }), roundOpen()),
  LastCall: facilitator(lastCall(), roundOpen()),
  WithdrawLastCall: facilitator(withdrawLastCall(), [...roundOpen(), lastCall()]),
  CloseNow: facilitator(closeNow(), [...roundOpen(), lastCall()]),
  Reopen: facilitator(reopen(), [...roundOpen(), ...closed]),
  VoidRound: facilitator(voidRound(), roundOpen()),
  HideTotals: facilitator(hideTotals(), roundOpen({ reveal: 'live' })),
  ShowNext: facilitator(showNext(), [...roundOpen(), castBallot('ann', { bus: 1 }), ...counted]),
  Show: facilitator(show(), [...roundOpen(), ...counted]),
  Correct: facilitator(correct(), [...paperRoundOpen(), ...paperShown]),
  EnterPaper: desk(enterPaper(1, { bus: 1 }, { card: 'ann' }), paperRoundOpen()),
  SpoilPaper: desk(spoilPaper(1), paperRoundOpen()),
  ReconcilePaper: desk(reconcilePaper(3, 2), paperRoundOpen()),
  Close: asking('clock', clockCloses(), [...roundOpen(), lastCall(60), (meeting) => (meeting.now += 60_000)]),
  Count: asking('count', counts(), [...roundOpen(), ...closed]),
  RaiseQuestion: asking('participant', raiseQuestion('ann'), howIsOn),
  AnswerQuestions: facilitator(answerQuestions(), howIsOn),
  SetTimer: facilitator(setTimer(60), [...joined(['ann'], { agenda: [talk] }), startActivity('a1')]),
};

const cells = Object.entries(COMMANDS).flatMap(([type, cell]) =>
  Object.entries(ACTORS).map(([role, actor]) => ({
    ...cell,
    type: type as Command['type'],
    asking: role as Role,
    actor,
  })),
);

describe('who may do what', () => {
  test.for(cells.filter(({ roles, asking: role }) => roles.includes(role)))('[S1] $asking may send $type', (cell) => {
    expect(may(cell.actor, cell.type)).toBe(true);
    accepted(given(...cell.possible).when(cell.asked, cell.actor).answered.decision);
  });

  test.for(cells.filter(({ roles, asking: role }) => !roles.includes(role)))(
    '[S1] $asking may not send $type',
    (cell) => {
      expect(may(cell.actor, cell.type)).toBe(false);
      given(...cell.possible)
        .when(cell.asked, cell.actor)
        .refuses('not-allowed');
    },
  );

  test('[S1] a seat that has not joined casts no ballot and asks nothing, whatever key it came with', () => {
    given(...roundOpen())
      .when(castBallot('zoe', { bus: 1 }))
      .refuses('not-allowed');
    given(...roundOpen())
      .when(by(ACTORS.newcomer, castBallot('zoe', {})))
      .refuses('not-allowed');
    given(...howIsOn)
      .when(raiseQuestion('zoe'))
      .refuses('not-allowed');
    given(joined(['ann'], { admission: 'let-in' }), joins('zoe'), startActivity('a1'))
      .when(castBallot('zoe', {}))
      .refuses('not-allowed');
  });

  test('[S1] "not allowed" is said before anything about the meeting: a stranger to it learns nothing', () => {
    const stale = startActivity('a9', { seen: 0 });
    given(...roundOpen())
      .when(stale, ACTORS.participant)
      .refuses('not-allowed');
    given(...joined(['ann']), endMeeting())
      .when(openJoining(), ACTORS.stage)
      .refuses('not-allowed');
  });
});
