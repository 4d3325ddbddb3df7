import { z } from 'zod';
import { ActivityEvent, ActivityPlan } from '../activities/registry.ts';
import { ActivityId, ProposalId, SeatId, SessionId } from '../words/ids.ts';
import { Minor, Version } from '../words/units.ts';
import { Admission, LinkDays, Mode } from './set-up.ts';

const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const CardNumber = z.int().min(1).max(99_999);

/** `copyOf`: the meeting whose set-up this one began with. `rehearsal`: it tries that set-up out, and nothing in it is meant. */
const SessionCreated = z.strictObject({
  type: z.literal('session.created'),
  sid: SessionId,
  copyOf: SessionId.optional(),
  rehearsal: z.literal(true).optional(),
});

const Agenda = z
  .array(z.strictObject({ activity: ActivityId, plan: ActivityPlan, skipped: z.boolean() }))
  .min(1)
  .max(50);

/**
 * The whole set-up, each time it is saved. `proposals` in the order of the wall, the phone and the paper. Body texts: as `textsOf` names
 * them. `mode` and `linkDays` stand in none that was saved before a meeting could choose them.
 */
const SetUpSaved = z.strictObject({
  type: z.literal('set-up.saved'),
  currency: z.string().regex(/^[A-Z]{3}$/),
  potMinor: Minor,
  admission: Admission,
  paper: z.boolean(),
  mode: Mode.optional(),
  linkDays: LinkDays.optional(),
  questionsUntil: Day.nullable(),
  day: Day.nullable(),
  bookedMinutes: z.int().min(0).max(1440).nullable(),
  proposals: z.array(z.tuple([ProposalId, Minor])).max(200),
  agenda: Agenda,
});

/** What was wrong in the set-up of an open meeting, mended: all that can be, whole. Body texts: as `textsOf` names them. */
const SetUpMended = z.strictObject({
  type: z.literal('set-up.mended'),
  potMinor: Minor,
  questionsUntil: Day.nullable(),
  day: Day.nullable(),
  bookedMinutes: z.int().min(0).max(1440).nullable(),
  proposals: z.array(z.tuple([ProposalId, Minor])).max(200),
});

/** The run of show, whole, while the meeting is under way. Body texts: `item.<activity>`. */
const AgendaSet = z.strictObject({ type: z.literal('agenda.set'), agenda: Agenda });

/** Joining is open from here. */
const SessionOpened = z.strictObject({ type: z.literal('session.opened') });
const SessionClosed = z.strictObject({ type: z.literal('session.closed') });
/** Somebody stands at the door and waits to be let in. */
const SeatKnocked = z.strictObject({ type: z.literal('seat.knocked'), seat: SeatId });
/** Whoever waited is not let in; they can knock again. */
const SeatTurnedAway = z.strictObject({ type: z.literal('seat.turned-away'), seat: SeatId });
const SeatJoined = z.strictObject({ type: z.literal('seat.joined'), seat: SeatId, test: z.literal(true).optional() });
const CardsRecorded = z.strictObject({
  type: z.literal('cards.recorded'),
  what: z.enum(['issued', 'test', 'replaced', 'voided']),
  numbers: z.array(CardNumber).min(1).max(2000),
});
const ActivityStarted = z.strictObject({
  type: z.literal('activity.started'),
  activity: ActivityId,
  kind: z.string().max(32),
});
/** The start is as if it had not been; what was on before is on again. */
const ActivityTakenBack = z.strictObject({ type: z.literal('activity.taken-back'), activity: ActivityId });
/** Body texts: `statement`, `reason`, and of each action `what.<n>` and `who.<n>` from 0. */
const DecisionWritten = z.strictObject({
  type: z.literal('decision.written'),
  edition: Version,
  until: z.array(Day.nullable()).max(50),
});

/** The bodies of these entries are no more, and why. `practice`: what was sent in practice goes with the end of the meeting. */
const Erased = z.strictObject({
  type: z.literal('erased'),
  versions: z.array(Version.min(1)).min(1).max(1_000_000),
  why: z.enum(['request', 'moderation', 'law', 'practice']),
});

const CoreEvent = z.discriminatedUnion('type', [
  SessionCreated,
  SetUpSaved,
  SetUpMended,
  AgendaSet,
  SessionOpened,
  SessionClosed,
  SeatKnocked,
  SeatTurnedAway,
  SeatJoined,
  CardsRecorded,
  ActivityStarted,
  ActivityTakenBack,
  DecisionWritten,
  Erased,
]);
export type CoreEvent = z.infer<typeof CoreEvent>;

/** The public part of everything that can happen in a meeting. */
export const Event = z.discriminatedUnion('type', [CoreEvent, ActivityEvent]);
export type Event = z.infer<typeof Event>;
