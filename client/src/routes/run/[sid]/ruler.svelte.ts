import type { Unruled, Unseen } from '#lib/activities/step.ts';
import type { Request } from '@cyfran/shared/session/commands.ts';
import type { Ack } from '@cyfran/shared/protocol.ts';
import type { View } from '@cyfran/shared/session/view.ts';
import type { Version } from '@cyfran/shared/words/units.ts';
import { stillStands, undoOf, type Undo } from './undo-offer.ts';

/** Where rulings go. */
export interface Channel {
  readonly sections: View;
  send(command: Request): Promise<Ack>;
}

/** For how long what was done can be taken back by the bar. */
const UNDO_MS = 10_000;

/** The ruling that refused this one may reach the screen just after the refusal: that must not take the sentence away. */
const SAME_MOMENT_MS = 5000;

type Refused = Extract<Ack, { ok: false }>;

/** Something that can be taken back, until then (`performance.now()`). */
export interface Offer extends Undo {
  readonly version: Version;
  readonly until: number;
}

/** Sends a facilitator's rulings, one at a time, each with the ruling that stood on the screen when it was pressed. */
export class Ruler {
  readonly #channel: Channel;
  #sending = $state(false);
  #refused = $state.raw<Refused | null>(null);
  #refusedAt = 0;
  #offer = $state.raw<Offer | null>(null);

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

  /** What was done a moment ago on this screen and can be taken back, while nobody has ruled since. */
  get offer(): Offer | null {
    const offer = this.#offer;
    return offer !== null && stillStands(offer, offer.version, this.#channel.sections) ? offer : null;
  }

  /** Makes a ruling. A second press while one is on its way does nothing. Whether it was made. */
  async rule(command: Unseen): Promise<boolean> {
    const undo = undoOf(command, this.#channel.sections);
    const ack = await this.#rule(command);
    if (ack?.ok !== true) return false;
    if (undo !== null && ack.version !== null) this.#propose({ ...undo, version: ack.version });
    return true;
  }

  /** Takes back what is on offer. */
  async undo(): Promise<void> {
    const { offer } = this;
    if (offer !== null) await this.#rule(offer.command);
  }

  /** Sends what rules nothing: it needs no ruling on the screen, and waits for no other. Whether it was taken. */
  async send(command: Unruled): Promise<boolean> {
    this.#refused = null;
    const ack = await this.#channel.send(command);
    if (!ack.ok) this.#refuse(ack);
    return ack.ok;
  }

  /** The meeting has moved on: what was refused before is past. */
  movedOn(): void {
    if (performance.now() - this.#refusedAt > SAME_MOMENT_MS) this.#refused = null;
  }

  /** The page goes. */
  close(): void {
    this.#offer = null;
  }

  async #rule(command: Unseen): Promise<Ack | null> {
    const seen = this.#channel.sections.now?.ruling;
    if (this.#sending || seen === undefined) return null;
    this.#sending = true;
    this.#refused = null;
    this.#offer = null;
    const ack = await this.#channel.send({ ...command, seen });
    this.#sending = false;
    if (!ack.ok) this.#refuse(ack);
    return ack;
  }

  #refuse(ack: Refused): void {
    this.#refused = ack;
    this.#refusedAt = performance.now();
  }

  #propose(undo: Undo & { readonly version: Version }): void {
    const offer = { ...undo, until: performance.now() + UNDO_MS };
    this.#offer = offer;
    setTimeout(() => {
      if (this.#offer === offer) this.#offer = null;
    }, UNDO_MS);
  }
}
