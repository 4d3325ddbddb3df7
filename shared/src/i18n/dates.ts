import type { Locale } from '../words/locale.ts';

const LANGUAGES: Readonly<Record<Locale, readonly string[]>> = { cy: ['cy', 'en-GB'], en: ['en-GB'] };

/** A day such as `2026-11-23` for people: `23 November 2026`. */
export function formatDay(locale: Locale, day: string): string {
  const format = new Intl.DateTimeFormat([...LANGUAGES[locale]], { dateStyle: 'long', timeZone: 'UTC' });
  return format.format(new Date(`${day}T12:00:00Z`));
}

/** The day and the time of a moment, where the server stands. */
export function formatTime(locale: Locale, at: string): string {
  const format = new Intl.DateTimeFormat([...LANGUAGES[locale]], { dateStyle: 'long', timeStyle: 'short' });
  return format.format(new Date(at));
}

/** The day of a moment, where the server stands. */
export function formatMoment(locale: Locale, at: string): string {
  return new Intl.DateTimeFormat([...LANGUAGES[locale]], { dateStyle: 'long' }).format(new Date(at));
}
