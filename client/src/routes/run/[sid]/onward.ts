import type { Sections } from '@cyfran/shared/session/view.ts';
import type { Unseen } from '#lib/activities/step.ts';

/** How the meeting moves on: the words of the button, what it sends, and whether it must be held. */
export interface Onward {
  readonly label: 'openJoining' | 'startPractice' | 'startVote' | 'startBreak' | 'endMeeting';
  readonly command: Unseen;
  readonly held: boolean;
}

type Meeting = Pick<Sections['meeting'], 'state' | 'agenda'>;
type Now = Pick<Sections['now'], 'started'>;
type Item = Meeting['agenda'][number];

/** The next part of the agenda that has not been, `null` when all have. */
export function nextItem({ agenda }: Meeting, { started }: Now): Item | null {
  return agenda.find(({ activity }) => !started.includes(activity)) ?? null;
}

/** The one way on for the meeting as a whole, once what is on is over; `null` when it has ended. */
export function onward(meeting: Meeting, now: Now): Onward | null {
  if (meeting.state === 'closed') return null;
  if (meeting.state === 'draft') return { label: 'openJoining', command: { type: 'OpenJoining' }, held: false };
  const next = nextItem(meeting, now);
  if (next === null) return { label: 'endMeeting', command: { type: 'EndMeeting' }, held: true };
  return { label: startLabel(next), command: { type: 'StartActivity', activity: next.activity }, held: false };
}

function startLabel({ plan }: Item): Onward['label'] {
  if (plan.kind === 'break') return 'startBreak';
  return plan.practice ? 'startPractice' : 'startVote';
}

/** The words for a part in the agenda. */
export function itemLabel({ plan }: Item): 'practice' | 'vote' | 'break' {
  if (plan.kind === 'break') return 'break';
  return plan.practice ? 'practice' : 'vote';
}
