import { z } from 'zod';
import { assert } from '../words/assert.ts';
import type { ActivityId } from '../words/ids.ts';
import type { Permissions } from '../words/roles.ts';
import type { ActivityKind } from './activity.ts';
import { allocation } from './allocation/allocation.ts';
import { AllocationRequest, allocationPermissions, type AllocationCommand } from './allocation/commands.ts';
import { AllocationEvent } from './allocation/events.ts';
import { AllocationPlan } from './allocation/plan.ts';
import type { PublishedRound } from './allocation/published.ts';
import type { RoundRecord } from './allocation/record.ts';
import type { AllocationState } from './allocation/round.ts';
import type { AllocationNow, AllocationSections } from './allocation/view.ts';
import { pause, type BreakNow, type BreakState } from './break/break.ts';
import { BreakPlan } from './break/plan.ts';
import { how, HowCommand, HowEvent, howPermissions, type HowNow, type HowSections, type HowState } from './how/how.ts';
import { HowPlan } from './how/plan.ts';
import { TalkPlan } from './talk/plan.ts';
import { talk, type TalkNow, type TalkState } from './talk/talk.ts';
import { SetTimer, TimerSet, timerPermissions } from './timer.ts';

/** Every kind of activity: a new kind is a new folder and one line in each list here. */
const kinds = { allocation, break: pause, how, talk } as const;

export const ActivityPlan = z.discriminatedUnion('kind', [AllocationPlan, BreakPlan, HowPlan, TalkPlan]);
export type ActivityPlan = z.infer<typeof ActivityPlan>;
/** What a person may send; a kind without commands adds none. */
export const ActivityRequest = z.discriminatedUnion('type', [AllocationRequest, HowCommand, SetTimer]);
export type ActivityRequest = z.infer<typeof ActivityRequest>;
/** What a person or the server itself may ask. */
export type ActivityCommand = AllocationCommand | HowCommand | SetTimer;
export const ActivityEvent = z.discriminatedUnion('type', [AllocationEvent, HowEvent, TimerSet]);
export type ActivityEvent = z.infer<typeof ActivityEvent>;
export type ActivityState = AllocationState | BreakState | HowState | TalkState;
export type ActivityNow = AllocationNow | BreakNow | HowNow | TalkNow;
export type ActivitySections = AllocationSections & HowSections;
export type ActivityRecord = readonly RoundRecord[];
export type ActivityPublished = readonly PublishedRound[];
export const activityPermissions: Permissions<ActivityCommand['type']> = {
  ...allocationPermissions,
  ...howPermissions,
  ...timerPermissions,
};

type AnyKind = ActivityKind<
  ActivityState,
  ActivityPlan,
  ActivityCommand,
  ActivityEvent,
  ActivityNow | null,
  Partial<ActivitySections>,
  ActivityRecord | null,
  ActivityPublished | null
>;

/** Which kinds know a command: sent to another, it is meant for another activity. */
const takes: Readonly<Record<ActivityPlan['kind'], ReadonlySet<string>>> = {
  allocation: new Set(Object.keys(allocationPermissions)),
  break: new Set(Object.keys(timerPermissions)),
  how: new Set(Object.keys(howPermissions)),
  talk: new Set(Object.keys(timerPermissions)),
};

/** The functions of one kind: the core calls them without knowing which. */
export function kindOf(kind: ActivityPlan['kind']): AnyKind {
  return kinds[kind];
}

/** Whether this kind of activity knows this command. */
export function kindTakes(kind: ActivityPlan['kind'], { type }: ActivityCommand): boolean {
  return takes[kind].has(type);
}

/** The activity that an event of a kind belongs to: a round's id starts with it. */
export function activityOf(event: ActivityEvent): ActivityId {
  return 'round' in event ? event.round.slice(0, event.round.indexOf('.')) : event.activity;
}

const kindByEvent: ReadonlyMap<string, AnyKind> = new Map(
  (
    [
      ['allocation', AllocationEvent.options],
      ['how', HowEvent.options],
      ['talk', [TimerSet]],
    ] as const
  ).flatMap(([kind, options]) => options.map(({ shape }) => [shape.type.value, kindOf(kind)] as const)),
);

/** A kind that has this event; kinds that share one say the same of it. */
export function kindOfEvent(event: ActivityEvent): AnyKind {
  const kind = kindByEvent.get(event.type);
  assert(kind, 'every event of a kind is listed in kindByEvent');
  return kind;
}
