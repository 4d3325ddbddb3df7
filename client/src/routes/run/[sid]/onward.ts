import type { Sections } from '@cyfran/shared/session/view.ts';
import type { Unseen } from '#lib/activities/step.ts';
import { kindOfPlan, type PartKind } from '@cyfran/shared/telling/part-kind.ts';

/** How the meeting moves on: the words of the button, what it sends, and whether it must be held. */
export interface Onward {
  readonly label: 'openJoining' | 'endMeeting' | { readonly start: PartKind };
  readonly command: Unseen;
  readonly held: boolean;
}

type Meeting = Pick<Sections['meeting'], 'state' | 'agenda'>;
type Now = Pick<Sections['now'], 'started'>;
type Item = Meeting['agenda'][number];

/** The next part of the agenda that has not been and is not skipped, `null` when there is none. */
export function nextItem({ agenda }: Pick<Meeting, 'agenda'>, { started }: Now): Item | null {
  return agenda.find(({ activity, skipped }) => !skipped && !started.includes(activity)) ?? null;
}

/** The one way on for the meeting as a whole, once what is on is over; `null` when it has ended. */
export function onward(meeting: Meeting, now: Now): Onward | null {
  if (meeting.state === 'closed') return null;
  if (meeting.state === 'draft') return { label: 'openJoining', command: { type: 'OpenJoining' }, held: false };
  const next = nextItem(meeting, now);
  if (next === null) return { label: 'endMeeting', command: { type: 'EndMeeting' }, held: true };
  return {
    label: { start: kindOfPlan(next.plan) },
    command: { type: 'StartActivity', activity: next.activity },
    held: false,
  };
}
