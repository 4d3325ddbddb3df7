/** A moment of the meeting as one screen shows it. Two moments at the same `place` are the same page to a person. */
export interface Moment {
  readonly place: string;
}

/**
 * Follows the meeting without taking the page from a reader: what is shown moves on by itself only where nobody is reading or choosing;
 * elsewhere it stays as it was, and says that the meeting has moved on.
 */
export class Following<M extends Moment> {
  readonly #holding: () => boolean;
  readonly #latest: M;
  #shown: M;

  /** `holding`: whether the page that is shown now must not change by itself. Both are read reactively. */
  constructor(latest: () => M, holding: () => boolean) {
    this.#holding = holding;
    this.#latest = $derived(latest());
    this.#shown = $state.raw(this.#latest);
  }

  get shown(): M {
    return this.#shown;
  }

  /** Whether the meeting is somewhere else than the page. */
  get behind(): boolean {
    return this.#latest.place !== this.#shown.place;
  }

  /** Lets the page move if it may. To be run in an effect. */
  attend(): void {
    const latest = this.#latest;
    if (latest === this.#shown) return;
    if (latest.place === this.#shown.place || !this.#holding()) this.#shown = latest;
  }

  /** The person is ready to go on. */
  follow(): void {
    this.#shown = this.#latest;
  }
}
