import { systemClock, type Clock } from '@cyfran/server/clock.ts';
import type { Millis } from '@cyfran/shared/words/units.ts';

/** Waits of this length pass by themselves: the pace of frames, and the pause before something is tried again. */
const BY_ITSELF_MS = 1000;

/** Time stands still until a test moves it: last calls, the grace after a start, the patience with a slow answer. */
export class HandClock implements Clock {
  #now: Millis = Date.UTC(2026, 10, 3, 19, 0, 0);
  readonly #waiting = new Set<{ readonly due: Millis; readonly then: () => void }>();
  readonly #byItselfMs: number;

  /** With `byItselfMs` 0 only what is due at once happens by itself. */
  constructor(byItselfMs = BY_ITSELF_MS) {
    this.#byItselfMs = byItselfMs;
  }

  now(): Millis {
    return this.#now;
  }

  after(delayMs: number, then: () => void): () => void {
    if (delayMs <= this.#byItselfMs) return systemClock.after(delayMs, then);
    const timer = { due: this.#now + delayMs, then };
    this.#waiting.add(timer);
    return () => {
      this.#waiting.delete(timer);
    };
  }

  /** Lets time pass: whatever is due happens in its order, at its time. */
  advance(ms: number): void {
    const until = this.#now + ms;
    for (;;) {
      const [next] = [...this.#waiting].filter(({ due }) => due <= until).sort((a, b) => a.due - b.due);
      if (next === undefined) break;
      this.#waiting.delete(next);
      this.#now = next.due;
      next.then();
    }
    this.#now = until;
  }
  /** As for a computer that slept so long: what became due meanwhile happens once, now. */
  wakeAfter(ms: number): void {
    this.#now += ms;
    const due = [...this.#waiting].filter((timer) => timer.due <= this.#now).sort((a, b) => a.due - b.due);
    for (const timer of due) {
      // One may have cancelled another.
      if (this.#waiting.delete(timer)) timer.then();
    }
  }
}
