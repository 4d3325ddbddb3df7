import { z } from 'zod';
import { assert } from '../words/assert.ts';
import type { ActivityId } from '../words/ids.ts';
import type { Permissions } from '../words/roles.ts';
import type { ActivityKind } from './activity.ts';
import { allocation } from './allocation/allocation.ts';
import { AllocationCommand, allocationPermissions } from './allocation/commands.ts';
import { AllocationEvent } from './allocation/events.ts';
import { AllocationPlan } from './allocation/plan.ts';
import type { AllocationState } from './allocation/round.ts';
import type { AllocationNow, AllocationSections } from './allocation/view.ts';
import { pause, type BreakNow, type BreakState } from './break/break.ts';
import { BreakPlan } from './break/plan.ts';

/** Every kind of activity: a new kind is a new folder and one line in each list here. */
const kinds = { allocation, break: pause } as const;

export const ActivityPlan = z.discriminatedUnion('kind', [AllocationPlan, BreakPlan]);
export type ActivityPlan = z.infer<typeof ActivityPlan>;
/** What a person may send; a kind without commands adds none. */
export const ActivityRequest = AllocationCommand;
export type ActivityRequest = z.infer<typeof AllocationCommand>;
/** What a person or the server itself may ask. */
export type ActivityCommand = AllocationCommand;
export const ActivityEvent = AllocationEvent;
export type ActivityEvent = AllocationEvent;
export type ActivityState = AllocationState | BreakState;
export type ActivityNow = AllocationNow | BreakNow;
export type ActivitySections = AllocationSections;
export const activityPermissions: Permissions<ActivityCommand['type']> = allocationPermissions;

type AnyKind = ActivityKind<
  ActivityState,
  ActivityPlan,
  ActivityCommand,
  ActivityEvent,
  ActivityNow | null,
  Partial<ActivitySections>
>;

/** The functions of one kind: the core calls them without knowing which. */
export function kindOf(kind: ActivityPlan['kind']): AnyKind {
  return kinds[kind];
}

/** The activity that an event of a kind belongs to: a round's id starts with it. */
export function activityOf({ round }: ActivityEvent): ActivityId {
  return round.slice(0, round.indexOf('.'));
}

const kindByEvent: ReadonlyMap<string, AnyKind> = new Map(
  AllocationEvent.options.map(({ shape }) => [shape.type.value, kinds.allocation]),
);

/** The kind whose event this is. */
export function kindOfEvent(event: ActivityEvent): AnyKind {
  const kind = kindByEvent.get(event.type);
  assert(kind, 'every event of a kind is listed in kindByEvent');
  return kind;
}
