import { z } from 'zod';
import { ActivityPlan, ActivityRequest, type ActivityCommand } from '../activities/registry.ts';
import { ActivityId, SeatId } from '../words/ids.ts';
import { textOf } from '../words/text.ts';
import { Version } from '../words/units.ts';
import type { SetUp } from './set-up.ts';

/** A newcomer takes a seat, or waits to be let in. */
const Join = z.strictObject({ type: z.literal('Join') });
/** A greeter lets people in. */
const LetIn = z.strictObject({ type: z.literal('LetIn'), seats: z.array(SeatId).min(1).max(500) });
/** Whoever waits under this number does not come in, unless they ask again. */
const TurnAway = z.strictObject({ type: z.literal('TurnAway'), seat: SeatId });

/** The facilitator's rulings name the ruling on their screen (`seen`): if the meeting has moved on since, they are refused, never guessed. */
const OpenJoining = z.strictObject({ type: z.literal('OpenJoining'), seen: Version });
const StartActivity = z.strictObject({ type: z.literal('StartActivity'), activity: ActivityId, seen: Version });
/** Takes back the start that was made last, while nobody has relied on it. */
const TakeBackStart = z.strictObject({ type: z.literal('TakeBackStart'), activity: ActivityId, seen: Version });
const EndMeeting = z.strictObject({ type: z.literal('EndMeeting'), seen: Version });

/** The run of show from here on, whole: moved, skipped, inserted, changed. A new part has no `activity` yet. What has begun stays as it is. */
const SetAgenda = z.strictObject({
  type: z.literal('SetAgenda'),
  items: z
    .array(
      z.strictObject({
        activity: ActivityId.nullable(),
        plan: ActivityPlan,
        text: textOf(280),
        skipped: z.boolean(),
      }),
    )
    .min(1)
    .max(50),
  seen: Version,
});

/** What was decided, in the room's words, and who does what by when. Written again, it needs a reason. */
const WriteDecision = z.strictObject({
  type: z.literal('WriteDecision'),
  statement: textOf(2000),
  actions: z
    .array(
      z.strictObject({
        what: textOf(280),
        who: textOf(120),
        until: z
          .string()
          .regex(/^\d{4}-\d{2}-\d{2}$/)
          .nullable(),
      }),
    )
    .max(50),
  reason: textOf(280).nullable(),
  seen: Version,
});
export type WriteDecision = z.infer<typeof WriteDecision>;

const CoreRequest = z.discriminatedUnion('type', [
  Join,
  LetIn,
  TurnAway,
  OpenJoining,
  StartActivity,
  TakeBackStart,
  EndMeeting,
  SetAgenda,
  WriteDecision,
]);

/** What was written in that entry goes for good; what stands for it by now, or that it was erased, is told instead. */
export interface EraseTexts {
  readonly type: 'EraseTexts';
  readonly version: Version;
  readonly why: 'request' | 'moderation' | 'law';
}

/** The whole set-up of a draft; too large for a socket, so it comes over HTTP. */
export interface SaveSetUp {
  readonly type: 'SaveSetUp';
  readonly setUp: SetUp;
  readonly seen: Version;
}
/** Cards were printed, replaced or declared void: their codes stand elsewhere, the record knows numbers only. */
export interface RecordCards {
  readonly type: 'RecordCards';
  readonly what: 'issued' | 'test' | 'replaced' | 'voided';
  readonly numbers: readonly number[];
}
export type CoreCommand = z.infer<typeof CoreRequest> | SaveSetUp | RecordCards | EraseTexts;

/** Everything that a person may ask of a meeting over their socket. */
export const Request = z.discriminatedUnion('type', [CoreRequest, ActivityRequest]);
export type Request = z.infer<typeof Request>;

/** What is asked, by a person or by the server itself. */
export type Command = CoreCommand | ActivityCommand;
