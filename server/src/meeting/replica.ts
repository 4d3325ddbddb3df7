import type { Entry } from '@cyfran/shared/session/entry.ts';
import { evolve } from '@cyfran/shared/session/evolve.ts';
import type { ReadonlySession, Session } from '@cyfran/shared/session/session.ts';
import type { Version } from '@cyfran/shared/words/units.ts';
import type { Follower, Journal } from '../journal/journal.ts';

/** One session, folded from its journal and kept up to date. With `Folded`, which begins what this goes on with, the only caller of `evolve` in the product. */
export class Replica {
  readonly #session: Session;
  readonly #follower: Follower;
  readonly #listeners = new Set<(entries: readonly Entry[]) => void>();
  #waiting: { readonly version: Version; readonly resolve: () => void }[] = [];

  constructor(session: Session, journal: Journal) {
    this.#session = session;
    this.#follower = journal.follow(session.sid, session.version, (entries) => {
      this.#fold(entries);
    });
  }

  get session(): ReadonlySession {
    return this.#session;
  }

  /** Resolves once the session has been folded up to `version`. */
  until(version: Version): Promise<void> {
    if (this.#session.version >= version) return Promise.resolve();
    return new Promise((resolve) => this.#waiting.push({ version, resolve }));
  }

  /** Calls `listener` after each fold, with the entries folded. */
  onFolded(listener: (entries: readonly Entry[]) => void): void {
    this.#listeners.add(listener);
  }

  close(): void {
    this.#follower.close();
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
