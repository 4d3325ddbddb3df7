import type { ActivityPlan } from '@cyfran/shared/activities/registry.ts';
import type { Component } from 'svelte';
import AllocationStage from './allocation/Stage.svelte';
import BreakStage from './break/Stage.svelte';
import HowStage from './how/Stage.svelte';
import type { StageProps } from './stage-props.ts';
import TalkStage from './talk/Stage.svelte';

/** Each kind of activity as the hall sees it. */
export const stages: Readonly<Record<ActivityPlan['kind'], Component<StageProps>>> = {
  allocation: AllocationStage,
  break: BreakStage,
  how: HowStage,
  talk: TalkStage,
};
