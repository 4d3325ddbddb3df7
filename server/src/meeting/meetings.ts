import type { SessionCode, SessionId } from '@cyfran/shared/words/ids.ts';
import type { AccessStore, SessionRow } from '../access/access-store.ts';
import { SessionGone, UnknownSession } from '../journal/journal.ts';
import { keepDuties } from './duties.ts';
import { keepForgetting } from './forgetting.ts';
import type { Folded } from './folded.ts';
import { Meeting, type Ground } from './meeting.ts';

/** The meetings that this node holds: each folded once, at the start or on first need, and kept. */
export class Meetings {
  readonly #ground: Ground;
  readonly #access: AccessStore;
  readonly #folded: Folded;
  readonly #open = new Map<SessionId, Promise<Meeting>>();
  readonly #stop = new Map<SessionId, () => void>();

  constructor(ground: Ground, access: AccessStore, folded: Folded) {
    this.#ground = ground;
    this.#access = access;
    this.#folded = folded;
  }

  async bySid(sid: SessionId): Promise<Meeting | null> {
    return this.#held(await this.#access.findSession(sid));
  }

  async byCode(code: SessionCode): Promise<Meeting | null> {
    return this.#held(await this.#access.findByCode(code));
  }

  /** Every meeting that has a journal and a code, newest first. */
  async all(): Promise<Meeting[]> {
    const meetings = await Promise.all((await this.#ground.journal.sessions()).map((sid) => this.bySid(sid)));
    return meetings.filter((meeting) => meeting !== null).sort((a, b) => b.createdAt - a.createdAt);
  }

  /** Those that have ended. */
  async over(): Promise<ReadonlySet<SessionId>> {
    const all = await this.all();
    return new Set(all.filter(({ session }) => session.state === 'closed').map(({ sid }) => sid));
  }

  /** Opens every session, so that announced closes and owed counts are kept from the first moment. */
  async openAll(): Promise<void> {
    for (const sid of await this.#ground.journal.sessions()) {
      if ((await this.bySid(sid)) === null) this.#ground.log.warn({ sid }, 'a journal without a code: left as it is');
    }
  }

  /**
   * Removes a meeting for good, with its journal and its keys, if nothing happens in it meanwhile; else changes nothing and returns
   * `false`. Whoever looks at it is sent away.
   */
  async remove(meeting: Meeting): Promise<boolean> {
    const { sid, session } = meeting;
    // The journal first: a code without a journal is nobody's, a journal without a code would be left as it is.
    if (!(await this.#ground.journal.remove(sid, session.version))) return false;
    await this.#access.removeSession(sid);
    return true;
  }

  /** The journal has told that it is gone, whoever removed it. */
  #drop(sid: SessionId): void {
    this.#stop.get(sid)?.();
    this.#stop.delete(sid);
    this.#open.delete(sid);
  }

  async close(): Promise<void> {
    for (const stop of this.#stop.values()) stop();
    for (const meeting of await Promise.all(this.#open.values())) meeting.replica.close();
  }

  /** A code whose journal was never made, as the disk was full or the power went, is nobody's. */
  async #held(row: SessionRow | null): Promise<Meeting | null> {
    if (row === null) return null;
    try {
      return await this.#meeting(row);
    } catch (error) {
      if (error instanceof UnknownSession || (error instanceof SessionGone && error.why === 'removed')) return null;
      throw error;
    }
  }

  #meeting(row: SessionRow): Promise<Meeting> {
    const held = this.#open.get(row.sid);
    if (held !== undefined) return held;
    const opening = this.#fold(row);
    this.#open.set(row.sid, opening);
    opening.catch(() => this.#open.delete(row.sid));
    return opening;
  }

  async #fold(row: SessionRow): Promise<Meeting> {
    const head = await this.#ground.journal.head(row.sid);
    const meeting = new Meeting(row, this.#ground, this.#folded.take(row.sid));
    meeting.replica.onGone(() => {
      this.#drop(row.sid);
    });
    await meeting.replica.until(head);
    const stops = [keepDuties(meeting), keepForgetting(meeting, this.#access)];
    this.#stop.set(row.sid, () => {
      for (const stop of stops) stop();
    });
    return meeting;
  }
}
