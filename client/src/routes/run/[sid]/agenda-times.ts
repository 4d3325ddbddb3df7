import { minutesOf } from '@cyfran/shared/session/readiness.ts';
import type { View } from '@cyfran/shared/session/view.ts';
import type { Millis } from '@cyfran/shared/words/units.ts';
import type { Show } from './agenda-edits.ts';

const MINUTE_MS = 60_000;

/** How the meeting stands against its booking. Times are server time in milliseconds. */
export interface Times {
  /** Minutes planned for what has not begun. */
  readonly toCome: number;
  /** When the meeting would end if each part took what is planned for it. */
  readonly endsAt: Millis;
  /** Until when the meeting is booked, counted from when joining opened; `null` where nobody said. */
  readonly bookedUntil: Millis | null;
  /** Whole minutes beyond the booking, 0 within it. */
  readonly overMinutes: number;
}

/** `partEnds`: when the part that is on now is meant to end, where that is known. */
export function timesOf(
  { agenda, started }: Show,
  { openedAt, bookedMinutes }: { readonly openedAt: string | null; readonly bookedMinutes: number | null },
  partEnds: Millis | null,
  now: Millis,
): Times {
  const toCome = minutesOf(agenda.filter(({ activity }) => !started.includes(activity)));
  const endsAt = Math.max(now, partEnds ?? now) + toCome * MINUTE_MS;
  const bookedUntil =
    openedAt === null || bookedMinutes === null ? null : Date.parse(openedAt) + bookedMinutes * MINUTE_MS;
  const overMinutes = bookedUntil === null ? 0 : Math.max(0, Math.ceil((endsAt - bookedUntil) / MINUTE_MS));
  return { toCome, endsAt, bookedUntil, overMinutes };
}

/**
 * When the part that is on now is meant to end: by its clock; else by the minutes planned for it, counted from when this screen first saw
 * it; `null` once a round is closed.
 */
export function partEnds({ meeting, now }: Pick<View, 'meeting' | 'now'>, since: Millis): Millis | null {
  const on = now?.activity ?? null;
  if (on === null) return null;
  if ('endsAt' in on) return on.endsAt;
  if (on.kind === 'allocation' && on.stage !== 'open' && on.stage !== 'last-call') return null;
  const minutes = meeting?.agenda.find(({ activity }) => activity === now?.current)?.plan.minutes ?? 0;
  return since + minutes * MINUTE_MS;
}
