import type { ParticipantKind } from '../participant-props.ts';
import Participant from './Participant.svelte';

/** A break on the phone. */
export const breakParticipant: ParticipantKind = {
  component: Participant,
  place: () => 'break',
  holds: () => false,
  unsent: () => false,
  line: (words) => words.wait.pause,
};
