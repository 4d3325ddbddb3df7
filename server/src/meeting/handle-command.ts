import type { Accepted } from '@cyfran/shared/activities/activity.ts';
import type { Command } from '@cyfran/shared/session/commands.ts';
import { decide } from '@cyfran/shared/session/decide.ts';
import type { Event } from '@cyfran/shared/session/events.ts';
import { senderOf } from '@cyfran/shared/session/sender.ts';
import type { By } from '@cyfran/shared/words/by.ts';
import type { CommandId } from '@cyfran/shared/words/ids.ts';
import { refuse, type Refusal } from '@cyfran/shared/words/refusal.ts';
import type { Actor } from '@cyfran/shared/words/roles.ts';
import type { Version } from '@cyfran/shared/words/units.ts';
import { newSecret } from '../access/credentials.ts';
import { StorageFull, type Append, type Appended } from '../journal/journal.ts';
import type { Meeting } from './meeting.ts';

/** Durable and folded at `version`; `null` when this command was recorded so long ago that its outbox has gone on since. */
export interface Done {
  readonly version: Version | null;
}

/** What can still be done once nobody's ballot can be found by their place. */
const NEEDS_NOBODY: ReadonlySet<Command['type']> = new Set(['WriteDecision', 'EraseTexts', 'SaveSetUp']);

// Each retry means that somebody else's ruling was recorded: a hundred in a row is no meeting.
const MOST_RETRIES = 100;

/**
 * Takes one command to the journal: decide, append with what the decision relied on, decide again if that has moved.
 * Answers a resent command as the first time, also when it would be refused today. Rules J1 to J5.
 */
export async function handleCommand(
  meeting: Meeting,
  cmd: CommandId,
  command: Command,
  actor: Actor,
): Promise<Done | Refusal> {
  if (meeting.isForgotten && !NEEDS_NOBODY.has(command.type)) return refuse('session-ended');
  const by = senderOf(actor, command, meeting);
  for (let attempt = 0; attempt < MOST_RETRIES; attempt += 1) {
    const context = meeting.context();
    const decision = decide(meeting.session, command, actor, context);
    if ('refused' in decision) return (await answerBefore(meeting, cmd, by)) ?? decision;
    const append = toAppend(decision, command, { cmd, by, at: context.at });
    const appended = await appendOne(meeting, append);
    if ('refused' in appended) return appended;
    if (!('moved' in appended)) return settle(meeting, appended);
    await meeting.replica.until(appended.moved);
  }
  return refuse('busy');
}

function toAppend(
  { guards, moves = [], events, bodies }: Accepted<Event>,
  command: Command,
  head: Pick<Append, 'cmd' | 'by' | 'at'>,
): Append {
  if (bodies === undefined) return { ...head, guards, moves, events };
  return { ...head, guards, moves, events, bodies, salt: 'salt' in command ? command.salt : newSecret() };
}

async function appendOne({ sid, ground }: Meeting, append: Append): Promise<Appended | Refusal> {
  try {
    const [appended] = await ground.journal.append(sid, [append]);
    return appended ?? refuse('internal');
  } catch (error) {
    if (error instanceof StorageFull) return refuse('storage-full');
    throw error;
  }
}

async function answerBefore(meeting: Meeting, cmd: CommandId, by: By): Promise<Done | Refusal | null> {
  const earlier = await meeting.ground.journal.recall(meeting.sid, cmd, by);
  return earlier === null || 'moved' in earlier ? null : settle(meeting, earlier);
}

/** An answer is given only after the node's own session shows what it says. */
async function settle(meeting: Meeting, appended: Exclude<Appended, { moved: Version }>): Promise<Done | Refusal> {
  if ('notYours' in appended) return refuse('not-yours');
  const version = 'already' in appended ? appended.already : appended.version;
  if (version !== null) await meeting.replica.until(version);
  return { version };
}
