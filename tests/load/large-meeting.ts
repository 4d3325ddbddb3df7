import { randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { newSeatId, newSecret } from '@cyfran/server/access/credentials.ts';
import { openAccessStore } from '@cyfran/server/access/sqlite-store.ts';
import { systemClock } from '@cyfran/server/clock.ts';
import { Counting } from '@cyfran/server/counting/counting.ts';
import { openDiskJournal } from '@cyfran/server/journal/disk-journal.ts';
import { realFiles } from '@cyfran/server/journal/files.ts';
import { alone } from '@cyfran/server/nodes/neighbours.ts';
import { createMeeting } from '@cyfran/server/meeting/create-meeting.ts';
import { Folded } from '@cyfran/server/meeting/folded.ts';
import { handleCommand, type Done } from '@cyfran/server/meeting/handle-command.ts';
import type { Meeting } from '@cyfran/server/meeting/meeting.ts';
import { Measures } from '@cyfran/server/measures.ts';
import { Meetings } from '@cyfran/server/meeting/meetings.ts';
import type { Request } from '@cyfran/shared/session/commands.ts';
import type { Mode } from '@cyfran/shared/session/set-up.ts';
import type { SeatId } from '@cyfran/shared/words/ids.ts';
import type { Actor } from '@cyfran/shared/words/roles.ts';
import { inParts } from './in-parts.ts';
import { silent } from './silent.ts';
import { loadSetUp, someBallot } from './set-up.ts';

/** How many commands are under way at once while a large meeting is made. */
const AT_ONCE = 2000;

/** A meeting in a data folder of its own, with people in it, to which the product's own commands are sent. */
export interface LargeMeeting {
  readonly meeting: Meeting;
  readonly seats: readonly SeatId[];
  /** So many ballots, everyone the same number of times; `kept` is told of each that was recorded. */
  cast(ballots: number, kept?: (seat: SeatId, done: Done) => void): Promise<void>;
  /** The round is closed, counted and shown, and the meeting ended. */
  end(): Promise<void>;
  /** Everything is on disk. */
  close(): Promise<void>;
}

/** Opens a meeting in a new data folder: its round is open, and `people` have joined. `mode`: what is published of ballots at the end. */
export async function openLargeMeeting(folder: string, people: number, mode: Mode = 'private'): Promise<LargeMeeting> {
  const access = openAccessStore(folder);
  const journal = await openDiskJournal({ folder, files: realFiles, onFatal: fail, log: silent });
  const counting = new Counting();
  const ground = {
    ...{ journal, clock: systemClock, counting, log: silent },
    ...{ neighbours: alone, measures: new Measures() },
  };
  const meetings = new Meetings(ground, access, new Folded());
  const made = await createMeeting({ ...loadSetUp(), mode }, ground, access);
  if ('refused' in made) throw new Error(`the meeting was refused: ${made.refused}`);
  const meeting = await meetings.bySid(made.sid);
  if (meeting === null) throw new Error('the meeting is not there');
  await rule(meeting, (seen) => ({ type: 'OpenJoining', seen }));
  const seats = Array.from({ length: people }, () => newSeatId());
  await inParts(seats.length, AT_ONCE, async (index) => {
    const actor: Actor = { role: 'newcomer', seat: seats[index]!, pass: 'code' };
    await handle(meeting, `join:${seats[index]!}`, { type: 'Join' }, actor);
  });
  await rule(meeting, (seen) => ({ type: 'StartActivity', activity: 'a1', seen }));
  const outboxes = seats.map(() => randomBytes(12).toString('base64url'));
  const target = { activity: 'a1', round: 'a1.1' } as const;
  return {
    ...{ meeting, seats },
    cast: (ballots, kept) =>
      inParts(ballots, AT_ONCE, async (index) => {
        const person = index % people;
        const seat = seats[person]!;
        const alloc = someBallot(index);
        const command: Request = { type: 'CastBallot', ...target, alloc, replaces: 0, salt: newSecret() };
        const cmd = `${outboxes[person]!}.${String(Math.floor(index / people) + 1)}`;
        const done = await handle(meeting, cmd, command, { role: 'participant', seat, door: 'phone' });
        kept?.(seat, done);
      }),
    async end() {
      await rule(meeting, (seen) => ({ type: 'LastCall', ...target, seconds: 60, seen }));
      await rule(meeting, (seen) => ({ type: 'CloseNow', ...target, seen }));
      while (!isCounted(meeting)) await delay(5);
      await rule(meeting, (seen) => ({ type: 'Show', ...target, seen }));
      await rule(meeting, (seen) => ({ type: 'EndMeeting', seen }));
    },
    async close() {
      await meetings.close();
      await counting.stop();
      await journal.close();
      access.close();
    },
  };
}

function isCounted({ session }: Meeting): boolean {
  const activity = session.activities.get('a1');
  return activity?.kind === 'allocation' && (activity.round?.counted ?? null) !== null;
}

/** As the facilitator whose screen is up to date. */
async function rule(meeting: Meeting, command: (seen: number) => Request): Promise<void> {
  const cmd = `${randomBytes(12).toString('base64url')}.1`;
  await handle(meeting, cmd, command(meeting.session.ruling.version), { role: 'facilitator' });
}

async function handle(meeting: Meeting, cmd: string, command: Request, actor: Actor): Promise<Done> {
  const done = await handleCommand(meeting, cmd, command, actor);
  if ('refused' in done) throw new Error(`${command.type} was refused: ${done.refused}`);
  return done;
}

function fail(error: unknown): never {
  throw error;
}
