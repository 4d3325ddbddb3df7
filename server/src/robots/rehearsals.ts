import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { readinessOf } from '@cyfran/shared/session/readiness.ts';
import { rehearsed } from '@cyfran/shared/session/rehearsal.ts';
import type { SessionId } from '@cyfran/shared/words/ids.ts';
import { refuse, type Refusal } from '@cyfran/shared/words/refusal.ts';
import { UnknownSession } from '../journal/journal.ts';
import { issueCards } from '../meeting/cards.ts';
import { createMeeting, type CreatedMeeting } from '../meeting/create-meeting.ts';
import type { Gate } from '../meeting/gate.ts';
import type { Ground, Meeting } from '../meeting/meeting.ts';
import type { CrowdTask } from './crowd.ts';

const CROWD = join(import.meta.dirname, 'crowd.ts');
/** So many of the robots come with a card where it is not needed, as parts of one. */
const WITH_CARD = 0.2;
/** What is rehearsed is done with by the next day. */
const KEPT_MS = 24 * 3_600_000;
const AGAIN_MS = 10;

/** Meetings that are tried out with robots: each a session of its own, and the process in which its robots live. Rule S17. */
export class Rehearsals {
  readonly #ground: Ground;
  readonly #gate: Gate;
  /** The address at which this node hears its robots. */
  readonly #url: () => string;
  readonly #crowds = new Map<SessionId, ChildProcess>();

  constructor(ground: Ground, gate: Gate, url: () => string) {
    this.#ground = ground;
    this.#gate = gate;
    this.#url = url;
  }

  /**
   * Makes a meeting out of a draft's set-up, in the place of an earlier rehearsal of it, and sends robots to its door: they come in when joining
   * opens. `pace`: so many times as fast as people. Refuses: `already-begun` once the draft is open, `not-allowed` for a rehearsal of a
   * rehearsal, `not-ready` (fact: `what`), `storage-full`.
   */
  async begin(draft: Meeting, robots: number, pace: number): Promise<CreatedMeeting | Refusal> {
    const { session } = draft;
    if (session.rehearsal) return refuse('not-allowed');
    if (session.state !== 'draft') return refuse('already-begun');
    const [blocker] = readinessOf(session.setUp).blockers;
    if (blocker !== undefined) return refuse('not-ready', { what: blocker });
    await this.clearOf(draft.sid);
    const origin = { copyOf: draft.sid, rehearsal: true } as const;
    const created = await createMeeting(rehearsed(session.setUp), this.#ground, this.#gate.access, origin);
    if ('refused' in created) return created;
    const meeting = await this.#gate.meetings.bySid(created.sid);
    if (meeting === null) return refuse('unknown-session');
    const count = session.setUp.admission === 'cards' ? robots : Math.ceil(robots * WITH_CARD);
    const cards = await issueCards(meeting, this.#gate.access, { count, kind: 'issued' });
    if ('refused' in cards) return cards;
    this.#send(meeting, { url: this.#url(), code: created.code, robots, cards: cards.map(({ code }) => code), pace });
    return created;
  }

  /** Sends the robots home and removes the rehearsal for good: whoever looks at it is sent away. */
  async clear(meeting: Meeting): Promise<void> {
    await this.#sendHome(meeting.sid);
    while (!(await this.#isGone(meeting))) {
      // People are trying it out beside the robots: they leave, and what they sent last needs a moment to be written.
      for (const seat of meeting.session.seats) meeting.turnAway(seat);
      await new Promise<void>((resolve) => void this.#ground.clock.after(AGAIN_MS, resolve));
    }
  }

  /** Removes it, unless something is being recorded. Gone already, by another hand, is gone. */
  async #isGone(meeting: Meeting): Promise<boolean> {
    try {
      return await this.#gate.meetings.remove(meeting);
    } catch (error) {
      if (error instanceof UnknownSession) return true;
      throw error;
    }
  }

  /** Clears what rehearses this draft. */
  async clearOf(draft: SessionId): Promise<void> {
    for (const meeting of await this.#all()) if (meeting.session.copyOf === draft) await this.clear(meeting);
  }

  /** Clears what was rehearsed more than a day ago. */
  async clearOld(): Promise<void> {
    const before = this.#ground.clock.now() - KEPT_MS;
    for (const meeting of await this.#all()) if (meeting.createdAt < before) await this.clear(meeting);
  }

  /** Sends all robots home. */
  async close(): Promise<void> {
    await Promise.all([...this.#crowds.keys()].map((sid) => this.#sendHomeFromHere(sid)));
  }

  async #all(): Promise<Meeting[]> {
    return (await this.#gate.meetings.all()).filter(({ session }) => session.rehearsal);
  }

  #send({ sid }: Meeting, task: CrowdTask): void {
    // The session's id, so that whoever looks at the processes knows whose robots they are.
    const crowd = fork(CROWD, [sid], { execArgv: [], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    this.#crowds.set(sid, crowd);
    const stop = this.#ground.neighbours.listen(sid, {
      onNote: ({ type }) => {
        if (type === 'robots-home') void this.#sendHomeFromHere(sid);
      },
      // Robots whose meeting is gone leave by themselves.
      onGap: () => undefined,
    });
    crowd.once('close', stop);
    crowd.once('error', (error) => {
      this.#crowds.delete(sid);
      this.#ground.log.error({ err: error, sid }, 'no robots came');
    });
    crowd.once('exit', (code) => {
      this.#crowds.delete(sid);
      if (code !== 0 && code !== null) this.#ground.log.warn({ sid, code }, 'the robots left');
    });
    crowd.send(task);
  }

  /** Wherever they live. */
  async #sendHome(sid: SessionId): Promise<void> {
    this.#ground.neighbours.tell(sid, { type: 'robots-home' });
    await this.#sendHomeFromHere(sid);
  }

  async #sendHomeFromHere(sid: SessionId): Promise<void> {
    const crowd = this.#crowds.get(sid);
    if (crowd === undefined) return;
    const gone = new Promise((resolve) => crowd.once('exit', resolve));
    crowd.kill();
    await gone;
  }
}
