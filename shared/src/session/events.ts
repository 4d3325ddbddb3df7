import { z } from 'zod';
import { ActivityEvent, ActivityPlan } from '../activities/registry.ts';
import { ActivityId, ProposalId, SeatId, SessionId } from '../words/ids.ts';
import { Minor } from '../words/units.ts';

/** Body texts: `title`, `purpose`, `voters` (who may vote). */
const SessionCreated = z.strictObject({
  type: z.literal('session.created'),
  sid: SessionId,
  currency: z.string().regex(/^[A-Z]{3}$/),
  potMinor: Minor,
});

/** In the order of the wall, the phone and the paper. Body texts: `name`. */
const ProposalAdded = z.strictObject({ type: z.literal('proposal.added'), proposal: ProposalId, costMinor: Minor });

const AgendaSet = z.strictObject({
  type: z.literal('agenda.set'),
  activities: z
    .array(z.strictObject({ activity: ActivityId, plan: ActivityPlan }))
    .min(1)
    .max(50),
});

/** Joining is open from here. */
const SessionOpened = z.strictObject({ type: z.literal('session.opened') });
const SessionClosed = z.strictObject({ type: z.literal('session.closed') });
const SeatJoined = z.strictObject({ type: z.literal('seat.joined'), seat: SeatId });
const ActivityStarted = z.strictObject({
  type: z.literal('activity.started'),
  activity: ActivityId,
  kind: z.string().max(32),
});

const CoreEvent = z.discriminatedUnion('type', [
  SessionCreated,
  ProposalAdded,
  AgendaSet,
  SessionOpened,
  SessionClosed,
  SeatJoined,
  ActivityStarted,
]);
export type CoreEvent = z.infer<typeof CoreEvent>;

/** The public part of everything that can happen in a meeting. */
export const Event = z.discriminatedUnion('type', [CoreEvent, ActivityEvent]);
export type Event = z.infer<typeof Event>;
