import type { Decision } from '../activities/activity.ts';
import { kindOf } from '../activities/registry.ts';
import type { ActivityId } from '../words/ids.ts';
import { refuse } from '../words/refusal.ts';
import { saved } from './create.ts';
import type { Event } from './events.ts';
import { readinessOf } from './readiness.ts';
import type { Mending, ReadonlySession } from './session.ts';
import type { SetUp, SetUpProposal } from './set-up.ts';

/** A part of the set-up that is chosen by itself. */
export type Field = keyof SetUp;

/** What anyone asks after the meeting too. */
const ALWAYS: readonly Field[] = ['controller', 'contact', 'questionsUntil'];
/** What votes stand on, and what is said about them: mended while none is on the screens and nothing is decided. */
const TOLD_BY_NAME = [
  ...(['title', 'purpose', 'promise', 'voters', 'together', 'controller', 'contact', 'questionsUntil'] as const),
  ...(['day', 'bookedMinutes', 'oneLanguage', 'groupNames'] as const),
] as const;
const BETWEEN_VOTES: readonly Field[] = [...TOLD_BY_NAME, 'potMinor', 'proposals'];
/** How people come in stands once they do; the run of show has a command of its own then. */
const DRAFT: readonly Field[] = [...BETWEEN_VOTES, 'currency', 'admission', 'paper', 'mode', 'linkDays', 'agenda'];

/** What can still be changed in a set-up. Rule S3. */
export function changeableIn(session: ReadonlySession): readonly Field[] {
  if (session.state === 'draft') return DRAFT;
  const isOn = session.current !== null && restsOn(session, session.current) === 'rules';
  return isOn || session.state === 'closed' || hasVotes(session, 'decision') ? ALWAYS : BETWEEN_VOTES;
}

function hasVotes(session: ReadonlySession, what: 'rules' | 'decision'): boolean {
  return [...session.started].some((activity) => restsOn(session, activity) === what);
}

function restsOn({ activities }: ReadonlySession, id: ActivityId) {
  const activity = activities.get(id);
  return activity === undefined ? 'nothing' : kindOf(activity.kind).restsOn(activity);
}

/** Mends what was wrong in the set-up of an open meeting. Refuses: `already-begun` (fact: `field`), `not-ready` (fact: `what`), and as `saved`. Rules S2, S3, S13. */
export function mend(session: ReadonlySession, setUp: SetUp): Decision<Event> {
  const decision = saved(setUp);
  if ('refused' in decision) return decision;
  const may = changeableIn(session);
  const field = changedFields(session.setUp, setUp).find((changed) => !may.includes(changed));
  if (field !== undefined) return refuse('already-begun', { field });
  // A vote that was held names its proposals.
  const stay = new Set(setUp.proposals.map(({ proposal }) => proposal));
  const isGone = session.setUp.proposals.some(({ proposal }) => !stay.has(proposal));
  if (isGone && hasVotes(session, 'rules')) return refuse('already-begun', { field: 'proposals' });
  const [what] = readinessOf(setUp).blockers;
  if (what !== undefined) return refuse('not-ready', { what });
  const { potMinor, questionsUntil, day, bookedMinutes, proposals } = setUp;
  const event: Event = {
    type: 'set-up.mended',
    ...{ potMinor, questionsUntil, day, bookedMinutes },
    proposals: proposals.map(({ proposal, costMinor }) => [proposal, costMinor]),
  };
  return { guards: [['ruling', session.ruling.version]], events: [event], bodies: [decision.body] };
}

/** What a mending changed. */
export function mendingOf(at: string, before: SetUp, after: SetUp): Mending {
  const was = new Map(before.proposals.map((one) => [one.proposal, one]));
  const is = new Set(after.proposals.map(({ proposal }) => proposal));
  const stayed = after.proposals.flatMap((now): (readonly [SetUpProposal, SetUpProposal])[] => {
    const old = was.get(now.proposal);
    return old === undefined ? [] : [[old, now]];
  });
  return {
    at,
    money: before.potMinor === after.potMinor ? null : { from: before.potMinor, to: after.potMinor },
    costs: stayed
      .filter(([old, now]) => old.costMinor !== now.costMinor)
      .map(([old, now]) => ({ name: now.name, from: old.costMinor, to: now.costMinor })),
    added: after.proposals.filter(({ proposal }) => !was.has(proposal)).map(({ name }) => name),
    removed: before.proposals.filter(({ proposal }) => !is.has(proposal)).map(({ name }) => name),
    reworded: stayed
      .filter(([old, now]) => !isSame({ ...old, costMinor: 0 }, { ...now, costMinor: 0 }))
      .map(([, now]) => now.name),
    fields: TOLD_BY_NAME.filter((field) => !isSame(before[field], after[field])),
  };
}

function changedFields(before: SetUp, after: SetUp): Field[] {
  return DRAFT.filter((field) => !isSame(before[field], after[field]));
}

/** Whether two values of plain JSON say the same, whatever the order of their keys; a text that is empty is one that is not there. */
function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a, inOrder) === JSON.stringify(b, inOrder);
}

function inOrder(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const present = Object.entries(value).filter(([, part]) => part !== undefined && !isEmpty(part));
  return Object.fromEntries(present.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length === 0;
}
