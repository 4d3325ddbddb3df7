/** A map laid over another: reads fall through, writes stay above until they are settled. Dropping it undoes them. */
export class Overlay<K, V> {
  readonly #base: Map<K, V>;
  readonly #written = new Map<K, V>();

  constructor(base: Map<K, V>) {
    this.#base = base;
  }

  get(key: K): V | undefined {
    return this.#written.get(key) ?? this.#base.get(key);
  }

  set(key: K, value: V): void {
    this.#written.set(key, value);
  }

  /** Writes everything through. Cost: O(keys written). */
  settle(): void {
    for (const [key, value] of this.#written) this.#base.set(key, value);
  }
}
