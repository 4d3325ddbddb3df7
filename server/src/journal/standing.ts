import type { Entry } from '@cyfran/shared/session/entry.ts';
import type { Key } from '@cyfran/shared/words/by.ts';
import type { Hash } from '@cyfran/shared/words/ids.ts';
import type { Version } from '@cyfran/shared/words/units.ts';
import type { Appended } from './journal.ts';
import { answerOf, type LastCommand, remember } from './outboxes.ts';
import { Overlay } from './overlay.ts';
import type { Prepared } from './prepared.ts';

/** What the next entry is judged by: the head of the chain, each outbox's last command, and where each key last moved. */
export interface Standing {
  version: Version;
  id: Hash;
  readonly outboxes: Map<string, LastCommand>;
  readonly moved: Map<Key, Version>;
}

/** Where a session stands after its genesis. */
export function standingAt(genesis: Hash): Standing {
  return { version: 0, id: genesis, outboxes: new Map(), moved: new Map() };
}

/** Counts a recorded entry in. `moves`: the keys that its events move. */
export function advance(standing: Standing, { version, id, cmd, by }: Entry, moves: readonly Key[]): void {
  standing.version = version;
  standing.id = id;
  remember(standing.outboxes, cmd, by, version);
  for (const key of moves) standing.moved.set(key, version);
}

/** A standing with entries that are not durable yet. Entries of one batch are judged by it; only a written batch is settled. */
export class Staged {
  version: Version;
  id: Hash;
  readonly #base: Standing;
  readonly #outboxes: Overlay<string, LastCommand>;
  readonly #moved: Overlay<Key, Version>;

  constructor(base: Standing) {
    this.#base = base;
    this.version = base.version;
    this.id = base.id;
    this.#outboxes = new Overlay(base.outboxes);
    this.#moved = new Overlay(base.moved);
  }

  /** The answer that is no entry, or `null` if the entry may be recorded now. Rules J3, J5. */
  refusalOf({ recorded, guards }: Prepared): Appended | null {
    const known = answerOf(this.#outboxes, recorded.cmd, recorded.by);
    if (known !== null) return known;
    const moved = guards.some(([key, version]) => (this.#moved.get(key) ?? 0) > version);
    return moved ? { moved: this.version } : null;
  }

  /** Counts an entry in as the next version. `id`: its link to the head so far. */
  take({ recorded, moves }: Prepared, id: Hash): Version {
    this.version += 1;
    this.id = id;
    remember(this.#outboxes, recorded.cmd, recorded.by, this.version);
    for (const key of moves) this.#moved.set(key, this.version);
    return this.version;
  }

  /** Makes everything taken part of the standing. Call only when it is durable. */
  settle(): void {
    this.#base.version = this.version;
    this.#base.id = this.id;
    this.#outboxes.settle();
    this.#moved.settle();
  }
}
