import type { ParticipantKind } from '../participant-props.ts';

/** Talking together, on the phone: nothing to do there but to read what it is about. */
export const talkParticipant: ParticipantKind = {
  place: () => 'talk',
  holds: () => false,
  moved: (words) => words.common.moved,
  unsent: () => false,
  line: (words) => words.wait.talk,
};
