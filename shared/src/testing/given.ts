import { expect } from 'vitest';
import type { Event } from '../session/events.ts';
import type { ReadonlySession } from '../session/session.ts';
import { refuse, type Facts, type RefusalReason } from '../words/refusal.ts';
import type { Actor } from '../words/roles.ts';
import type { Step } from './meetings.ts';
import { accepted, RecordedSession, type Answered, type Asked } from './recorded-session.ts';

/**
 * What has happened; each step must have been possible.
 * `given(roundOpen({ tokens: 5 })).when(castBallot('ann', { bus: 7 })).refuses('tokens-exceeded', { asked: 7, has: 5 })`.
 */
export function given(...steps: readonly (Step | readonly Step[])[]): Given {
  const meeting = new RecordedSession();
  for (const step of steps.flat()) {
    if (typeof step === 'function') step(meeting);
    else accepted(meeting.ask(step).decision);
  }
  return new Given(meeting);
}

export class Given {
  readonly meeting: RecordedSession;

  constructor(meeting: RecordedSession) {
    this.meeting = meeting;
  }

  get session(): ReadonlySession {
    return this.meeting.session;
  }

  /** Somebody asks: who the command is usually from, or `actor`. */
  when(asked: Asked | ((session: ReadonlySession) => Asked), actor?: Actor): When {
    const before = structuredClone(this.meeting.session);
    const chosen = typeof asked === 'function' ? asked(this.meeting.session) : asked;
    return new When(this.meeting, before, this.meeting.ask({ ...chosen, actor: actor ?? chosen.actor }));
  }
}

class When {
  readonly meeting: RecordedSession;
  readonly answered: Answered;
  readonly #before: ReadonlySession;

  constructor(meeting: RecordedSession, before: ReadonlySession, answered: Answered) {
    this.meeting = meeting;
    this.answered = answered;
    this.#before = before;
  }

  /** A polite no with this reason, and with these facts if the test knows them; the meeting stays as it was. Rule S8. */
  refuses(reason: RefusalReason, facts?: Facts): void {
    const { decision } = this.answered;
    expect(decision).toMatchObject({ refused: reason });
    if (facts !== undefined) expect(decision).toStrictEqual(refuse(reason, facts));
    expect(this.meeting.session).toStrictEqual(this.#before);
  }

  /** Exactly this is recorded. */
  then(events: readonly Event[]): void {
    expect(accepted(this.answered.decision).events).toStrictEqual(events);
  }

  /** What is recorded holds at least this. */
  records(...events: readonly Partial<Event>[]): void {
    const { events: all } = accepted(this.answered.decision);
    for (const event of events) expect(all).toContainEqual(expect.objectContaining(event));
  }

  /** It is no wrong thing to ask, and everything is as it was. Rule S10. */
  nothingHappens(): void {
    accepted(this.answered.decision);
    const beside = { version: 0, head: '' };
    expect({ ...this.meeting.session, ...beside }).toStrictEqual({ ...this.#before, ...beside });
  }
}
