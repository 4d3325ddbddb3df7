import type { Robot } from '../robots/robot.ts';

/** What a rehearsal was like. Times in milliseconds. */
export interface Figures {
  readonly ballotsPerSecond: number;
  readonly ackP50: number;
  readonly ackP99: number;
  /** From sending a ballot until the last phone was shown a tally with it. */
  readonly everyoneP50: number;
  readonly everyoneP99: number;
  readonly framesPerPhone: number;
  readonly bytesPerPhone: number;
}

/** Follows ballots from the phone that sends them to the last one that is shown them. */
export class Measures {
  readonly #sent = new Map<number, number>();
  readonly #acks: number[] = [];
  /** By version: on how many phones it has been seen, and when on the last. */
  readonly #seenBy: number[] = [];
  readonly #everyoneAt: number[] = [];
  readonly #robots: readonly Robot[];
  #began = Infinity;
  #ended = 0;

  constructor(robots: readonly Robot[]) {
    this.#robots = robots;
    for (const robot of robots) this.#follow(robot);
  }

  /** A ballot that was sent at `at` (`performance.now`) is answered now. */
  answered(at: number, version: number | null): void {
    const now = performance.now();
    this.#began = Math.min(this.#began, at);
    this.#ended = Math.max(this.#ended, now);
    this.#acks.push(now - at);
    if (version !== null) this.#sent.set(version, at);
  }

  get figures(): Figures {
    const everyone = [...this.#sent].map(([version, at]) => (this.#everyoneAt[version] ?? Infinity) - at);
    const frames = this.#robots.reduce((sum, { frames: one }) => sum + one, 0);
    const bytes = this.#robots.reduce((sum, { bytes: one }) => sum + one, 0);
    return {
      ballotsPerSecond: this.#acks.length / ((this.#ended - this.#began) / 1000),
      ackP50: percentile(this.#acks, 0.5),
      ackP99: percentile(this.#acks, 0.99),
      everyoneP50: percentile(everyone, 0.5),
      everyoneP99: percentile(everyone, 0.99),
      framesPerPhone: frames / this.#robots.length,
      bytesPerPhone: bytes / this.#robots.length,
    };
  }

  #follow(robot: Robot): void {
    let before = 0;
    robot.socket.on('frame', ({ sections }) => {
      const version = sections.tally?.version ?? 0;
      const now = performance.now();
      for (let passed = before + 1; passed <= version; passed += 1) {
        const seenBy = (this.#seenBy[passed] ?? 0) + 1;
        this.#seenBy[passed] = seenBy;
        if (seenBy === this.#robots.length) this.#everyoneAt[passed] = now;
      }
      before = Math.max(before, version);
    });
  }
}

/** The value that `share` (0 to 1) of them do not exceed. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}
