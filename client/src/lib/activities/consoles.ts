import type { ActivityPlan } from '@cyfran/shared/activities/registry.ts';
import type { Component } from 'svelte';
import AllocationFacilitator from './allocation/Facilitator.svelte';
import BreakFacilitator from './break/Facilitator.svelte';
import type { FacilitatorProps } from './facilitator-props.ts';
import HowFacilitator from './how/Facilitator.svelte';
import TalkFacilitator from './talk/Facilitator.svelte';

/** Each kind of activity as the facilitator runs it. */
export const consoles: Readonly<Record<ActivityPlan['kind'], Component<FacilitatorProps>>> = {
  allocation: AllocationFacilitator,
  break: BreakFacilitator,
  how: HowFacilitator,
  talk: TalkFacilitator,
};
