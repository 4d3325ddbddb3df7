import type { Entry } from '@cyfran/shared/session/entry.ts';
import type { Version } from '@cyfran/shared/words/units.ts';
import type { Follower, Gone } from './journal.ts';

/** What followers need of their session. */
export interface Followed {
  /** Version of the newest durable entry. */
  head(): Version;
  /** Durable entries after a version, some at a time. */
  readAfter(after: Version): AsyncIterable<readonly Entry[]>;
  /** A follower's callback threw. */
  onThrow(error: unknown): void;
  /** The journal cannot be read: nobody may go on from here. */
  onUnreadable(error: unknown): void;
}

/** `onClose`: however it ends; `onGone`: as the session is no more. */
export interface Ends {
  readonly onClose?: () => void;
  readonly onGone?: ((why: Gone) => void) | undefined;
}

/** Those who follow one session. Who is up to date hears each batch as it becomes durable; who is behind reads first. Rule J7. */
export class Followers {
  readonly #session: Followed;
  readonly #all = new Set<Following>();
  readonly #onGone = new WeakMap<Following, (why: Gone) => void>();

  constructor(session: Followed) {
    this.#session = session;
  }

  add(after: Version, onEntries: (entries: readonly Entry[]) => void, ends: Ends = {}): Follower {
    const following = new Following(this.#session, after, onEntries, () => {
      if (this.#all.delete(following)) ends.onClose?.();
    });
    if (ends.onGone !== undefined) this.#onGone.set(following, ends.onGone);
    this.#all.add(following);
    void following.catchUp();
    return following;
  }

  /** Hands on entries that have just become durable. Call in order, with the head moved already. */
  deliver(entries: readonly Entry[]): void {
    for (const following of [...this.#all]) following.hear(entries);
  }

  close(): void {
    for (const following of [...this.#all]) following.close();
  }

  /** The session is no more: they are closed, and told. */
  gone(why: Gone): void {
    for (const following of [...this.#all]) {
      following.close();
      this.#onGone.get(following)?.(why);
    }
  }
}

class Following implements Follower {
  readonly #session: Followed;
  readonly #onEntries: (entries: readonly Entry[]) => void;
  readonly #onClose: () => void;
  #heard: Version;
  #upToDate = false;
  #closed = false;

  constructor(session: Followed, after: Version, onEntries: (entries: readonly Entry[]) => void, onClose: () => void) {
    this.#session = session;
    this.#heard = after;
    this.#onEntries = onEntries;
    this.#onClose = onClose;
  }

  /** Reads up to the head, which may move meanwhile. Nothing can become durable between the last comparison and `#upToDate`. */
  async catchUp(): Promise<void> {
    try {
      while (!this.#closed && this.#heard < this.#session.head()) await this.#readOn();
      this.#upToDate = true;
    } catch (error) {
      // Who stopped listening does not care that the file went away meanwhile.
      if (this.#closed) return;
      this.close();
      this.#session.onUnreadable(error);
    }
  }

  hear(entries: readonly Entry[]): void {
    if (this.#upToDate) this.#tell(entries);
  }

  close(): void {
    this.#closed = true;
    this.#onClose();
  }

  async #readOn(): Promise<void> {
    for await (const entries of this.#session.readAfter(this.#heard)) {
      this.#tell(entries);
      if (this.#closed) return;
    }
  }

  #tell(entries: readonly Entry[]): void {
    const heard = this.#heard;
    const fresh =
      entries[0] !== undefined && entries[0].version > heard
        ? entries
        : entries.filter(({ version }) => version > heard);
    const last = fresh.at(-1);
    if (this.#closed || last === undefined) return;
    this.#heard = last.version;
    try {
      this.#onEntries(fresh);
    } catch (error) {
      // It may have folded half of an entry: going on would show people what never was.
      this.close();
      this.#session.onThrow(error);
    }
  }
}
