import type { ActivityPlan } from '@cyfran/shared/activities/registry.ts';
import type { Request } from '@cyfran/shared/session/commands.ts';
import type { AgendaItem } from '@cyfran/shared/session/set-up.ts';
import type { ActivityId } from '@cyfran/shared/words/ids.ts';
import type { Text } from '@cyfran/shared/words/text.ts';

/** The run of show as `SetAgenda` takes it. */
export type Items = Extract<Request, { type: 'SetAgenda' }>['items'];

/** The run of show as it stands, and what of it has begun. */
export interface Show {
  readonly agenda: readonly AgendaItem[];
  readonly started: readonly ActivityId[];
}

/** The list as it stands: sent later, it takes back whatever was changed since. */
export function itemsOf(agenda: readonly AgendaItem[]): Items {
  return agenda.map(({ activity, plan, text, skipped }) => ({ activity, plan, text, skipped }));
}

/** Whether a part can still be changed: it has not begun. */
export function isFree({ started }: Show, activity: ActivityId): boolean {
  return !started.includes(activity);
}

/** The part one place up or down, among those that have not begun; `null` where there is no such place. */
export function move(show: Show, activity: ActivityId, by: -1 | 1): Items | null {
  const from = show.agenda.findIndex((item) => item.activity === activity);
  const to = from + by;
  if (from < firstFree(show) || to < firstFree(show) || to >= show.agenda.length) return null;
  return moved(itemsOf(show.agenda), from, to);
}

/** Left out, and kept in its place so that it can come back. */
export function skip({ agenda }: Show, activity: ActivityId): Items {
  return withItem(agenda, activity, { skipped: true });
}

/** On again; a part that the meeting has passed comes next. */
export function bringBack(show: Show, activity: ActivityId): Items {
  const items = withItem(show.agenda, activity, { skipped: false });
  const from = items.findIndex((item) => item.activity === activity);
  return from < firstFree(show) ? moved(items, from, firstFree(show) - 1) : items;
}

/** Other minutes, other words. */
export function change({ agenda }: Show, activity: ActivityId, minutes: number, text: Text): Items {
  const plan = agenda.find((item) => item.activity === activity)?.plan;
  return plan === undefined
    ? itemsOf(agenda)
    : withItem(agenda, activity, { plan: { ...plan, minutes }, text: { ...text } });
}

/** A new part, which comes next. */
export function insertNext(show: Show, plan: ActivityPlan, text: Text): Items {
  const items = itemsOf(show.agenda);
  items.splice(firstFree(show), 0, { activity: null, plan, text: { ...text }, skipped: false });
  return items;
}

/** The place after the last part that has begun. */
function firstFree({ agenda, started }: Show): number {
  return agenda.findLastIndex(({ activity }) => started.includes(activity)) + 1;
}

function moved(items: Items, from: number, to: number): Items {
  const [item] = items.splice(from, 1);
  if (item !== undefined) items.splice(to, 0, item);
  return items;
}

function withItem(agenda: readonly AgendaItem[], activity: ActivityId, changes: Partial<Items[number]>): Items {
  return itemsOf(agenda).map((item) => (item.activity === activity ? { ...item, ...changes } : item));
}
