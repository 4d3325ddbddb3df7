import { z } from 'zod';
import { ActivityRequest, type ActivityCommand } from '../activities/registry.ts';
import { ActivityId } from '../words/ids.ts';
import { Version } from '../words/units.ts';

/** A newcomer takes a seat. */
const Join = z.strictObject({ type: z.literal('Join') });

/** The facilitator's rulings name the ruling on their screen (`seen`): if the meeting has moved on since, they are refused, never guessed. */
const OpenJoining = z.strictObject({ type: z.literal('OpenJoining'), seen: Version });
const StartActivity = z.strictObject({ type: z.literal('StartActivity'), activity: ActivityId, seen: Version });
const EndMeeting = z.strictObject({ type: z.literal('EndMeeting'), seen: Version });

const CoreRequest = z.discriminatedUnion('type', [Join, OpenJoining, StartActivity, EndMeeting]);
export type CoreCommand = z.infer<typeof CoreRequest>;

/** Everything that a person may ask of a meeting. */
export const Request = z.discriminatedUnion('type', [CoreRequest, ActivityRequest]);
export type Request = z.infer<typeof Request>;

/** What is asked, by a person or by the server itself. */
export type Command = CoreCommand | ActivityCommand;
