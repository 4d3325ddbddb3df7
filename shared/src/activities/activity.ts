import type { Body } from '../record/body.ts';
import type { Guard, Key } from '../words/by.ts';
import type { Door } from '../words/door.ts';
import type { ActivityId, CommandId, Credential, Hash, ProposalId, RoundId, SeatId } from '../words/ids.ts';
import type { Refusal } from '../words/refusal.ts';
import type { Actor } from '../words/roles.ts';
import type { Millis, Minor, Version } from '../words/units.ts';

/** Money to share and what it may pay for, in the order of the wall. */
export interface Pot {
  readonly potMinor: Minor;
  readonly proposals: readonly { readonly proposal: ProposalId; readonly costMinor: Minor }[];
}

/** What an activity may know of the meeting around it. */
export interface Setting extends Pot {
  readonly seats: ReadonlySet<SeatId>;
  /** Of them, those that only try things out: they count in practice alone. */
  readonly testSeats: ReadonlySet<SeatId>;
  /** The money's, by its three letters. */
  readonly currency: string;
  /** The ways in which ballots come in. */
  readonly doors: readonly Door[];
  /** What the record tells of ballots. */
  readonly mode: 'pseudonymous' | 'private';
  readonly ruling: Version;
  /** The session's own. */
  readonly version: Version;
  /** What another activity left of its pot, and for what; `null` where it left nothing to share. */
  readonly leftOver: (activity: ActivityId) => Pot | null;
}

/** What a decision needs from outside: the time, the secret link from seats to credentials, and a hash. */
export interface Context {
  readonly at: Millis;
  readonly credentialOf: (seat: SeatId, round: RoundId) => Credential;
  /** 64 lower-case hexadecimal digits, so that texts sort as the bytes do. */
  readonly sha256Hex: (text: string) => string;
}

/** What a command will record if nothing it relied on has moved. `bodies`: one element per event, `null` where none. */
export interface Accepted<Event> {
  readonly guards: readonly Guard[];
  /** Keys that move with this entry beside those that its events move, for what its events must not tell. */
  readonly moves?: readonly Key[];
  readonly events: readonly Event[];
  readonly bodies?: readonly (Body | null)[];
}
export type Decision<Event> = Accepted<Event> | Refusal;

/** The entry around an event, as `evolve` needs it. `body` is `null` where the event has none or it was erased. */
export interface Recorded {
  readonly version: Version;
  readonly id: Hash;
  readonly commit: Hash | null;
  readonly body: Body | null;
}

/** A command that the server itself owes the meeting. `due`: not before that time, `null` for at once. */
export interface Duty<Command> {
  readonly cmd: CommandId;
  readonly role: 'clock' | 'count';
  readonly due: Millis | null;
  readonly command: Command;
}

/** Whose screen: a participant's own (seat and credential), the room of participants, the facilitator's, a helper's, or the hall's. */
export type Audience =
  | { readonly role: 'participant'; readonly credentialIn: ((round: RoundId) => Credential) | null }
  | { readonly role: 'facilitator' | 'helper' | 'stage' };

/** What the server works out beside the journal. */
export interface WorkedOut {
  /** Who would be funded if a round closed now where equal shares count, as it was last worked out. */
  readonly sharesNow: (round: RoundId) => readonly ProposalId[];
}

/** One kind of activity: the same few functions for each, found only through the registry. */
export interface ActivityKind<State, Plan, Command, Event, Now, Sections, Record = null, Published = null> {
  initial(activity: ActivityId, plan: Plan): State;
  /** What stands in the same entry as the activity's start. */
  start(state: Readonly<State>, setting: Setting, context: Context): readonly Event[] | Refusal;
  /** Why the meeting may not move on or end now; `null` if it may. */
  mayLeave(state: Readonly<State>): Refusal | null;
  /** Whether its start can still be taken back: nobody has relied on it. */
  mayTakeBack(state: Readonly<State>): boolean;
  /** What of the set-up it rests on: nothing yet; proposals and money as they were frozen in it; or the meeting's decision does. */
  restsOn(state: Readonly<State>): 'nothing' | 'rules' | 'decision';
  decide(state: Readonly<State>, command: Command, actor: Actor, setting: Setting, context: Context): Decision<Event>;
  /** Changes the state that it owns, in place. Never refuses, never throws on a recorded event. */
  evolve(state: State, event: Event, recorded: Recorded): void;
  keysMovedBy(event: Event): readonly Key[];
  /** What is on now, the same for everybody: changes only with a ruling. */
  now(state: Readonly<State>): Now;
  /** What this audience may see. The one door out of the activity. */
  sections(state: Readonly<State>, audience: Audience, workedOut: WorkedOut): Sections;
  /** What anyone may see of it for good. The other door out of the activity. */
  record(state: Readonly<State>): Record;
  /** What of its erasable parts anyone may have in the published journal. The third door out of the activity. */
  published(state: Readonly<State>): Published;
  leftOver(state: Readonly<State>): Pot | null;
  /** Entries whose bodies are kept only as long as the meeting lasts. */
  passing(state: Readonly<State>): readonly Version[];
  /** The way in which what this person has sent came in; `null` where nothing of theirs stands. */
  doorOf(state: Readonly<State>, credentialIn: (round: RoundId) => Credential): Door | null;
  duties(state: Readonly<State>): readonly Duty<Command>[];
}
