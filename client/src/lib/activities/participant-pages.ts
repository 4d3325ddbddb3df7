import type { ActivityPlan } from '@cyfran/shared/activities/registry.ts';
import type { Component } from 'svelte';
import AllocationParticipant from './allocation/Participant.svelte';
import BreakParticipant from './break/Participant.svelte';
import HowParticipant from './how/Participant.svelte';
import type { ParticipantProps } from './participant-props.ts';
import TalkParticipant from './talk/Participant.svelte';

/** The pages of each kind of activity on the phone. */
export const participantPages: Readonly<Record<ActivityPlan['kind'], Component<ParticipantProps>>> = {
  allocation: AllocationParticipant,
  break: BreakParticipant,
  how: HowParticipant,
  talk: TalkParticipant,
};
