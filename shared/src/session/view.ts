import type { Audience } from '../activities/activity.ts';
import { kindOf, type ActivityNow, type ActivityPlan, type ActivitySections } from '../activities/registry.ts';
import type { ActivityId } from '../words/ids.ts';
import type { Text } from '../words/text.ts';
import type { Minor, Version } from '../words/units.ts';
import type { Proposal, ReadonlySession, Ruling } from './session.ts';

/** What the server knows beside the journal: who is here, and how phones find the meeting. Handed in, like time. */
export interface Surroundings {
  /** Distinct people with a connection; and of them, those that hold choices not yet sent. */
  readonly here: number;
  readonly unsent: number;
  readonly code: string;
  readonly joinUrl: string;
}

/** Named parts of a view. A frame carries the changed ones whole; `null` = nothing to see (now). */
export interface Sections extends ActivitySections {
  readonly meeting: {
    readonly state: 'draft' | 'open' | 'closed';
    readonly title: Text;
    readonly purpose: Text;
    readonly voters: Text;
    readonly currency: string;
    readonly potMinor: Minor;
    readonly proposals: readonly Proposal[];
    readonly agenda: readonly { readonly activity: ActivityId; readonly plan: ActivityPlan }[];
  };
  readonly now: {
    readonly ruling: Version;
    readonly what: Ruling['what'];
    readonly current: ActivityId | null;
    readonly started: readonly ActivityId[];
    readonly activity: ActivityNow | null;
  };
  readonly people: { readonly here: number; readonly joined: number };
  /** Beside the close button: how many have started but not sent, how many phones are out of touch. */
  readonly pending: { readonly unsent: number; readonly outOfTouch: number };
  readonly joining: {
    readonly state: 'draft' | 'open' | 'closed';
    readonly title: Text;
    readonly purpose: Text;
    readonly voters: Text;
    readonly currency: string;
    readonly potMinor: Minor;
  };
  readonly invite: { readonly code: string; readonly joinUrl: string };
}
export type SectionName = keyof Sections;
export type View = { -readonly [Name in SectionName]?: Sections[Name] };

/** A newcomer sees what the meeting is about; everyone else what their role may see. */
export type Viewer = Audience | { readonly role: 'newcomer' };

/**
 * What this viewer may see of the session: the one place through which anything about a session leaves the server.
 * Rules L1, T2 to T5.
 */
export function viewFor(session: ReadonlySession, viewer: Viewer, around: Surroundings): View {
  const { state, title, purpose, voters, currency, potMinor, proposals, agenda } = session;
  if (viewer.role === 'newcomer') return { joining: { state, title, purpose, voters, currency, potMinor } };
  const activity = session.current === null ? undefined : session.activities.get(session.current);
  const kind = activity === undefined ? undefined : kindOf(activity.kind);
  const shared: View = {
    meeting: { state, title, purpose, voters, currency, potMinor, proposals, agenda },
    now: {
      ruling: session.ruling.version,
      what: session.ruling.what,
      current: session.current,
      started: [...session.started],
      activity: activity === undefined ? null : (kind?.now(activity) ?? null),
    },
    people: peopleOf(session, around),
    ...(activity === undefined ? {} : kind?.sections(activity, viewer)),
  };
  if (viewer.role === 'participant') return shared;
  const invite = { code: around.code, joinUrl: around.joinUrl };
  if (viewer.role === 'stage') return { ...shared, invite };
  const { here, joined } = peopleOf(session, around);
  return { ...shared, invite, pending: { unsent: around.unsent, outOfTouch: joined - here } };
}

function peopleOf({ seats }: ReadonlySession, { here }: Surroundings) {
  return { here, joined: seats.size };
}
