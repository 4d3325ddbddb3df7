import type { AllocationPlan } from '../activities/allocation/plan.ts';
import type { NewSession } from '../session/create.ts';
import { closeNow, counts, joins, lastCall, openJoining, show, startActivity } from './asked.ts';
import { accepted, type Asked, type RecordedSession } from './recorded-session.ts';

/** Something that has happened before a test begins. */
export type Step = Asked | ((meeting: RecordedSession) => void);

export const PROPOSALS: NewSession['proposals'] = [
  { proposal: 'bus', name: { cy: 'Bws', en: 'A bus' }, costMinor: 40_000 },
  { proposal: 'park', name: { en: 'A park' }, costMinor: 30_000 },
  { proposal: 'roof', name: { cy: 'To' }, costMinor: 50_000 },
];

/** A deciding round: ten tokens, at most four on one proposal, totals on showing; with what a test says otherwise. */
export function deciding(plan: Partial<AllocationPlan> = {}): AllocationPlan {
  return { kind: 'allocation', practice: false, reveal: 'on-show', tokens: 10, cap: 4, ...plan };
}

export function practice(plan: Partial<AllocationPlan> = {}): AllocationPlan {
  return deciding({ practice: true, reveal: 'live', ...plan });
}

/** Three proposals, money for any two, one deciding round. */
export function newMeeting(changes: Partial<NewSession> = {}): NewSession {
  return {
    title: { cy: 'Ein pentref', en: 'Our village' },
    purpose: { en: 'Share a small pot' },
    voters: { en: 'Everyone here' },
    currency: 'GBP',
    potMinor: 90_000,
    proposals: PROPOSALS,
    agenda: [deciding()],
    ...changes,
  };
}

/** The meeting has been set up, and is a draft. */
export function setUp(changes: Partial<NewSession> = {}): Step {
  return (meeting) => {
    accepted(meeting.create(newMeeting(changes)));
  };
}

/** Joining is open, and these have joined. */
export function joined(names: readonly string[], changes: Partial<NewSession> = {}): Step[] {
  return [setUp(changes), openJoining(), ...names.map(joins)];
}

/** The meeting's first activity is a round, open, with these people in their seats. */
export function roundOpen(plan: Partial<AllocationPlan> = {}, names: readonly string[] = ['ann', 'bob']): Step[] {
  return [...joined(names, { agenda: [deciding(plan), { kind: 'break' }, deciding()] }), startActivity('a1')];
}

/** What closes the open round on stage, and counts it. */
export const closed: readonly Step[] = [lastCall(), closeNow()];
export const counted: readonly Step[] = [...closed, counts()];
export const shown: readonly Step[] = [...counted, show()];

/** So many minutes, seconds or milliseconds pass. */
export function later(ms: number): Step {
  return (meeting) => {
    meeting.now += ms;
  };
}
