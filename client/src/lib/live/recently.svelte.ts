/** Whether something happened a moment ago: read reactively, it becomes false by itself. */
export class Recently {
  readonly #forMs: number;
  #is = $state(false);
  #ending: ReturnType<typeof setTimeout> | undefined;

  constructor(forMs: number) {
    this.#forMs = forMs;
  }

  get is(): boolean {
    return this.#is;
  }

  happened(): void {
    this.#is = true;
    clearTimeout(this.#ending);
    this.#ending = setTimeout(() => (this.#is = false), this.#forMs);
  }
}
