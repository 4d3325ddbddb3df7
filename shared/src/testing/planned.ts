import type { RecordCards, WriteDecision } from '../session/commands.ts';
import type { AgendaItem, SetUp } from '../session/set-up.ts';
import type { ReadonlySession } from '../session/session.ts';
import type { ActivityId } from '../words/ids.ts';
import { ruling, seatOf, seenBy, target, type Aim } from './asked.ts';
import type { Asked } from './recorded-session.ts';

/** A part of the run of show as it is sent: a new one has no id yet. */
export type Part = Omit<AgendaItem, 'activity'> & { readonly activity: ActivityId | null };

/** The host saves the set-up, whole. */
export function saveSetUp(setUp: SetUp, aim: Aim = {}): Asked {
  return ruling((session) => ({ type: 'SaveSetUp', setUp, seen: seenBy(session, aim) }));
}

/** The run of show from here on, made from the one that stands. */
export function setAgenda(change: (agenda: readonly AgendaItem[]) => readonly Part[], aim: Aim = {}): Asked {
  return ruling((session) => ({
    type: 'SetAgenda',
    items: [...change(session.setUp.agenda)],
    seen: seenBy(session, aim),
  }));
}

/** A part that is not in the run of show yet. */
export function newPart(plan: AgendaItem['plan'], rest: Partial<Part> = {}): Part {
  return { activity: null, plan, text: {}, skipped: false, ...rest };
}

export function recordCards(what: RecordCards['what'], ...numbers: readonly number[]): Asked {
  return ruling(() => ({ type: 'RecordCards', what, numbers }));
}

/** What the room decided. */
export function writeDecision(changes: Partial<Omit<WriteDecision, 'type'>> = {}): Asked {
  return ruling((session: ReadonlySession) => ({
    type: 'WriteDecision',
    statement: { cy: 'Y bws a’r parc', en: 'The bus and the park' },
    actions: [{ what: { en: 'Order the bus' }, who: { en: 'The council' }, until: '2027-01-31' }],
    reason: null,
    seen: session.ruling.version,
    ...changes,
  }));
}

/** What was written in that entry goes for good: by default of the newest. */
export function eraseTexts(version?: number): Asked {
  return ruling(({ written }) => ({
    type: 'EraseTexts',
    version: version ?? [...written.keys()].at(-1) ?? 0,
    why: 'request',
  }));
}

export function setTimer(seconds: number, aim: Aim = {}): Asked {
  return ruling((session) => {
    const { activity } = target(session, aim);
    return { type: 'SetTimer', activity, seconds, seen: seenBy(session, aim) };
  });
}

/** `ann` has a question about how we will decide, or has it no longer. */
export function raiseQuestion(name: string, raised = true, aim: Aim = {}): Asked {
  return {
    actor: { role: 'participant', seat: seatOf(name), door: 'phone' },
    command: (session) => ({ type: 'RaiseQuestion', activity: target(session, aim).activity, raised }),
  };
}

export function answerQuestions(aim: Aim = {}): Asked {
  return ruling((session) => {
    const { activity } = target(session, aim);
    return { type: 'AnswerQuestions', activity, seen: seenBy(session, aim) };
  });
}
