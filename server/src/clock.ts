import type { Millis } from '@cyfran/shared/words/units.ts';

/** Time, handed in: tests move it by hand. `after` returns how to cancel. */
export interface Clock {
  now(): Millis;
  after(delayMs: number, then: () => void): () => void;
}

// setTimeout counts in 32 bits: a longer delay would fire at once.
const LONGEST_DELAY_MS = 2 ** 31 - 1;

export const systemClock: Clock = {
  now: () => Date.now(),
  after(delayMs, then) {
    const timer = setTimeout(then, Math.min(Math.max(delayMs, 0), LONGEST_DELAY_MS));
    return () => {
      clearTimeout(timer);
    };
  },
};
