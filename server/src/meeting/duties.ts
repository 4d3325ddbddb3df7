import { sharesTaskOf } from '@cyfran/shared/activities/allocation/count.ts';
import type { Duty } from '@cyfran/shared/activities/activity.ts';
import type { ActivityCommand } from '@cyfran/shared/activities/registry.ts';
import { dutiesOf } from '@cyfran/shared/session/duties.ts';
import type { CommandId } from '@cyfran/shared/words/ids.ts';
import type { Millis } from '@cyfran/shared/words/units.ts';
import { sha256Hex } from '../access/credentials.ts';
import { CountingStopped } from '../counting/counting.ts';
import { JournalClosed } from '../journal/journal.ts';
import { handleCommand } from './handle-command.ts';
import type { Meeting } from './meeting.ts';

/** After a restart the clock waits this long, so that phones cut off by the outage can still send. */
export const GRACE_AFTER_START_MS = 30_000;
const RETRY_MS = 1000;

/**
 * Keeps what the server owes a meeting: announced closes and counts. Armed anew from the folded state after every fold,
 * never stored; the deterministic ids make a second attempt, here or on another node, change nothing.
 */
export function keepDuties(meeting: Meeting): () => void {
  const armed = new Map<CommandId, () => void>();
  const { clock, log } = meeting.ground;
  const ready = clock.now();

  const perform = async ({ cmd, role, command }: Duty<ActivityCommand>): Promise<void> => {
    try {
      const done = await handleCommand(meeting, cmd, await workedOut(meeting, command), { role });
      log.info({ sid: meeting.sid, cmd, refused: 'refused' in done ? done.refused : undefined }, 'duty');
    } catch (error) {
      if (error instanceof JournalClosed || error instanceof CountingStopped) return;
      log.error({ sid: meeting.sid, cmd, err: error }, 'duty failed, will be tried again');
    }
    armed.delete(cmd);
    // Still owed (a full disk, a timer that fired early): try again a little later.
    if (dutiesOf(meeting.session).some((duty) => duty.cmd === cmd)) armed.set(cmd, clock.after(RETRY_MS, retry(cmd)));
  };

  const arm = (earliest: Millis = 0): void => {
    const owed = dutiesOf(meeting.session);
    for (const [cmd, cancel] of armed) {
      if (owed.some((duty) => duty.cmd === cmd)) continue;
      cancel();
      armed.delete(cmd);
    }
    for (const duty of owed) {
      if (armed.has(duty.cmd)) continue;
      const delayMs = duty.due === null ? 0 : Math.max(duty.due, earliest) - clock.now();
      armed.set(
        duty.cmd,
        clock.after(delayMs, () => void perform(duty)),
      );
    }
  };

  const retry = (cmd: CommandId) => () => {
    armed.delete(cmd);
    arm();
  };

  meeting.replica.onFolded(() => {
    arm();
  });
  // What was announced before this start waits for the phones that the outage cut off; what is announced from now on does not.
  arm(ready + GRACE_AFTER_START_MS);
  return () => {
    for (const cancel of armed.values()) cancel();
    armed.clear();
  };
}

/** A count by equal shares is worked out beside the thread that serves people, before it is decided. */
async function workedOut({ session, ground }: Meeting, command: ActivityCommand): Promise<ActivityCommand> {
  if (command.type !== 'Count') return command;
  const activity = session.activities.get(command.activity);
  const round = activity?.kind === 'allocation' ? activity.round : null;
  const task = round === null ? null : sharesTaskOf(round, sha256Hex);
  return task === null ? command : { ...command, shares: await ground.counting.count(task) };
}
