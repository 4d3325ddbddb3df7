import type { Decision } from '../activities/activity.ts';
import type { ActivityId } from '../words/ids.ts';
import { refuse } from '../words/refusal.ts';
import type { CoreCommand, SaveSetUp } from './commands.ts';
import { saved } from './create.ts';
import type { Event } from './events.ts';
import { mend } from './mending.ts';
import { readinessOf } from './readiness.ts';
import type { ReadonlySession } from './session.ts';
import type { AgendaItem } from './set-up.ts';
import { agendaTexts, firstBadText } from './texts.ts';

type Decided = Decision<Event>;

/** Keeps the set-up of a draft; mends that of an open meeting. Refuses: as `saved` and `mend`. Rules S2, S3. */
export function saveSetUp(session: ReadonlySession, { setUp }: SaveSetUp): Decided {
  if (session.state !== 'draft') return mend(session, setUp);
  const decision = saved(setUp);
  if ('refused' in decision) return decision;
  return { guards: [['ruling', session.ruling.version]], events: [decision.event], bodies: [decision.body] };
}

/** From draft to open. Refuses: `already-begun`, `not-ready` (fact: `what`). Rules S3, S13. */
export function openJoining(session: ReadonlySession): Decided {
  if (session.state !== 'draft') return refuse('already-begun');
  const [what] = readinessOf(session.setUp).blockers;
  if (what !== undefined) return refuse('not-ready', { what });
  return { guards: [['ruling', session.ruling.version]], events: [{ type: 'session.opened' }] };
}

/**
 * The run of show from here on. What has begun keeps its plan and is never skipped; an id is never used twice, and a part that was dropped
 * can come back under its own. Refuses: `unknown-activity`, `already-begun`, `bad-text`, `not-ready`. Rule S16.
 */
export function setAgenda(session: ReadonlySession, { items }: Extract<CoreCommand, { type: 'SetAgenda' }>): Decided {
  const agenda = withIds(session, items);
  const known = new Map(session.setUp.agenda.map((item) => [item.activity, item]));
  const ids = agenda.map(({ activity }) => activity);
  if (new Set(ids).size < ids.length) return refuse('unknown-activity');
  if (items.some(({ activity }) => activity !== null && !session.activities.has(activity)))
    return refuse('unknown-activity');
  for (const activity of session.started) {
    const now = agenda.find((item) => item.activity === activity);
    const kept = now !== undefined && !now.skipped && samePlan(now, known.get(activity));
    if (!kept) return refuse('already-begun');
  }
  const texts = agendaTexts(agenda);
  const bad = firstBadText(texts);
  if (bad !== null) return refuse('bad-text', { field: bad });
  const [what] = readinessOf({ ...session.setUp, agenda }).blockers.filter((blocker) => OF_AGENDA.has(blocker));
  if (what !== undefined) return refuse('not-ready', { what });
  const event: Event = {
    type: 'agenda.set',
    agenda: agenda.map(({ activity, plan, skipped }) => ({ activity, plan, skipped })),
  };
  return { guards: [['ruling', session.ruling.version]], events: [event], bodies: [{ texts }] };
}

const OF_AGENDA: ReadonlySet<string> = new Set(['cap-above-tokens', 'groups-need-admission', 'left-of-nothing']);

function withIds(
  { activities }: ReadonlySession,
  items: Extract<CoreCommand, { type: 'SetAgenda' }>['items'],
): AgendaItem[] {
  let last = Math.max(0, ...[...activities.keys()].map(numberOf));
  return items.map((item) => {
    if (item.activity !== null) return { ...item, activity: item.activity };
    last += 1;
    return { ...item, activity: `a${String(last)}` };
  });
}

function numberOf(activity: ActivityId): number {
  return Number(activity.slice(1));
}

function samePlan(a: AgendaItem, b: AgendaItem | undefined): boolean {
  return b !== undefined && JSON.stringify(sorted(a.plan)) === JSON.stringify(sorted(b.plan));
}

function sorted(plan: AgendaItem['plan']): unknown {
  return Object.entries(plan).sort(([a], [b]) => (a < b ? -1 : 1));
}
