import type { Locale } from '@cyfran/shared/words/locale.ts';

const WELSH_MONTHS = [
  'Ionawr',
  'Chwefror',
  'Mawrth',
  'Ebrill',
  'Mai',
  'Mehefin',
  'Gorffennaf',
  'Awst',
  'Medi',
  'Hydref',
  'Tachwedd',
  'Rhagfyr',
] as const;

/** The time of day on this device's wall for a moment of the server's: `19:40`. */
export function formatTime(at: number, timeZone?: string): string {
  const format = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone });
  return format.format(at);
}

/** A day such as `2026-11-23` for people: `23 November 2026`. Not by the browser, as phones come without Welsh. */
export function formatDay(locale: Locale, date: string): string {
  const [year = '', month = '', day = ''] = date.split('-');
  const index = Number(month) - 1;
  const english = new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2000, index, 1));
  return `${String(Number(day))} ${locale === 'cy' ? (WELSH_MONTHS[index] ?? month) : english} ${year}`;
}
