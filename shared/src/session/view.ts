import type { Audience, Context, WorkedOut } from '../activities/activity.ts';
import { kindOf, type ActivityNow, type ActivitySections } from '../activities/registry.ts';
import type { ActivityId, Hash, SeatId, SessionId } from '../words/ids.ts';
import type { Text } from '../words/text.ts';
import type { Minor, Version } from '../words/units.ts';
import { publicationOf, type Publication } from './publication.ts';
import { recordOf, type SessionRecord } from './record.ts';
import { rehearsedBy, type Proposal, type ReadonlySession, type Ruling, type WrittenDecision } from './session.ts';
import type { Admission, AgendaItem, Mode, SetUp } from './set-up.ts';

/** What the server knows beside the journal: who is here, and how phones find the meeting. Handed in, like time. */
export interface Surroundings extends WorkedOut {
  /** Distinct people with a connection; and of them, those that hold choices not yet sent. */
  readonly here: number;
  readonly unsent: number;
  readonly isHere: (seat: SeatId) => boolean;
  readonly credentialOf: Context['credentialOf'];
  /** Signs that so many entries end with this id. */
  readonly sealed: (size: Version, head: Hash) => string;
  readonly code: string;
  readonly joinUrl: string;
}

/** Named parts of a view. A frame carries the changed ones whole; `null` = nothing to see (now). */
export interface Sections extends ActivitySections {
  readonly meeting: {
    readonly sid: SessionId;
    /** The meeting that is tried out here; `null` where this is meant. */
    readonly rehearsalOf: SessionId | null;
    readonly state: 'draft' | 'open' | 'closed';
    readonly title: Text;
    readonly purpose: Text;
    readonly promise: Text;
    readonly voters: Text;
    readonly together: Text;
    readonly contact: Text;
    readonly questionsUntil: string | null;
    readonly bookedMinutes: number | null;
    /** When joining opened: the booking counts from there. */
    readonly openedAt: string | null;
    readonly currency: string;
    readonly potMinor: Minor;
    readonly admission: Admission;
    /** What the record tells of ballots, and how many days the link to people is kept. */
    readonly mode: Mode;
    readonly linkDays: number;
    readonly paper: boolean;
    readonly groupNames: SetUp['groupNames'];
    readonly proposals: readonly Proposal[];
    readonly agenda: readonly AgendaItem[];
  };
  readonly now: {
    readonly ruling: Version;
    readonly what: Ruling['what'];
    readonly current: ActivityId | null;
    readonly started: readonly ActivityId[];
    readonly activity: ActivityNow | null;
  };
  readonly people: { readonly here: number; readonly joined: number };
  /** The meeting up to its last ruling: so many entries, which end with this id, and the signed note that says so. */
  readonly seal: { readonly size: Version; readonly head: Hash; readonly note: string };
  /** Beside the close button: how many have started but not sent, how many phones are out of touch; who last sent on a tablet or on paper has none. */
  readonly pending: { readonly unsent: number; readonly outOfTouch: number };
  /** For facilitator and helpers: who waits at the door, by the number on their phone, in the order they came. */
  readonly waiting: { readonly seats: readonly { readonly seat: SeatId; readonly number: number }[] };
  /** For the facilitator: whether the start of what is on can still be taken back. */
  readonly undo: { readonly start: ActivityId | null };
  /** What was decided, in the room's words, as it was written last. */
  readonly decision: WrittenDecision | null;
  readonly joining: {
    readonly sid: SessionId;
    readonly rehearsalOf: SessionId | null;
    readonly state: 'draft' | 'open' | 'closed';
    readonly admission: Admission;
    /** What the record tells of ballots, and how many days the link to people is kept. */
    readonly mode: Mode;
    readonly linkDays: number;
    readonly title: Text;
    readonly purpose: Text;
    readonly promise: Text;
    readonly voters: Text;
    readonly together: Text;
    readonly currency: string;
    readonly potMinor: Minor;
  };
  /** A newcomer's own place at the door, once they have asked: the number that their phone shows, `null` where they were not let in. */
  readonly door: { readonly number: number | null } | null;
  readonly invite: { readonly code: string; readonly joinUrl: string };
  /** What anyone may read for good, and what they may have of the journal. */
  readonly record: SessionRecord;
  readonly publication: Publication | null;
}
export type SectionName = keyof Sections;
export type View = { -readonly [Name in SectionName]?: Sections[Name] };

/** A newcomer sees what the meeting is about, and their own place at the door; the public sees the record; everyone else what their role may see. */
export type Viewer =
  Audience | { readonly role: 'newcomer'; readonly seat: SeatId | null } | { readonly role: 'public' };

/**
 * What this viewer may see of the session: the one place through which anything about a session leaves the server.
 * Rules L1, T2 to T5, X1.
 */
export function viewFor(session: ReadonlySession, viewer: Viewer, around: Surroundings): View {
  if (viewer.role === 'newcomer') return { joining: joiningOf(session), ...doorOf(session, viewer.seat) };
  if (viewer.role === 'public') return { record: recordOf(session), publication: publicationOf(session) };
  const activity = session.current === null ? undefined : session.activities.get(session.current);
  const kind = activity === undefined ? undefined : kindOf(activity.kind);
  const shared: View = {
    meeting: meetingOf(session),
    now: {
      ruling: session.ruling.version,
      what: session.ruling.what,
      current: session.current,
      started: [...session.started],
      activity: activity === undefined ? null : (kind?.now(activity) ?? null),
    },
    people: peopleOf(session, around),
    seal: sealOf(session, around),
    decision: session.decisions.at(-1) ?? null,
    ...(activity === undefined ? {} : kind?.sections(activity, viewer, around)),
  };
  if (viewer.role === 'participant') return shared;
  const invite = { code: around.code, joinUrl: around.joinUrl };
  if (viewer.role === 'stage') return { ...shared, invite };
  const waiting = { seats: [...session.waiting].map(([seat, number]) => ({ seat, number })) };
  if (viewer.role === 'helper') return { ...shared, invite, waiting };
  const pending = { unsent: around.unsent, outOfTouch: outOfTouch(session, around) };
  const start = session.state === 'open' && activity && kind?.mayTakeBack(activity) === true ? activity.activity : null;
  return { ...shared, invite, waiting, undo: { start }, pending };
}

function meetingOf(session: ReadonlySession): Sections['meeting'] {
  const { sid, state, openedAt, setUp } = session;
  const rehearsalOf = rehearsedBy(session);
  const { title, purpose, promise, voters, together, contact, questionsUntil, bookedMinutes } = setUp;
  const { currency, potMinor, admission, mode, linkDays, paper, groupNames, proposals, agenda } = setUp;
  return {
    ...{ sid, rehearsalOf, state, openedAt },
    ...{ title, purpose, promise, voters, together, contact, questionsUntil, bookedMinutes },
    ...{ currency, potMinor, admission, mode, linkDays, paper, groupNames, proposals, agenda },
  };
}

function joiningOf(session: ReadonlySession): Sections['joining'] {
  const { sid, state, setUp } = session;
  const rehearsalOf = rehearsedBy(session);
  const { admission, mode, linkDays, title, purpose, promise, voters, together, currency, potMinor } = setUp;
  const told = { admission, mode, linkDays, title, purpose, promise, voters, together, currency, potMinor };
  return { sid, rehearsalOf, state, ...told };
}

function doorOf({ waiting, turnedAway }: ReadonlySession, seat: SeatId | null): Pick<View, 'door'> {
  if (seat === null) return {};
  const number = waiting.get(seat) ?? null;
  return { door: number !== null || turnedAway.has(seat) ? { number } : null };
}

/** Cost: O(seats that are not here), times the activities that began. */
function outOfTouch({ seats, started, activities }: ReadonlySession, { isHere, credentialOf }: Surroundings): number {
  const begun = [...started].reverse().flatMap((id) => activities.get(id) ?? []);
  const lastDoorOf = (seat: SeatId) => {
    for (const activity of begun) {
      const door = kindOf(activity.kind).doorOf(activity, (round) => credentialOf(seat, round));
      if (door !== null) return door;
    }
    return 'phone';
  };
  return [...seats].filter((seat) => !isHere(seat) && lastDoorOf(seat) === 'phone').length;
}

function sealOf({ ruling: { version: size, id: head } }: ReadonlySession, { sealed }: Surroundings): Sections['seal'] {
  return { size, head, note: sealed(size, head) };
}

function peopleOf({ seats }: ReadonlySession, { here }: Surroundings) {
  return { here, joined: seats.size };
}
