import type { Duty } from '../activities/activity.ts';
import { kindOf, type ActivityCommand } from '../activities/registry.ts';
import type { ReadonlySession } from './session.ts';

/** What the server itself owes the meeting now: derived from the folded state, never stored. Rule S10. */
export function dutiesOf(session: ReadonlySession): readonly Duty<ActivityCommand>[] {
  return [...session.activities.values()].flatMap((activity) => kindOf(activity.kind).duties(activity));
}
