import type { Millis } from '@cyfran/shared/words/units.ts';
import type { Clock } from '../clock.ts';

const FRAME_INTERVAL_MS = 100;
// Server CPU per delivered frame, and the share of a core that frames may take: the interval widens before acks have to wait.
const FRAME_COST_MS = 0.02;
const FRAME_SHARE = 0.6;

/** What is paced. */
export interface Paced {
  readonly clock: Clock;
  /** To how many screens at most. */
  readonly screens: () => number;
  /** Tells them, `sinceMs` after the last time; returns whether some of it is still to be told. */
  readonly tell: (sinceMs: Millis) => Promise<boolean>;
}

/** When screens are told: the first change at once, then merged, at an interval that widens with their number. Rules L1, L2. */
export class Pace {
  readonly #paced: Paced;
  #state: 'idle' | 'waiting' | 'telling' = 'idle';
  #again = false;
  /** A ruling came while the screens were being told. */
  #ruled = false;
  #toldAt: Millis = 0;
  #cancel: () => void = () => undefined;

  constructor(paced: Paced) {
    this.#paced = paced;
  }

  /** Something to tell: at once when the last time is long enough ago or a ruling was made, else merged with what follows. */
  changed(atOnce = false): void {
    if (this.#state === 'telling') {
      this.#again = true;
      this.#ruled ||= atOnce;
      return;
    }
    if (this.#state === 'waiting') {
      if (!atOnce) return;
      this.#cancel();
    }
    this.#state = 'waiting';
    const { clock } = this.#paced;
    const wait = atOnce ? 0 : this.#toldAt + this.#intervalMs() - clock.now();
    this.#cancel = clock.after(wait, () => void this.#tell());
  }

  stop(): void {
    this.#cancel();
  }

  #intervalMs(): number {
    return Math.max(FRAME_INTERVAL_MS, (this.#paced.screens() * FRAME_COST_MS) / FRAME_SHARE);
  }

  async #tell(): Promise<void> {
    this.#state = 'telling';
    this.#again = false;
    const since = this.#paced.clock.now() - this.#toldAt;
    this.#toldAt += since;
    if (await this.#paced.tell(since)) this.#again = true;
    this.#state = 'idle';
    const ruled = this.#ruled;
    this.#ruled = false;
    if (this.#again) this.changed(ruled);
  }
}
