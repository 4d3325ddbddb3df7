import type { ActivityPlan } from '@cyfran/shared/activities/registry.ts';
import type { View } from '@cyfran/shared/session/view.ts';
import { allocationParticipant } from './allocation/participant.ts';
import { breakParticipant } from './break/participant.ts';
import { howParticipant } from './how/participant.ts';
import type { ParticipantKind, PhoneMoment } from './participant-props.ts';
import { talkParticipant } from './talk/participant.ts';

/** Each kind of activity as a participant sees it: a new kind is one line here. */
export const participants: Readonly<Record<ActivityPlan['kind'], ParticipantKind>> = {
  allocation: allocationParticipant,
  break: breakParticipant,
  how: howParticipant,
  talk: talkParticipant,
};

/** Where the meeting is, for a participant. */
export function momentOf(view: View): PhoneMoment {
  const activity = view.now?.current ?? null;
  const now = view.now?.activity ?? null;
  const state = view.meeting?.state ?? 'open';
  const outcome = view.outcome ?? null;
  const inside = now === null ? 'waiting' : participants[now.kind].place(view);
  // A result stays to be read when the meeting has ended; anything else is over.
  const place = state === 'closed' && outcome === null ? 'ended' : `${activity ?? ''} ${inside}`;
  return { place, state, activity, now, outcome };
}
