import type { Form } from '../form.ts';
import type { Problem } from '../problem.ts';
import { keptText, tellText, textProblems, typedText, type TwoTexts } from '../two-texts.ts';

/** What the meeting is called, what it is for, what becomes of its decision, and when it is. */
export interface Basics {
  title: TwoTexts;
  purpose: TwoTexts;
  promise: TwoTexts;
  day: string;
  booked: { hours: string; minutes: string };
}

const MINUTES_A_DAY = 1440;

export const basicsForm: Form<Basics> = {
  name: 'basics',
  fields: ['title', 'purpose', 'promise', 'day', 'bookedMinutes'],
  read: ({ title, purpose, promise, day, bookedMinutes }) => ({
    title: typedText(title),
    purpose: typedText(purpose),
    promise: typedText(promise),
    day: day ?? '',
    booked: typedBooking(bookedMinutes),
  }),
  problems: ({ title, purpose, promise, day, booked }) => [
    ...textProblems('title', title, 120, (words) => words.basics.titleLegend),
    ...textProblems('purpose', purpose, 600, (words) => words.basics.purposeLegend),
    ...textProblems('promise', promise, 600, (words) => words.basics.promiseLegend),
    ...dayProblems('day', day),
    ...bookingProblems(booked),
  ],
  write: (setUp, { title, purpose, promise, day, booked }) => ({
    ...setUp,
    title: keptText(title),
    purpose: keptText(purpose),
    promise: keptText(promise),
    day: day === '' ? null : day,
    bookedMinutes: bookedMinutesOf(booked) ?? null,
  }),
  tell: ({ title, purpose, promise, day, booked }, { basics: words, show }) => {
    const minutes = bookedMinutesOf(booked) ?? null;
    return [
      { field: 'title', label: words.titleLegend, lines: tellText(title) },
      { field: 'purpose', label: words.purposeLegend, lines: tellText(purpose) },
      { field: 'promise', label: words.promiseLegend, lines: tellText(promise) },
      { field: 'day', label: words.dayLegend, lines: day === '' ? [] : [day] },
      { field: 'booked', label: words.bookedLegend, lines: minutes === null ? [] : [show.length(minutes)] },
    ];
  },
};

/** A day that is none. Nothing typed is no problem. */
export function dayProblems(field: string, day: string): Problem[] {
  return day === '' || /^\d{4}-\d{2}-\d{2}$/.test(day) ? [] : [{ field, say: ({ errors }) => errors.day }];
}

function typedBooking(minutes: number | null): Basics['booked'] {
  if (minutes === null) return { hours: '', minutes: '' };
  return { hours: String(Math.floor(minutes / 60)), minutes: String(minutes % 60) };
}

/** Minutes booked; `null` where nothing is typed, `undefined` where it is no length. */
function bookedMinutesOf({ hours, minutes }: Basics['booked']): number | null | undefined {
  const typed = [hours.trim(), minutes.trim()];
  if (typed.every((one) => one === '')) return null;
  if (!typed.every((one) => /^\d{0,4}$/.test(one))) return undefined;
  const all = Number(typed[0]) * 60 + Number(typed[1]);
  return all > MINUTES_A_DAY ? undefined : all;
}

function bookingProblems(booked: Basics['booked']): Problem[] {
  return bookedMinutesOf(booked) === undefined ? [{ field: 'booked', say: ({ errors }) => errors.booked }] : [];
}
