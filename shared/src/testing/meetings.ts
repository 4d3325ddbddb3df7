import type { AllocationPlan } from '../activities/allocation/plan.ts';
import type { ActivityPlan } from '../activities/registry.ts';
import { agendaOf, emptySetUp, type SetUp } from '../session/set-up.ts';
import type { Group } from '../words/groups.ts';
import { readsGroups } from '../words/reads-groups.ts';
import {
  castBallot,
  closeNow,
  comeIn,
  counts,
  lastCall,
  openJoining,
  show,
  startActivity,
  type Votes,
} from './asked.ts';
import { accepted, type Asked, type RecordedSession } from './recorded-session.ts';

/** Something that has happened before a test begins. */
export type Step = Asked | ((meeting: RecordedSession) => void);

/** What a test says otherwise about its meeting; the run of show as plans, in order. */
export type Changes = Partial<Omit<SetUp, 'agenda'>> & { readonly agenda?: readonly ActivityPlan[] };

export const PROPOSALS: SetUp['proposals'] = [
  { proposal: 'bus', name: { cy: 'Bws', en: 'A bus' }, costMinor: 40_000 },
  { proposal: 'park', name: { en: 'A park' }, costMinor: 30_000 },
  { proposal: 'roof', name: { cy: 'To' }, costMinor: 50_000 },
];

/** A break, a talk and "how we will decide", without a clock. */
export const pause: ActivityPlan = { kind: 'break', minutes: 0 };
export const talk: ActivityPlan = { kind: 'talk', minutes: 0 };
export const how: ActivityPlan = { kind: 'how', minutes: 0 };

/** A deciding round: ten tokens, at most four on one proposal, totals on showing; with what a test says otherwise. */
export function deciding(plan: Partial<AllocationPlan> = {}): AllocationPlan {
  return {
    kind: 'allocation',
    practice: false,
    deciding: true,
    reveal: 'on-show',
    sending: 'checked',
    tokens: 10,
    cap: 4,
    voice: 'one-person-one-ballot',
    decision: 'overall',
    minutes: 15,
    leftOf: null,
    ...plan,
  };
}

export function practice(plan: Partial<AllocationPlan> = {}): AllocationPlan {
  return deciding({ practice: true, deciding: false, reveal: 'live', ...plan });
}

/** Three proposals, money for any two, one deciding round. */
export function newMeeting({ agenda = [deciding()], ...changes }: Changes = {}): SetUp {
  return {
    ...emptySetUp([]),
    title: { cy: 'Ein pentref', en: 'Our village' },
    purpose: { en: 'Share a small pot' },
    voters: { en: 'Everyone here' },
    potMinor: 90_000,
    proposals: PROPOSALS,
    ...changes,
    agenda: agendaOf(agenda),
  };
}

/** The meeting has been set up, and is a draft. */
export function setUp(changes: Changes = {}): Step {
  return (meeting) => {
    accepted(meeting.create(newMeeting(changes)));
  };
}

/** Joining is open, and these have joined, each as the meeting lets people in. */
export function joined(names: readonly string[], changes: Changes = {}): Step[] {
  return [setUp(changes), openJoining(), ...comeIn(names, changes.admission ?? 'open')];
}

/** The meeting's first activity is a round, open, with these people in their seats; by cards, where the round reads groups. */
export function roundOpen(
  plan: Partial<AllocationPlan> = {},
  names: readonly string[] = ['ann', 'bob'],
  changes: Changes = {},
): Step[] {
  const admission = readsGroups(deciding(plan)) ? 'cards' : 'open';
  const agenda = [deciding(plan), pause, deciding()];
  return [...joined(names, { admission, agenda, ...changes }), startActivity('a1')];
}

/** The same with ballots on paper beside the phones. */
export function paperRoundOpen(plan: Partial<AllocationPlan> = {}, names?: readonly string[]): Step[] {
  return roundOpen(plan, names, { paper: true, ...(readsGroups(deciding(plan)) ? { admission: 'cards' } : {}) });
}

/** So many people with names of their own, for rounds in which many vote. */
export function people(count: number): string[] {
  return Array.from({ length: count }, (_, at) => `n${String.fromCharCode(97 + Math.floor(at / 26), 97 + (at % 26))}`);
}

/** Each of these sends the same, as one of a group where one is named. */
export function allCast(names: readonly string[], votes: Votes, group?: Group): Asked[] {
  return names.map((name) => castBallot(name, votes, group === undefined ? {} : { group }));
}

/** What closes the open round on stage, and counts it; where papers are taken, `closed` closes the phones and `paperClosed` all. */
export const closed: readonly Asked[] = [lastCall(), closeNow()];
export const counted: readonly Asked[] = [...closed, counts()];
export const shown: readonly Asked[] = [...counted, show()];
export const paperClosed: readonly Asked[] = [...closed, closeNow()];
export const paperCounted: readonly Asked[] = [...paperClosed, counts()];
export const paperShown: readonly Asked[] = [...paperCounted, show()];

/** So many minutes, seconds or milliseconds pass. */
export function later(ms: number): Step {
  return (meeting) => {
    meeting.now += ms;
  };
}
