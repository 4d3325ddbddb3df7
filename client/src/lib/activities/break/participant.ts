import type { ParticipantKind } from '../participant-props.ts';

/** A break on the phone. */
export const breakParticipant: ParticipantKind = {
  place: () => 'break',
  holds: () => false,
  moved: (words) => words.common.moved,
  unsent: () => false,
  line: (words) => words.wait.pause,
};
