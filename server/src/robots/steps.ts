import { setTimeout } from 'node:timers/promises';
import type { Ack } from '@cyfran/shared/protocol.ts';
import type { Request } from '@cyfran/shared/session/commands.ts';
import type { SetUp } from '@cyfran/shared/session/set-up.ts';
import type { CreatedMeeting } from '../meeting/create-meeting.ts';
import { Robot, RobotRefused, type Destination, type Hearing } from './robot.ts';

/** Opens a meeting as its host does. Throws what the server answered when it did not. */
export async function openMeeting(url: string, hostKey: string, setUp: SetUp): Promise<CreatedMeeting> {
  const response = await fetch(`${url}/api/sessions`, {
    method: 'POST',
    headers: { authorization: `Bearer ${hostKey}`, 'content-type': 'application/json' },
    body: JSON.stringify(setUp),
  });
  if (response.status !== 201) throw new Error(`the meeting was not opened: ${await response.text()}`);
  return (await response.json()) as CreatedMeeting;
}

/** A ruling on what the facilitator's screen shows now, answered and seen on that screen. */
export async function rule(facilitator: Robot, command: (seen: number) => Request): Promise<void> {
  const seen = await facilitator.until(({ now }) => now?.ruling);
  accepted(await facilitator.send(command(seen)));
  await facilitator.until(({ now }) => now !== undefined && now.ruling > seen);
}

/** Connects, again and again while the server says that too many came at once. Throws `RobotRefused`. */
export async function comeIn(url: string, destination: Destination, hearing: Hearing = {}): Promise<Robot> {
  for (;;) {
    try {
      return await Robot.connect(url, destination, hearing);
    } catch (error) {
      if (!(error instanceof RobotRefused) || error.refused.retryAfterMs === undefined) throw error;
      await setTimeout(error.refused.retryAfterMs);
    }
  }
}

/** An answer that says yes. Throws on any other. */
export function accepted(ack: Ack): Extract<Ack, { ok: true }> {
  if (!ack.ok) throw new Error(`refused: ${ack.reason}`);
  return ack;
}

/** An address of its own for each of many robots, where the server believes one proxy. */
export function addressOf(index: number): string {
  return `10.${String((index >> 16) & 255)}.${String((index >> 8) & 255)}.${String(index & 255)}`;
}
