const CLEARED_AFTER_MS = 60_000;
const WARNED_BEFORE_MS = 20_000;
const TICK_MS = 1_000;

export interface UntouchedParts {
  /** Whether the tablet may be cleared now: not while choices are on their way. */
  readonly mayClear: () => boolean;
  readonly clear: () => void;
  readonly now?: () => number;
}

/**
 * A tablet that nobody has touched for a minute is cleared for the next person, after a warning of 20 seconds in which they can ask for
 * more time as often as they like. While it warns, only that counts as a touch: the finger may be the next person's. WCAG 2.2.1.
 */
export class Untouched {
  readonly #parts: UntouchedParts;
  #touchedAt = 0;
  #left = $state<number | null>(null);
  #ticking: ReturnType<typeof setInterval> | undefined;

  constructor(parts: UntouchedParts) {
    this.#parts = parts;
  }

  /** Whole seconds until it is cleared, while it warns; `null` before. */
  get secondsLeft(): number | null {
    return this.#left;
  }

  /** Begins to watch. Returns how to stop. */
  watch(): () => void {
    this.needMoreTime();
    this.#ticking = setInterval(() => this.#tick(), TICK_MS);
    return () => {
      clearInterval(this.#ticking);
      this.#left = null;
    };
  }

  /** Somebody has touched the screen or pressed a key. */
  touched(): void {
    if (this.#left === null) this.#touchedAt = this.#now();
  }

  /** Somebody has said that they are still there. */
  needMoreTime(): void {
    this.#left = null;
    this.#touchedAt = this.#now();
  }

  #tick(): void {
    if (!this.#parts.mayClear()) {
      this.needMoreTime();
      return;
    }
    const leftMs = this.#touchedAt + CLEARED_AFTER_MS - this.#now();
    if (leftMs > WARNED_BEFORE_MS) return;
    this.#left = Math.max(0, Math.ceil(leftMs / 1_000));
    if (leftMs <= 0) this.#parts.clear();
  }

  #now(): number {
    return this.#parts.now === undefined ? performance.now() : this.#parts.now();
  }
}
