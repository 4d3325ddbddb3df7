import type { HostWords } from '@cyfran/shared/i18n/host.en.ts';

/** A day as people write it, in words that phones have no Welsh for: `23 November 2026`. `day`: `2026-11-23`. */
export function dayInWords({ common }: HostWords, day: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${String(Number(date))} ${common.months[Number(month) - 1] ?? month} ${year}`;
}

/** The day, on this device, of a moment as the server writes it. */
export function dayOfMoment(moment: string): string {
  const date = new Date(moment);
  if (Number.isNaN(date.getTime())) return moment.slice(0, 10);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${String(date.getFullYear())}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
