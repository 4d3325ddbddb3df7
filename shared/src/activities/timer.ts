import { z } from 'zod';
import { ActivityId } from '../words/ids.ts';
import type { Permissions } from '../words/roles.ts';
import { Version, type Millis } from '../words/units.ts';
import type { Context, Decision } from './activity.ts';

/** How long a part of the meeting is planned to last: whole minutes, for the run of show; nothing ends by itself. */
export const Minutes = z.int().min(0).max(600);

/** The clock of a talk or a break: `endsAt` is server time in milliseconds, `null` for none. It tells, it never ends anything. */
export const TimerSet = z.strictObject({
  type: z.literal('timer.set'),
  activity: ActivityId,
  endsAt: z.int().min(0).nullable(),
});
export type TimerSet = z.infer<typeof TimerSet>;

/** Sets the clock to so many seconds from now; 0 takes it away. `seen`: the ruling on the facilitator's screen. */
export const SetTimer = z.strictObject({
  type: z.literal('SetTimer'),
  activity: ActivityId,
  seconds: z.int().min(0).max(36_000),
  seen: Version,
});
export type SetTimer = z.infer<typeof SetTimer>;

export const timerPermissions: Permissions<SetTimer['type']> = { SetTimer: ['facilitator'] };

/** The clock that stands in the same entry as the start of a timed part; none where no minutes are planned. Rule K1. */
export function timerAtStart(activity: ActivityId, minutes: number, at: Millis): TimerSet[] {
  return minutes === 0 ? [] : [{ type: 'timer.set', activity, endsAt: at + minutes * 60_000 }];
}

/** More time, less, or none. Rule K1. */
export function setTimer({ activity, seconds }: SetTimer, ruling: Version, { at }: Context): Decision<TimerSet> {
  const endsAt = seconds === 0 ? null : at + seconds * 1000;
  return { guards: [['ruling', ruling]], events: [{ type: 'timer.set', activity, endsAt }] };
}
