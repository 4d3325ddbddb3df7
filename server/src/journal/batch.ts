import type { Entry } from '@cyfran/shared/session/entry.ts';
import { entryId } from './chain.ts';
import type { Appended } from './journal.ts';
import { formatLine, MAX_BATCH_BYTES } from './line.ts';
import type { Prepared } from './prepared.ts';
import { Staged, type Standing } from './standing.ts';

/** One call of `append` that waits for its answer. */
export interface Work {
  readonly entries: readonly Prepared[];
  readonly resolve: (results: readonly Appended[]) => void;
  readonly reject: (error: unknown) => void;
}

/** Calls that are judged together, written together, and answered together once they are durable. Rules J1, J2, J3. */
export class Batch {
  bytes = 0;
  readonly #standing: Standing;
  readonly #staged: Staged;
  readonly #lines: string[] = [];
  readonly #entries: Entry[] = [];
  readonly #answers: (readonly [Work, readonly Appended[]])[] = [];

  constructor(standing: Standing) {
    this.#standing = standing;
    this.#staged = new Staged(standing);
  }

  /** Judges calls from the front of a queue, as many as fit in one write; returns how many. A call is never split: it stands or falls whole. */
  takeFrom(queue: readonly Work[]): number {
    let asked = 0;
    for (const work of queue) {
      asked += work.entries.reduce((sum, { bytes }) => sum + bytes, 0);
      if (asked > MAX_BATCH_BYTES && this.#answers.length > 0) break;
      this.#answers.push([work, work.entries.map((entry) => this.#judge(entry))]);
    }
    return this.#answers.length;
  }

  encoded(): Buffer {
    return Buffer.from(this.#lines.join(''));
  }

  /** Makes the batch part of the standing, once it is durable; returns its entries. */
  settle(): readonly Entry[] {
    this.#staged.settle();
    return Object.freeze(this.#entries);
  }

  answer(): void {
    for (const [{ resolve }, results] of this.#answers) resolve(results);
  }

  /**
   * Refuses the batch, of which nothing was recorded. A call that asks for nothing new still hears its answer: a phone that sends a
   * recorded ballot again must not be told that it was lost. Rule J11.
   */
  refuse(error: unknown): void {
    for (const [work] of this.#answers) {
      const staged = new Staged(this.#standing);
      const results = work.entries.map((entry) => staged.refusalOf(entry)).filter((result) => result !== null);
      if (results.length === work.entries.length) work.resolve(results);
      else work.reject(error);
    }
  }

  #judge(entry: Prepared): Appended {
    const refusal = this.#staged.refusalOf(entry);
    if (refusal !== null) return refusal;
    const id = entryId(this.#staged.version + 1, this.#staged.id, entry.stored.header);
    const version = this.#staged.take(entry, id);
    this.#lines.push(formatLine(id, entry.stored));
    this.#entries.push(Object.freeze({ version, id, ...entry.recorded }));
    this.bytes += entry.bytes;
    return { version };
  }
}
