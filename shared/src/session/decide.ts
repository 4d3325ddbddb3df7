import type { Context, Decision } from '../activities/activity.ts';
import { kindOf, type ActivityCommand } from '../activities/registry.ts';
import type { Guard } from '../words/by.ts';
import { refuse } from '../words/refusal.ts';
import type { Actor } from '../words/roles.ts';
import type { Command, CoreCommand } from './commands.ts';
import type { Event } from './events.ts';
import { may } from './permissions.ts';
import { settingOf, type ReadonlySession } from './session.ts';

type Decided = Decision<Event>;

/**
 * Decides what a command does to the meeting as it stands, without changing it.
 * Refuses: `not-allowed`, `session-ended`, `moved-on` (by, what), and as each function below says. Rules S1 to S8.
 */
export function decide(session: ReadonlySession, command: Command, actor: Actor, context: Context): Decided {
  if (!may(actor, command.type)) return refuse('not-allowed');
  // The server still owes a count to a meeting that ended straight after its last close.
  if (session.state === 'closed' && actor.role !== 'count') return refuse('session-ended');
  if ('seen' in command && command.seen !== session.ruling.version) {
    return refuse('moved-on', { by: session.ruling.by, what: session.ruling.what });
  }
  switch (command.type) {
    case 'Join':
      return join(session, actor);
    case 'OpenJoining':
      return openJoining(session);
    case 'StartActivity':
      return startActivity(session, command, context);
    case 'EndMeeting':
      return endMeeting(session);
    default:
      return decideInActivity(session, command, actor, context);
  }
}

/** Takes the seat that the server has drawn. Refuses: `joining-closed`. Rule S4. */
function join(session: ReadonlySession, actor: Actor): Decided {
  if (actor.role !== 'newcomer') return refuse('not-allowed');
  if (session.state !== 'open') return refuse('joining-closed');
  const { seat } = actor;
  return { guards: [rulingOf(session)], events: [{ type: 'seat.joined', seat }] };
}

/** From draft to open. Refuses: `already-begun`. Rule S3. */
function openJoining(session: ReadonlySession): Decided {
  if (session.state !== 'draft') return refuse('already-begun');
  return ruling(session, [{ type: 'session.opened' }]);
}

/** Moves the meeting to an activity. Refuses: `unknown-activity`, `already-begun`, `round-open`, `joining-closed` in a draft. Rules S5, S6. */
function startActivity(
  session: ReadonlySession,
  { activity }: Extract<CoreCommand, { type: 'StartActivity' }>,
  context: Context,
): Decided {
  const next = session.activities.get(activity);
  if (next === undefined) return refuse('unknown-activity');
  if (session.state === 'draft') return refuse('joining-closed');
  if (session.started.has(activity)) return refuse('already-begun');
  const held = mayLeave(session);
  if (held !== null) return held;
  const started = kindOf(next.kind).start(next, settingOf(session), context);
  return ruling(session, [{ type: 'activity.started', activity, kind: next.kind }, ...started]);
}

/** From open to closed. Refuses: `round-open`, `joining-closed` in a draft. Rules S3, S7. */
function endMeeting(session: ReadonlySession): Decided {
  if (session.state === 'draft') return refuse('joining-closed');
  return mayLeave(session) ?? ruling(session, [{ type: 'session.closed' }]);
}

function decideInActivity(session: ReadonlySession, command: ActivityCommand, actor: Actor, context: Context): Decided {
  const activity = session.activities.get(command.activity);
  if (activity === undefined) return refuse('unknown-activity');
  // A round that the meeting has left has no screen: opened again or shown now, nobody would know.
  if ('seen' in command && command.activity !== session.current) return refuse('unknown-round');
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
