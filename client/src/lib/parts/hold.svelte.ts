/** How long a press must last before it counts. */
export const HOLD_MS = 2000;

/** What a hold tells while it goes on. */
export interface HoldEvents {
  readonly started: () => void;
  readonly held: () => void;
  readonly cancelled: () => void;
}

/** A press that counts only when it lasts: begun and let go by pointer or key, done once by itself. */
export class Hold {
  readonly #events: HoldEvents;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #pressed = $state(false);

  constructor(events: HoldEvents) {
    this.#events = events;
  }

  get pressed(): boolean {
    return this.#pressed;
  }

  /** Begins, unless it has begun: a key that repeats is one press. */
  press(): void {
    if (this.#pressed) return;
    this.#pressed = true;
    this.#timer = setTimeout(() => {
      this.#pressed = false;
      this.#events.held();
    }, HOLD_MS);
    this.#events.started();
  }

  /** Let go too soon: nothing happens. */
  release(): void {
    if (!this.#pressed) return;
    this.drop();
    this.#events.cancelled();
  }

  /** Stops without a word, for instance when the button goes away. */
  drop(): void {
    clearTimeout(this.#timer);
    this.#pressed = false;
  }
}
