import { createContext } from 'svelte';

/** Time, as the announcer needs it: handed in, so that a test can hold it. */
export interface Timing {
  now(): number;
  after(ms: number, go: () => void): void;
}

interface Waiting {
  readonly topic: string;
  readonly text: string;
  readonly since: number;
}

const GAP_MS = 3_000;
const STALE_MS = 8_000;
const CLEAR_MS = 5_000;

const PAGE_TIME: Timing = { now: () => performance.now(), after: (ms, go) => void setTimeout(go, ms) };

/**
 * What the page says to screen readers, at a pace they can follow: one thing at a time, at least 3 s apart, the newest of each topic,
 * nothing older than 8 s. `alert` speaks at once. Source: UX.md, section 2, "Announcement policy".
 */
export class Announcer {
  readonly #time: Timing;
  #queue: readonly Waiting[] = [];
  #polite = $state('');
  #urgent = $state('');
  #saidAt = Number.NEGATIVE_INFINITY;
  #ticking = false;

  constructor(time: Timing = PAGE_TIME) {
    this.#time = time;
  }

  get polite(): string {
    return this.#polite;
  }

  get urgent(): string {
    return this.#urgent;
  }

  /** Says this when it is its turn. What waits under the same topic is replaced. */
  say(topic: string, text: string): void {
    const others = this.#queue.filter((waiting) => waiting.topic !== topic);
    this.#queue = [...others, { topic, text, since: this.#time.now() }];
    this.#next();
  }

  /** Interrupts. Only for what a person must act on. */
  alert(text: string): void {
    this.#urgent = text;
    this.#time.after(CLEAR_MS, () => {
      if (this.#urgent === text) this.#urgent = '';
    });
  }

  #next(): void {
    if (this.#ticking) return;
    const now = this.#time.now();
    this.#queue = this.#queue.filter(({ since }) => now - since <= STALE_MS);
    const [first] = this.#queue;
    if (first === undefined) return;
    const wait = this.#saidAt + GAP_MS - now;
    if (wait <= 0) this.#speak(first);
    if (this.#queue.length > 0) this.#again(Math.max(wait, wait <= 0 ? GAP_MS : 0));
  }

  #again(wait: number): void {
    this.#ticking = true;
    this.#time.after(wait, () => {
      this.#ticking = false;
      this.#next();
    });
  }

  #speak(waiting: Waiting): void {
    const { text } = waiting;
    this.#queue = this.#queue.filter((other) => other !== waiting);
    this.#saidAt = this.#time.now();
    this.#polite = text;
    this.#time.after(CLEAR_MS, () => {
      if (this.#polite === text) this.#polite = '';
    });
  }
}

/** The page's one announcer, set by the page that renders `Announcements`. */
export const [getAnnouncer, setAnnouncer] = createContext<Announcer>();
