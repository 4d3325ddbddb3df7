import type { ActivityId } from '@cyfran/shared/words/ids.ts';
import type { Phone } from '../../live/phone.svelte.ts';

const NAME = 'question';

/** Which question it is: `answered` is how often questions had been answered when it was raised. */
interface Kept {
  readonly activity: ActivityId;
  readonly answered: number;
}

/** A person's own "I have a question": open until they take it back, or the questions have been answered. It outlives the page. */
export class OwnQuestion {
  readonly #phone: Phone;
  readonly #activity: ActivityId;
  #raisedAt = $state<number | null>(null);
  #asking = $state(false);

  constructor(phone: Phone, activity: ActivityId) {
    this.#phone = phone;
    this.#activity = activity;
    const kept = phone.recall(NAME);
    if (isKept(kept) && kept.activity === activity) this.#raisedAt = kept.answered;
  }

  /** Whether the command is on its way. */
  get asking(): boolean {
    return this.#asking;
  }

  /** Whether it is open, now that questions have been answered so often. */
  isOpen(answered: number): boolean {
    return this.#raisedAt === answered;
  }

  /** Whether it was open and has been answered since. */
  wasAnswered(answered: number): boolean {
    return this.#raisedAt !== null && this.#raisedAt < answered;
  }

  /** Raises the question or takes it back. It shows as such when the server has said so. */
  async raise(raised: boolean, answered: number): Promise<void> {
    if (this.#asking) return;
    this.#asking = true;
    const ack = await this.#phone.live.send({ type: 'RaiseQuestion', activity: this.#activity, raised });
    this.#asking = false;
    // Already so: another phone of this seat did it.
    if (!ack.ok && ack.reason !== 'already-begun') return;
    this.#raisedAt = raised ? answered : null;
    const kept: Kept | null = raised ? { activity: this.#activity, answered } : null;
    this.#phone.remember(NAME, kept);
  }
}

function isKept(value: unknown): value is Kept {
  return typeof value === 'object' && value !== null && 'activity' in value && 'answered' in value;
}
