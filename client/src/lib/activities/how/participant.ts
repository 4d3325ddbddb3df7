import type { ParticipantKind } from '../participant-props.ts';

/** How we will decide, on the phone. Read aloud in the room while it is on: it moves with the room. */
export const howParticipant: ParticipantKind = {
  place: () => 'how',
  holds: () => false,
  moved: (words) => words.common.moved,
  unsent: () => false,
  line: (words) => words.wait.how,
};
