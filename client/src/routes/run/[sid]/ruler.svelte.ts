import type { Unseen } from '#lib/activities/step.ts';
import type { Request } from '@cyfran/shared/session/commands.ts';
import type { Ack } from '@cyfran/shared/protocol.ts';
import type { View } from '@cyfran/shared/session/view.ts';

/** Where rulings go. */
export interface Channel {
  readonly sections: View;
  send(command: Request): Promise<Ack>;
}

/** The ruling that refused this one may reach the screen just after the refusal: that must not take the sentence away. */
const SAME_MOMENT_MS = 5000;

type Refused = Extract<Ack, { ok: false }>;

/** Sends a facilitator's rulings, one at a time, each with the ruling that stood on the screen when it was pressed. */
export class Ruler {
  readonly #channel: Channel;
  #sending = $state(false);
  #refused = $state.raw<Refused | null>(null);
  #refusedAt = 0;

  constructor(channel: Channel) {
    this.#channel = channel;
  }

  /** Whether an answer is awaited: no other ruling is taken until it comes. */
  get sending(): boolean {
    return this.#sending;
  }

  /** Why the last ruling was not made; `null` when it was, or once the meeting has moved on since. */
  get refused(): Refused | null {
    return this.#refused;
  }

  /** Makes a ruling. A second press while one is on its way does nothing. */
  async rule(command: Unseen): Promise<void> {
    const seen = this.#channel.sections.now?.ruling;
    if (this.#sending || seen === undefined) return;
    this.#sending = true;
    this.#refused = null;
    const ack = await this.#channel.send({ ...command, seen });
    this.#sending = false;
    if (ack.ok) return;
    this.#refused = ack;
    this.#refusedAt = performance.now();
  }

  /** The meeting has moved on: what was refused before is past. */
  movedOn(): void {
    if (performance.now() - this.#refusedAt > SAME_MOMENT_MS) this.#refused = null;
  }
}
