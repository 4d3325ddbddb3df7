import type { Decision } from '../activities/activity.ts';
import { kindOf } from '../activities/registry.ts';
import { refuse } from '../words/refusal.ts';
import type { Version } from '../words/units.ts';
import type { EraseTexts } from './commands.ts';
import type { Event } from './events.ts';
import type { ReadonlySession } from './session.ts';

/** What is written again whole: only the newest of each stands. */
const WRITTEN_WHOLE: readonly (readonly Event['type'][])[] = [
  ['set-up.saved', 'set-up.mended'],
  ['agenda.set'],
  ['decision.written'],
];

/**
 * Declares that what was written in an entry is no more. What stands by it now is written anew first: of a set-up, a run of show and a
 * decision only earlier ones can go. Refuses: `bad-text` where nothing is written, or it has gone before, `already-begun` where it stands.
 * Rule S18.
 */
export function eraseTexts(session: ReadonlySession, { version, why }: EraseTexts): Decision<Event> {
  if (!session.written.has(version) || session.erased.has(version))
    return refuse('bad-text', { field: String(version) });
  if (stands(session, version)) return refuse('already-begun', { field: String(version) });
  return { guards: [['ruling', session.ruling.version]], events: [{ type: 'erased', versions: [version], why }] };
}

/** What can go: entries with something written in them, of which a newer one stands or that stand alone, oldest first. */
export function erasable(session: ReadonlySession): { readonly version: Version; readonly what: Event['type'] }[] {
  return [...session.written]
    .filter(([version]) => !session.erased.has(version) && !stands(session, version))
    .map(([version, what]) => ({ version, what }));
}

/** What was sent in practice goes with the end of the meeting. */
export function practised({ activities }: ReadonlySession): Event[] {
  const versions = [...activities.values()].flatMap((activity) => kindOf(activity.kind).passing(activity));
  return versions.length === 0 ? [] : [{ type: 'erased', versions, why: 'practice' }];
}

/** Whether the meeting shows now what was written there. */
function stands({ written }: ReadonlySession, version: Version): boolean {
  const what = written.get(version);
  const alike = WRITTEN_WHOLE.find((types) => types.some((type) => type === what));
  if (alike === undefined) return false;
  const newest = [...written].findLast(([, type]) => alike.includes(type));
  return newest?.[0] === version;
}
