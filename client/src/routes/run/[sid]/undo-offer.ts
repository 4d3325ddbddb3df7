import type { Unseen } from '#lib/activities/step.ts';
import type { View } from '@cyfran/shared/session/view.ts';
import type { Version } from '@cyfran/shared/words/units.ts';
import { itemsOf } from './agenda-edits.ts';

/** What was done, also the name of its words in the catalogue. */
export type Undone = 'agenda' | 'start' | 'lastCall';

/** How a ruling can be taken back. */
export interface Undo {
  readonly what: Undone;
  readonly command: Unseen;
}

/**
 * How this ruling could be taken back, as the meeting stood when it was made; `null` where it cannot be: closing and showing never, and
 * more time on top of a last call neither, since people may rely on it.
 */
export function undoOf(command: Unseen, { meeting, now }: Pick<View, 'meeting' | 'now'>): Undo | null {
  switch (command.type) {
    case 'SetAgenda':
      return meeting === undefined
        ? null
        : { what: 'agenda', command: { type: 'SetAgenda', items: itemsOf(meeting.agenda) } };
    case 'StartActivity':
      return { what: 'start', command: { type: 'TakeBackStart', activity: command.activity } };
    case 'LastCall': {
      const { activity, round } = command;
      if (now?.activity?.kind !== 'allocation' || now.activity.stage !== 'open') return null;
      return { what: 'lastCall', command: { type: 'WithdrawLastCall', activity, round } };
    }
    default:
      return null;
  }
}

/**
 * Whether it can still be taken back: nobody has ruled since `version`, which made it, and nobody has relied on a start.
 * While the screen does not show that ruling yet, the answer is no.
 */
export function stillStands({ command }: Undo, version: Version, { now, undo }: Pick<View, 'now' | 'undo'>): boolean {
  if (now?.ruling !== version) return false;
  return command.type !== 'TakeBackStart' || undo?.start === command.activity;
}
