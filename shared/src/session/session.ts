import type { Setting } from '../activities/activity.ts';
import type { ActivityPlan, ActivityState } from '../activities/registry.ts';
import type { By } from '../words/by.ts';
import type { ActivityId, ProposalId, SeatId, SessionId } from '../words/ids.ts';
import type { Text } from '../words/text.ts';
import type { Minor, Version } from '../words/units.ts';
import type { Event } from './events.ts';

/** Something that the pot may fund. */
export interface Proposal {
  readonly proposal: ProposalId;
  readonly costMinor: Minor;
  readonly name: Text;
}

/** The last event that changed what others may do, and who made it. */
export interface Ruling {
  readonly version: Version;
  readonly by: By;
  readonly what: Event['type'];
}

/** One live meeting, as its journal says up to `version`. */
export interface Session {
  readonly sid: SessionId;
  version: Version;
  state: 'draft' | 'open' | 'closed';
  title: Text;
  purpose: Text;
  /** Who may vote, in the host's words. */
  voters: Text;
  currency: string;
  potMinor: Minor;
  /** In the order of the wall, drawn by lot at set-up. */
  readonly proposals: Proposal[];
  readonly agenda: { readonly activity: ActivityId; readonly plan: ActivityPlan }[];
  readonly activities: Map<ActivityId, ActivityState>;
  /** The activity on stage, and all that have been. */
  current: ActivityId | null;
  readonly started: Set<ActivityId>;
  readonly seats: Set<SeatId>;
  ruling: Ruling;
}

/** What `decide` and `viewFor` get: they can read all and change nothing. */
export type ReadonlySession = {
  readonly [Field in keyof Session]: Session[Field] extends Map<infer K, infer V>
    ? ReadonlyMap<K, Readonly<V>>
    : Session[Field] extends Set<infer T>
      ? ReadonlySet<T>
      : Session[Field] extends (infer T)[]
        ? readonly T[]
        : Session[Field];
};

/** A session before its first entry. */
export function newSession(sid: SessionId): Session {
  return {
    sid,
    version: 0,
    state: 'draft',
    title: {},
    purpose: {},
    voters: {},
    currency: 'GBP',
    potMinor: 0,
    proposals: [],
    agenda: [],
    activities: new Map(),
    current: null,
    started: new Set(),
    seats: new Set(),
    ruling: { version: 0, by: 'facilitator', what: 'session.created' },
  };
}

/** What the activities may know of this session. */
export function settingOf(session: ReadonlySession): Setting {
  const { potMinor, proposals, seats, ruling } = session;
  return { potMinor, proposals, seats, ruling: ruling.version };
}
