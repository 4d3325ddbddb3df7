import type { CastBallot } from '@cyfran/shared/activities/allocation/commands.ts';
import type { Ack, CommandMessage } from '@cyfran/shared/protocol.ts';
import type { RefusalReason } from '@cyfran/shared/words/refusal.ts';
import type { RoundId } from '@cyfran/shared/words/ids.ts';
import type { Keep } from './keep.ts';
import { newOutboxId } from './random.ts';

/** The one unanswered ballot, under the id that it keeps until it is answered, and what the person sent after it. */
interface Slot {
  readonly id: string;
  readonly command: CastBallot;
  readonly next: CastBallot | null;
}

export interface OutboxParts {
  readonly keep: Keep;
  readonly key: string;
  /** Delivers under the id it is given, as long as it takes, and resolves with the server's answer. */
  readonly deliver: (message: CommandMessage) => Promise<Ack>;
  /** The answer to a ballot. It leaves the outbox only after this returns, so that nothing is forgotten between the two. */
  readonly answered: (command: CastBallot, ack: Ack) => void;
  /** The newest ballot that is on its way, `null` for none. */
  readonly changed: (waiting: CastBallot | null) => void;
  readonly retryAfterMs?: number;
}

/** A fault of the server, not an answer about the ballot: it stays, and is asked again. */
const FAULTS: readonly RefusalReason[] = ['busy', 'too-fast', 'internal', 'storage-full'];
const RETRY_AFTER_MS = 5_000;

/**
 * Holds the ballot that is on its way until the server has answered, over lost connections and reloads of the page: sent again under its
 * own id, it is recorded once. One at a time; a newer one waits behind it and replaces any that waited before. Rules J5, L7.
 */
export class BallotOutbox {
  readonly #parts: OutboxParts;
  /** One sender id a round and page load: a public id must not link a person's ballots between rounds. */
  readonly #senders = new Map<RoundId, { readonly id: string; sent: number }>();
  #slot: Slot | null = null;

  constructor(parts: OutboxParts) {
    this.#parts = parts;
  }

  /** The newest ballot that is on its way. */
  get waiting(): CastBallot | null {
    return this.#slot === null ? null : (this.#slot.next ?? this.#slot.command);
  }

  /** Takes up what an earlier load of the page left, under its old id. To be called before anything else is put. */
  resume(): void {
    const left = this.#parts.keep.read(this.#parts.key);
    if (!isSlot(left)) return;
    this.#store(left);
    void this.#work();
  }

  put(command: CastBallot): void {
    if (this.#slot !== null) {
      this.#store({ ...this.#slot, next: command });
      return;
    }
    this.#store({ id: this.#nextId(command.round), command, next: null });
    void this.#work();
  }

  async #work(): Promise<void> {
    while (this.#slot !== null) {
      const { id, command } = this.#slot;
      const ack = await this.#parts.deliver({ id, command });
      if (!ack.ok && FAULTS.includes(ack.reason)) {
        const delay = ack.retryAfterMs ?? this.#parts.retryAfterMs ?? RETRY_AFTER_MS;
        await new Promise((resolve) => setTimeout(resolve, delay));
        continue;
      }
      this.#parts.answered(command, ack);
      const { next } = this.#slot;
      this.#store(next === null ? null : { id: this.#nextId(next.round), command: next, next: null });
    }
  }

  #store(slot: Slot | null): void {
    const { keep, key, changed } = this.#parts;
    const before = this.#slot;
    this.#slot = slot;
    if (slot !== null) keep.write(key, slot);
    else if (holds(keep.read(key), before)) keep.remove(key);
    changed(this.waiting);
  }

  #nextId(round: RoundId): string {
    const sender = this.#senders.get(round) ?? { id: newOutboxId(), sent: 0 };
    this.#senders.set(round, sender);
    sender.sent += 1;
    return `${sender.id}.${String(sender.sent)}`;
  }
}

/** Another tab of the same phone may have put its own ballot there since: that one is not ours to forget. */
function holds(kept: unknown, slot: Slot | null): boolean {
  return isSlot(kept) && kept.id === slot?.id;
}

function isSlot(value: unknown): value is Slot {
  return typeof value === 'object' && value !== null && 'id' in value && 'command' in value && 'next' in value;
}
