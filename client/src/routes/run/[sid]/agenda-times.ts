import { minutesOf } from '@cyfran/shared/session/readiness.ts';
import type { Millis } from '@cyfran/shared/words/units.ts';
import type { Show } from './agenda-edits.ts';

const MINUTE_MS = 60_000;

/** How the meeting stands against its booking. Times are server time in milliseconds. */
export interface Times {
  /** Minutes planned for what has not begun. */
  readonly toCome: number;
  /** When the meeting would end if it moved on as soon as the clock of this part lets it. */
  readonly endsAt: Millis;
  /** Until when the meeting is booked, counted from when joining opened; `null` where nobody said. */
  readonly bookedUntil: Millis | null;
  /** Whole minutes beyond the booking, 0 within it. */
  readonly overMinutes: number;
}

/** `clock`: when the part that is on now is meant to end, where it has a clock. */
export function timesOf(
  { agenda, started }: Show,
  { openedAt, bookedMinutes }: { readonly openedAt: string | null; readonly bookedMinutes: number | null },
  clock: Millis | null,
  now: Millis,
): Times {
  const toCome = minutesOf(agenda.filter(({ activity }) => !started.includes(activity)));
  const endsAt = Math.max(now, clock ?? now) + toCome * MINUTE_MS;
  const bookedUntil =
    openedAt === null || bookedMinutes === null ? null : Date.parse(openedAt) + bookedMinutes * MINUTE_MS;
  const overMinutes = bookedUntil === null ? 0 : Math.max(0, Math.ceil((endsAt - bookedUntil) / MINUTE_MS));
  return { toCome, endsAt, bookedUntil, overMinutes };
}
