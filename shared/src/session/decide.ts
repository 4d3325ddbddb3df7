import type { Context, Decision } from '../activities/activity.ts';
import { kindOf, kindTakes, type ActivityCommand } from '../activities/registry.ts';
import type { Guard } from '../words/by.ts';
import { refuse } from '../words/refusal.ts';
import type { Actor } from '../words/roles.ts';
import { isText } from '../words/text.ts';
import type { Command, CoreCommand, WriteDecision } from './commands.ts';
import type { Event } from './events.ts';
import { eraseTexts, practised } from './erasing.ts';
import { join, letIn, turnAway } from './joining.ts';
import { may } from './permissions.ts';
import { openJoining, saveSetUp, setAgenda } from './planning.ts';
import { itemOf, settingOf, type ReadonlySession } from './session.ts';

type Decided = Decision<Event>;

/** After the end: what was decided is written down, who answers questions can change, and a mistake on paper is still mended. */
const AFTER_THE_END: ReadonlySet<Command['type']> = new Set([
  'SaveSetUp',
  'EraseTexts',
  'WriteDecision',
  'Correct',
  'EnterPaper',
  'SpoilPaper',
  'ReconcilePaper',
  'CloseNow',
  'Show',
  'ShowNext',
  'Count',
]);

/**
 * Decides what a command does to the meeting as it stands, without changing it.
 * Refuses: `not-allowed`, `session-ended`, `moved-on` (by, what), and as each function below says. Rules S1 to S16.
 */
export function decide(session: ReadonlySession, command: Command, actor: Actor, context: Context): Decided {
  if (!may(actor, command.type)) return refuse('not-allowed');
  if (session.state === 'closed' && !AFTER_THE_END.has(command.type)) return refuse('session-ended');
  if ('seen' in command && command.seen !== session.ruling.version) {
    return refuse('moved-on', { by: session.ruling.by, what: session.ruling.what });
  }
  switch (command.type) {
    case 'Join':
      return join(session, actor);
    case 'LetIn':
      return letIn(session, command);
    case 'TurnAway':
      return turnAway(session, command);
    case 'SaveSetUp':
      return saveSetUp(session, command);
    case 'RecordCards':
      return { guards: [], events: [{ type: 'cards.recorded', what: command.what, numbers: [...command.numbers] }] };
    case 'OpenJoining':
      return openJoining(session);
    case 'StartActivity':
      return startActivity(session, command, context);
    case 'TakeBackStart':
      return takeBackStart(session, command);
    case 'SetAgenda':
      return setAgenda(session, command);
    case 'EndMeeting':
      return endMeeting(session);
    case 'EraseTexts':
      return eraseTexts(session, command);
    case 'WriteDecision':
      return writeDecision(session, command);
    default:
      return decideInActivity(session, command, actor, context);
  }
}

/** Moves the meeting to an activity. Refuses: `unknown-activity`, also for what is skipped, `already-begun`, `round-open`, `joining-closed` in a draft. Rules S5, S6. */
function startActivity(
  session: ReadonlySession,
  { activity }: Extract<CoreCommand, { type: 'StartActivity' }>,
  context: Context,
): Decided {
  const next = session.activities.get(activity);
  if (next === undefined || itemOf(session, activity)?.skipped !== false) return refuse('unknown-activity');
  if (session.state === 'draft') return refuse('joining-closed');
  if (session.started.has(activity)) return refuse('already-begun');
  const held = mayLeave(session);
  if (held !== null) return held;
  const started = kindOf(next.kind).start(next, settingOf(session), context);
  if ('refused' in started) return started;
  return ruling(session, [{ type: 'activity.started', activity, kind: next.kind }, ...started]);
}

/** What was on before is on again. Refuses: `unknown-activity`, `cannot-take-back`. Rule S12. */
function takeBackStart(
  session: ReadonlySession,
  { activity }: Extract<CoreCommand, { type: 'TakeBackStart' }>,
): Decided {
  const state = session.activities.get(activity);
  if (state === undefined || session.current !== activity) return refuse('unknown-activity');
  if (!kindOf(state.kind).mayTakeBack(state)) return refuse('cannot-take-back');
  return ruling(session, [{ type: 'activity.taken-back', activity }]);
}

/** From open to closed. Refuses: `round-open`, `joining-closed` in a draft. Rules S3, S7. */
function endMeeting(session: ReadonlySession): Decided {
  if (session.state === 'draft') return refuse('joining-closed');
  const held = mayLeave(session);
  if (held !== null) return held;
  return ruling(session, [{ type: 'session.closed' }, ...practised(session)]);
}

/** Keeps the decision in the room's words. Refuses: `joining-closed` in a draft, `bad-text`, `reason-missing` when written again. Rule O7. */
function writeDecision(session: ReadonlySession, { statement, actions, reason }: WriteDecision): Decided {
  if (session.state === 'draft') return refuse('joining-closed');
  const edition = session.decisions.length + 1;
  if (edition > 1 && reason === null) return refuse('reason-missing');
  const named = [
    ['statement', statement] as const,
    ...actions.flatMap(({ what, who }, index) => [
      [`what.${String(index)}`, what] as const,
      ...(who.cy === undefined && who.en === undefined ? [] : [[`who.${String(index)}`, who] as const]),
    ]),
    ...(reason === null ? [] : [['reason', reason] as const]),
  ];
  const bad = named.find(([, text]) => !isText(text));
  if (bad !== undefined) return refuse('bad-text', { field: bad[0] });
  const event: Event = { type: 'decision.written', edition, until: actions.map(({ until }) => until) };
  return { guards: [rulingOf(session)], events: [event], bodies: [{ texts: Object.fromEntries(named) }] };
}

function decideInActivity(session: ReadonlySession, command: ActivityCommand, actor: Actor, context: Context): Decided {
  const activity = session.activities.get(command.activity);
  if (activity === undefined || !kindTakes(activity.kind, command)) return refuse('unknown-activity');
  // What the meeting has left has no screen: opened again, shown or asked about now, nobody would know. A late ballot hears `closed`.
  if (command.activity !== session.current && ('seen' in command || !('round' in command)))
    return refuse('unknown-round');
  // A seat's ballot needs a seat that has joined, whatever key it came with.
  if (actor.role === 'participant' && !session.seats.has(actor.seat)) return refuse('not-allowed');
  return kindOf(activity.kind).decide(activity, command, actor, settingOf(session), context);
}

function mayLeave({ current, activities }: ReadonlySession) {
  const activity = current === null ? undefined : activities.get(current);
  return activity === undefined ? null : kindOf(activity.kind).mayLeave(activity);
}

function ruling(session: ReadonlySession, events: readonly Event[]): Decided {
  return { guards: [rulingOf(session)], events };
}

function rulingOf(session: ReadonlySession): Guard {
  return ['ruling', session.ruling.version];
}
