import { randomBytes } from 'node:crypto';
import { newSeatId, newSecret } from '@cyfran/server/access/credentials.ts';
import { openAccessStore } from '@cyfran/server/access/sqlite-store.ts';
import { systemClock } from '@cyfran/server/clock.ts';
import { Counting } from '@cyfran/server/counting/counting.ts';
import { openDiskJournal } from '@cyfran/server/journal/disk-journal.ts';
import { realFiles } from '@cyfran/server/journal/files.ts';
import { alone } from '@cyfran/server/nodes/neighbours.ts';
import { createMeeting } from '@cyfran/server/meeting/create-meeting.ts';
import { Folded } from '@cyfran/server/meeting/folded.ts';
import { handleCommand } from '@cyfran/server/meeting/handle-command.ts';
import type { Meeting } from '@cyfran/server/meeting/meeting.ts';
import { Measures } from '@cyfran/server/measures.ts';
import { Meetings } from '@cyfran/server/meeting/meetings.ts';
import type { Request } from '@cyfran/shared/session/commands.ts';
import type { Actor } from '@cyfran/shared/words/roles.ts';
import { inParts } from './in-parts.ts';
import { silent } from './silent.ts';
import { loadSetUp, someBallot } from './set-up.ts';

/** How many commands are under way at once while a large meeting is made. */
const AT_ONCE = 2000;

/**
 * Fills a new data folder with a meeting whose round is open, by the product's own commands: `people` have joined and cast `ballots`
 * between them, everyone the same number of times. Returns its session's id.
 */
export async function makeLargeMeeting(folder: string, people: number, ballots: number): Promise<string> {
  const access = openAccessStore(folder);
  const journal = await openDiskJournal({ folder, files: realFiles, onFatal: fail, log: silent });
  const ground = {
    ...{ journal, clock: systemClock, counting: new Counting(), log: silent },
    ...{ neighbours: alone, measures: new Measures() },
  };
  const meetings = new Meetings(ground, access, new Folded());
  const made = await createMeeting(loadSetUp(), ground, access);
  if ('refused' in made) throw new Error(`the meeting was refused: ${made.refused}`);
  const meeting = await meetings.bySid(made.sid);
  if (meeting === null) throw new Error('the meeting is not there');
  await send(meeting, { role: 'facilitator' }, (seen) => ({ type: 'OpenJoining', seen }));
  const seats = Array.from({ length: people }, () => newSeatId());
  await inParts(seats.length, AT_ONCE, async (index) => {
    const actor: Actor = { role: 'newcomer', seat: seats[index]!, pass: 'code' };
    await handle(meeting, `join:${seats[index]!}`, { type: 'Join' }, actor);
  });
  await send(meeting, { role: 'facilitator' }, (seen) => ({ type: 'StartActivity', activity: 'a1', seen }));
  const outboxes = seats.map(() => randomBytes(12).toString('base64url'));
  await inParts(ballots, AT_ONCE, async (index) => {
    const person = index % people;
    const command: Request = {
      type: 'CastBallot',
      activity: 'a1',
      round: 'a1.1',
      alloc: someBallot(index),
      replaces: 0,
      salt: newSecret(),
    };
    const cmd = `${outboxes[person]!}.${String(Math.floor(index / people) + 1)}`;
    await handle(meeting, cmd, command, { role: 'participant', seat: seats[person]!, door: 'phone' });
  });
  await meetings.close();
  await journal.close();
  access.close();
  return made.sid;
}

async function send(meeting: Meeting, actor: Actor, command: (seen: number) => Request): Promise<void> {
  const cmd = `${randomBytes(12).toString('base64url')}.1`;
  await handle(meeting, cmd, command(meeting.session.ruling.version), actor);
}

async function handle(meeting: Meeting, cmd: string, command: Request, actor: Actor): Promise<void> {
  const done = await handleCommand(meeting, cmd, command, actor);
  if ('refused' in done) throw new Error(`${command.type} was refused: ${done.refused}`);
}

function fail(error: unknown): never {
  throw error;
}
