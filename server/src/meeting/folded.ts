import type { Entry } from '@cyfran/shared/session/entry.ts';
import { evolve } from '@cyfran/shared/session/evolve.ts';
import { newSession, type Session } from '@cyfran/shared/session/session.ts';
import type { SessionId } from '@cyfran/shared/words/ids.ts';

/** Sessions as they are folded while a journal is read at the start, until their meetings take them. */
export class Folded {
  readonly #sessions = new Map<SessionId, Session>();

  /** Folds the next entries of a session, in order. */
  fold(sid: SessionId, entries: readonly Entry[]): void {
    const session = this.#sessions.get(sid) ?? newSession(sid);
    this.#sessions.set(sid, session);
    for (const entry of entries) evolve(session, entry);
  }

  /** The session as far as it was folded, for whoever owns it from now on. */
  take(sid: SessionId): Session {
    const session = this.#sessions.get(sid) ?? newSession(sid);
    this.#sessions.delete(sid);
    return session;
  }
}
