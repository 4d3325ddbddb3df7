import type { Pot, Setting } from '../activities/activity.ts';
import { kindOf, type ActivityState } from '../activities/registry.ts';
import type { By } from '../words/by.ts';
import type { Door } from '../words/door.ts';
import type { ActivityId, Hash, SeatId, SessionId } from '../words/ids.ts';
import type { Text } from '../words/text.ts';
import type { Minor, Version } from '../words/units.ts';
import type { Event } from './events.ts';
import { emptySetUp, type AgendaItem, type SetUp, type SetUpProposal } from './set-up.ts';

/** Something that the pot may fund. */
export type Proposal = SetUpProposal;

/** The last event that changed what others may do, and who made it. */
export interface Ruling {
  readonly version: Version;
  /** The entry's id: with it the meeting up to here is sealed. */
  readonly id: Hash;
  readonly by: By;
  readonly what: Event['type'];
}

/** What the room decided, in its own words. `edition` rises with each writing; `reason`: why it was written again. */
export interface WrittenDecision {
  readonly edition: number;
  readonly at: string;
  readonly statement: Text;
  readonly actions: readonly { readonly what: Text; readonly who: Text; readonly until: string | null }[];
  readonly reason: Text | null;
}

/** What was mended after joining had opened, as the record tells it. `from` and `to` in minor units. */
export interface Mending {
  readonly at: string;
  readonly money: { readonly from: Minor; readonly to: Minor } | null;
  readonly costs: readonly { readonly name: Text; readonly from: Minor; readonly to: Minor }[];
  readonly added: readonly Text[];
  readonly removed: readonly Text[];
  /** Proposals of which a text was changed. */
  readonly reworded: readonly Text[];
  /** What else was changed. */
  readonly fields: readonly Exclude<
    keyof SetUp,
    'potMinor' | 'proposals' | 'currency' | 'admission' | 'paper' | 'mode' | 'linkDays' | 'agenda'
  >[];
}

/** Why a body was erased. */
export type ErasedWhy = Extract<Event, { type: 'erased' }>['why'];

/** One live meeting, as its journal says up to `version`. */
export interface Session {
  readonly sid: SessionId;
  /** The meeting that this one was copied from. */
  copyOf: SessionId | null;
  /** Whether it tries out the set-up that it copies. */
  rehearsal: boolean;
  version: Version;
  /** The id of the newest entry: what a seal tells. */
  head: Hash;
  /** The entry of the set-up that the meeting opened with. */
  setUpAt: Version;
  /** Entries whose bodies are declared erased, and those whose bodies are gone. */
  readonly erased: Map<Version, ErasedWhy>;
  readonly missing: Set<Version>;
  /** What texts stand in which entry. */
  readonly written: Map<Version, Event['type']>;
  state: 'draft' | 'open' | 'closed';
  /** As saved last; the agenda in it is kept up to date while the meeting is under way. */
  setUp: SetUp;
  readonly activities: Map<ActivityId, ActivityState>;
  /** The activity on stage, those that were before it, and all that have begun. */
  current: ActivityId | null;
  readonly trail: (ActivityId | null)[];
  readonly started: Set<ActivityId>;
  readonly seats: Set<SeatId>;
  /** Seats of test cards: they count in practice only. */
  readonly testSeats: Set<SeatId>;
  /** Who waits to be let in, by the number that their phone shows. */
  readonly waiting: Map<SeatId, number>;
  /** How often somebody who waited was not let in. */
  readonly turnedAway: Map<SeatId, number>;
  /** How many have knocked so far. */
  knocks: number;
  /** Numbers of cards by what was recorded of them. */
  readonly cards: { issued: number; test: number; replaced: number; voided: number };
  /** When joining opened and when the meeting ended, as the journal has it. */
  openedAt: string | null;
  closedAt: string | null;
  readonly decisions: WrittenDecision[];
  /** What was mended in the set-up after joining had opened. */
  readonly mendings: Mending[];
  ruling: Ruling;
}

type ReadonlyField<Field> =
  Field extends Map<infer K, infer V>
    ? ReadonlyMap<K, Readonly<V>>
    : Field extends Set<infer T>
      ? ReadonlySet<T>
      : Field extends (infer T)[]
        ? readonly T[]
        : Readonly<Field>;

/** What `decide` and `viewFor` get: they can read all and change nothing. */
export type ReadonlySession = { readonly [Name in keyof Session]: ReadonlyField<Session[Name]> };

/** A session before its first entry. */
export function newSession(sid: SessionId): Session {
  return {
    sid,
    copyOf: null,
    rehearsal: false,
    version: 0,
    head: '',
    setUpAt: 0,
    erased: new Map(),
    missing: new Set(),
    written: new Map(),
    state: 'draft',
    setUp: { ...emptySetUp([]), agenda: [] },
    activities: new Map(),
    current: null,
    trail: [],
    started: new Set(),
    seats: new Set(),
    testSeats: new Set(),
    waiting: new Map(),
    turnedAway: new Map(),
    knocks: 0,
    cards: { issued: 0, test: 0, replaced: 0, voided: 0 },
    openedAt: null,
    closedAt: null,
    decisions: [],
    mendings: [],
    ruling: { version: 0, id: '', by: 'facilitator', what: 'session.created' },
  };
}

/** The meeting that this one tries out; `null` where it is meant. */
export function rehearsedBy({ rehearsal, copyOf }: ReadonlySession): SessionId | null {
  return rehearsal ? copyOf : null;
}

/** What the activities may know of this session. */
export function settingOf(session: ReadonlySession): Setting {
  const { setUp, seats, testSeats, ruling, version } = session;
  const { currency, potMinor, proposals, paper, mode } = setUp;
  const doors: readonly Door[] = paper ? ['phone', 'tablet', 'paper'] : ['phone', 'tablet'];
  return {
    potMinor,
    proposals,
    seats,
    testSeats,
    currency,
    doors,
    mode,
    ruling: ruling.version,
    version,
    leftOver: (id) => leftOverOf(session, id),
  };
}

/** What an activity left to share; `null` where nothing is left, or it is none that leaves anything. */
function leftOverOf({ activities }: ReadonlySession, id: ActivityId): Pot | null {
  const activity = activities.get(id);
  return activity === undefined ? null : kindOf(activity.kind).leftOver(activity);
}

/** The part of the agenda with this id. */
export function itemOf({ setUp }: ReadonlySession, id: ActivityId | null): AgendaItem | null {
  return setUp.agenda.find(({ activity }) => activity === id) ?? null;
}
