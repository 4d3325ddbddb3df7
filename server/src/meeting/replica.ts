import type { Entry } from '@cyfran/shared/session/entry.ts';
import { evolve } from '@cyfran/shared/session/evolve.ts';
import { newSession, type ReadonlySession, type Session } from '@cyfran/shared/session/session.ts';
import type { Version } from '@cyfran/shared/words/units.ts';
import { SessionGone, type Follower, type Gone, type Journal } from '../journal/journal.ts';

function withoutBody({ bodies: _bodies, salt: _salt, ...entry }: Entry): Entry {
  return entry;
}

/** One session, folded from its journal and kept up to date. With `Folded`, which begins what this goes on with, the only caller of `evolve` in the product. */
export class Replica {
  #session: Session;
  readonly #journal: Journal;
  readonly #follower: Follower;
  readonly #listeners = new Set<(entries: readonly Entry[]) => void>();
  #waiting: { readonly version: Version; readonly resolve: () => void; readonly reject: (error: Error) => void }[] = [];
  #gone: Gone | null = null;
  readonly #onGone = new Set<(why: Gone) => void>();

  constructor(session: Session, journal: Journal) {
    this.#session = session;
    this.#journal = journal;
    const onEntries = (entries: readonly Entry[]) => {
      this.#fold(entries);
    };
    this.#follower = journal.follow(session.sid, session.version, onEntries, (why) => {
      this.#end(why);
    });
  }

  get session(): ReadonlySession {
    return this.#session;
  }

  /** Resolves once the session has been folded up to `version`. Throws `SessionGone` where that will never be. */
  until(version: Version): Promise<void> {
    if (this.#session.version >= version) return Promise.resolve();
    if (this.#gone !== null) return Promise.reject(new SessionGone(this.#session.sid, this.#gone));
    return new Promise((resolve, reject) => this.#waiting.push({ version, resolve, reject }));
  }

  /** Calls `listener` once nothing more will come. */
  onGone(listener: (why: Gone) => void): void {
    if (this.#gone === null) this.#onGone.add(listener);
    else listener(this.#gone);
  }

  /** Calls `listener` after each fold, with the entries folded. */
  onFolded(listener: (entries: readonly Entry[]) => void): void {
    this.#listeners.add(listener);
  }

  /**
   * Folds the session anew without what is declared erased, so that nothing of it is on any screen. Listeners hear of it as of a fold of no
   * entries.
   */
  async forget(): Promise<void> {
    const { sid } = this.#session;
    const fresh = newSession(sid);
    // Until nothing has come meanwhile: then the two stand at the same entry, in this very turn.
    do {
      const erased = new Set(this.#session.erased.keys());
      for await (const entry of this.#journal.read(sid, fresh.version)) {
        if (entry.version > this.#session.version) break;
        evolve(fresh, erased.has(entry.version) ? withoutBody(entry) : entry);
      }
      if (this.#gone !== null) return;
    } while (fresh.version < this.#session.version);
    this.#session = fresh;
    for (const listener of this.#listeners) listener([]);
  }

  close(): void {
    this.#follower.close();
  }

  #end(why: Gone): void {
    this.#gone = why;
    for (const { reject } of this.#waiting) reject(new SessionGone(this.#session.sid, why));
    this.#waiting = [];
    for (const listener of this.#onGone) listener(why);
  }

  #fold(entries: readonly Entry[]): void {
    for (const entry of entries) evolve(this.#session, entry);
    const { version } = this.#session;
    const ready = this.#waiting.filter((waiting) => waiting.version <= version);
    if (ready.length > 0) this.#waiting = this.#waiting.filter((waiting) => waiting.version > version);
    for (const { resolve } of ready) resolve();
    for (const listener of this.#listeners) listener(entries);
  }
}
