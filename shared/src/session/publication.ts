import { kindOf, type ActivityPublished } from '../activities/registry.ts';
import type { Entry } from './entry.ts';
import type { ReadonlySession } from './session.ts';
import type { Version } from '../words/units.ts';

/** What of a meeting's journal anyone may have once it has ended: every entry's public part up to `upTo`, and of the erasable parts what is named here. */
export interface Publication {
  readonly upTo: Version;
  /** The one set-up whose texts are given: drafts before it are nobody's. */
  readonly setUpAt: Version;
  readonly rounds: ActivityPublished;
}

/** `null` before the end. Rule X4. */
export function publicationOf({ state, version, setUpAt, activities }: ReadonlySession): Publication | null {
  if (state !== 'closed') return null;
  const rounds = [...activities.values()].flatMap((activity) => kindOf(activity.kind).published(activity) ?? []);
  return { upTo: version, setUpAt, rounds };
}

/** Whether an entry's erasable part is given. Rule X4. */
export function givesBody(
  { setUpAt, rounds }: Publication,
  { version, events }: Pick<Entry, 'version' | 'events'>,
): boolean {
  return events.every((event) => {
    if (event.type === 'set-up.saved') return version === setUpAt;
    if (event.type === 'round.counted') {
      return rounds.some(({ round, upTo, count }) => count && round === event.round && upTo === event.upTo);
    }
    if (event.type !== 'ballot.cast') return true;
    const of = rounds.find(({ round }) => round === event.round);
    if (of === undefined || of.ballots === null) return false;
    return of.ballots.get(event.credential) === version || (of.replaced && version <= of.upTo);
  });
}
