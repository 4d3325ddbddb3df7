import { dutiesOf } from '../session/duties.ts';
import type { AgendaItem, SetUp } from '../session/set-up.ts';
import type { ReadonlySession } from '../session/session.ts';
import type { Group } from '../words/groups.ts';
import type { ActivityId } from '../words/ids.ts';
import { readsGroups } from '../words/reads-groups.ts';
import type { Actor } from '../words/roles.ts';
import {
  by,
  castBallot,
  clockCloses,
  closeNow,
  correct,
  counts,
  endMeeting,
  enterPaper,
  firstDuty,
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
  type Aim,
} from './asked.ts';
import { deciding, talk } from './meetings.ts';
import { PEOPLE, type Button, type Operation, type Rearranging } from './operations.ts';
import {
  answerQuestions,
  newPart,
  raiseQuestion,
  recordCards,
  saveSetUp,
  setAgenda,
  setTimer,
  eraseTexts,
  writeDecision,
  type Part,
} from './planned.ts';
import type { Answered, Asked, RecordedSession } from './recorded-session.ts';
import type { Evening } from './random-evenings.ts';

/** Tries it; `null` where there is nothing to ask. `sent`: what was asked before. `side`: which of a voter's two choices. */
export function attempt(
  meeting: RecordedSession,
  operation: Operation,
  sent: readonly Answered[],
  side: 'one' | 'other' = 'one',
): Answered | null {
  if (operation.do === 'wait') {
    meeting.now += operation.ms;
    return null;
  }
  const asked = askedBy(operation, meeting, sent, side);
  return asked === null ? null : meeting.ask(asked);
}

/** Plays an evening; `during` says when each attempt is made, and looks before and after it. */
export function play(
  { setUp, operations }: Evening,
  meeting: RecordedSession,
  during: (attempted: () => Answered | null) => void = (attempted) => attempted(),
): RecordedSession {
  meeting.create(setUp);
  const sent: Answered[] = [];
  for (const operation of operations) {
    during(() => {
      const answered = attempt(meeting, operation, sent);
      if (answered !== null) sent.push(answered);
      return answered;
    });
  }
  return meeting;
}

function askedBy(
  operation: Exclude<Operation, { do: 'wait' }>,
  meeting: RecordedSession,
  sent: readonly Answered[],
  side: 'one' | 'other',
): Asked | null {
  const { session } = meeting;
  const aim = 'behind' in operation && operation.behind ? { seen: session.ruling.version - 1 } : {};
  switch (operation.do) {
    case 'goOn':
      return next(session);
    case 'start':
      return startActivity(operation.activity, aim);
    case 'lastCall':
      return lastCall(operation.seconds, aim);
    case 'timer':
      return setTimer(operation.seconds, aim);
    case 'rearrange':
      return setAgenda((agenda) => rearranged(agenda, operation.how, operation.at, session.current), aim);
    case 'save':
      return saveSetUp(otherSetUp(session.setUp, operation.of), aim);
    case 'cards':
      return recordCards(operation.what, 1, 2);
    case 'join':
      return joins(operation.who, operation.pass);
    case 'letIn':
      return letIn(...operation.whom);
    case 'turnAway':
      return turnAway(PEOPLE.find((name) => session.waiting.has(seatOf(name))) ?? operation.who);
    case 'question':
      return raiseQuestion(operation.who, operation.raised);
    case 'cast': {
      const to = operation.to === null ? {} : { activity: operation.to };
      const { alloc, ...group } = chosenIn(session, operation, side);
      return castBallot(operation.who, alloc, { ...to, ...group, door: operation.door });
    }
    case 'paper': {
      const { alloc, ...group } = chosenIn(session, operation, side);
      return enterPaper(operation.serial, alloc, {
        ...group,
        ...(operation.card === null ? {} : { card: operation.card }),
      });
    }
    case 'spoil':
      return spoilPaper(operation.serial);
    case 'noCard':
      return by({ role: 'helper' }, enterPaper(operation.serial, {}));
    case 'reconcile':
      return reconcilePaper(operation.issued, 0);
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
      return BUTTONS[operation.do](aim);
  }
}

/** What a facilitator does who wants to get on; `null` at the end of the run of show. */
function next(session: ReadonlySession): Asked | null {
  if (session.state === 'draft') return openJoining();
  const state = session.activities.get(session.current ?? '');
  const round = state?.kind === 'allocation' ? state.round : null;
  if (round?.stage === 'open' && !round.rules.practice) return lastCall();
  if (round !== null && round.stage !== 'closed') return closeNow();
  if (round !== null && round.counted === null) return counts();
  if (round !== null && (!round.shown || round.correcting)) return show();
  const part = session.setUp.agenda.find(({ activity, skipped }) => !skipped && !session.started.has(activity));
  return part === undefined ? null : startActivity(part.activity);
}

const BUTTONS: Readonly<Record<Button, (aim: Aim) => Asked>> = {
  open: openJoining,
  takeBack: takeBackStart,
  withdraw: withdrawLastCall,
  closeNow,
  hide: hideTotals,
  reopen: (aim) => reopen(undefined, aim),
  void: (aim) => voidRound(undefined, aim),
  showNext,
  show,
  correct: (aim) => correct(undefined, aim),
  answer: answerQuestions,
  decide: (aim) => writeDecision(aim),
  decideAgain: (aim) => writeDecision({ ...aim, reason: { en: 'A name was wrong' } }),
  erase: () => eraseTexts(),
  end: endMeeting,
};

/** One of a voter's two choices, with a group where the round on stage reads it, or the other way round where they are odd. */
function chosenIn(
  { current, activities }: ReadonlySession,
  operation: Extract<Operation, { do: 'cast' | 'paper' }>,
  side: 'one' | 'other',
): { alloc: Extract<Operation, { do: 'cast' }>['alloc']; group?: Group } {
  const state = activities.get(current ?? '');
  const asks = state?.kind === 'allocation' && state.round !== null && readsGroups(state.round.rules);
  const { alloc, group } = side === 'one' ? operation : { alloc: operation.other, group: operation.otherGroup };
  return asks === operation.odd ? { alloc } : { alloc, group };
}

function rearranged(
  agenda: readonly AgendaItem[],
  what: Rearranging,
  at: number,
  current: ActivityId | null,
): readonly Part[] {
  const index = at % agenda.length;
  const part = agenda[index];
  if (part === undefined) return agenda;
  switch (what) {
    case 'skip':
      return agenda.with(index, { ...part, skipped: !part.skipped });
    case 'swap':
      return [...agenda.slice(1), ...agenda.slice(0, 1)];
    case 'drop':
      return agenda.length === 1 ? agenda : agenda.toSpliced(index, 1);
    case 'talk':
      return [...agenda, newPart(talk, { text: { en: 'What matters here?' } })];
    case 'shareLeft': {
      const next = 1 + agenda.findIndex(({ activity }) => activity === current);
      return [...agenda.slice(0, next), newPart(deciding({ leftOf: current ?? 'a1' })), ...agenda.slice(next)];
    }
    case 'otherPlan':
      return agenda.with(index, { ...part, plan: deciding({ tokens: 2, cap: 2 }) });
    case 'unread':
      return agenda.with(index, { ...part, text: { en: ' ' } });
    case 'unknown':
      return [...agenda, newPart(talk, { activity: 'a99' })];
  }
}

function otherSetUp(setUp: SetUp, of: 'two' | 'same' | 'unread' | 'again'): SetUp {
  const { proposals } = setUp;
  switch (of) {
    case 'two':
      return { ...setUp, proposals: proposals.slice(0, 2) };
    case 'same':
      return { ...setUp, proposals: [...proposals, ...proposals.slice(0, 1)] };
    case 'unread':
      return { ...setUp, title: { en: ' ' } };
    case 'again':
      return { ...setUp, potMinor: setUp.potMinor + 1 };
  }
}

/** The same command from the same person under the same id, as a phone sends it that heard no answer. */
function again(sent: readonly Answered[], which: number): Asked | null {
  const earlier = sent[which % sent.length];
  return earlier === undefined ? null : { ...earlier, command: () => earlier.command };
}

function actorOf(role: Actor['role']): Actor {
  const seat = seatOf('ann');
  if (role === 'participant') return { role, seat, door: 'phone' };
  return role === 'newcomer' ? { role, seat, pass: 'code' } : { role };
}
