import { formatDay } from '../i18n/dates.ts';
import type { SessionRecord } from '../session/record.ts';
import type { Naming } from './naming.ts';

/** A council's minutes in Wales are kept as long. Source: TRUST.md, section 4.1. */
const RECORD_YEARS = 6;

/** What is kept of a meeting, and until when: with its days once it has ended. */
export function keptSentences({ setUp, closedAt }: SessionRecord, { words, locale }: Naming): string[] {
  const { kept } = words;
  if (closedAt === null) return [kept.linkLater(setUp.linkDays), kept.texts, kept.recordLater];
  return [
    kept.link(formatDay(locale, dayAfter(closedAt, setUp.linkDays))),
    kept.texts,
    kept.record(formatDay(locale, yearsAfter(closedAt, RECORD_YEARS))),
  ];
}

/** The day so many days after a moment, as `2026-12-29`. */
export function dayAfter(at: string, days: number): string {
  const day = new Date(`${at.slice(0, 10)}T12:00:00Z`);
  day.setUTCDate(day.getUTCDate() + days);
  return day.toISOString().slice(0, 10);
}

function yearsAfter(at: string, years: number): string {
  const day = new Date(`${at.slice(0, 10)}T12:00:00Z`);
  day.setUTCFullYear(day.getUTCFullYear() + years);
  return day.toISOString().slice(0, 10);
}
