import { Worker } from 'node:worker_threads';
import type { SharesCount, SharesTask } from '@cyfran/shared/activities/allocation/shares.ts';
import type { Answered, Asked } from './worker.ts';

interface Waiting {
  readonly resolve: (count: SharesCount) => void;
  readonly reject: (error: unknown) => void;
}

/** The server ends before the count: it is owed again when it comes back. */
export class CountingStopped extends Error {
  override readonly name = 'CountingStopped';
}

/** Counts in a thread beside the one that serves people; it is started with the first count. */
export class Counting {
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | null = null;
  #asked = 0;
  #stopped = false;

  /** Rejects with `CountingStopped` at the end, and where the thread broke; the next count begins with a new one. */
  count(task: SharesTask): Promise<SharesCount> {
    if (this.#stopped) return Promise.reject(new CountingStopped());
    const worker = this.#worker ?? this.#begin();
    const id = this.#asked;
    this.#asked += 1;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      worker.postMessage({ id, task } satisfies Asked);
    });
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#worker?.terminate();
  }

  #begin(): Worker {
    const worker = new Worker(new URL('./worker.ts', import.meta.url));
    // A server that is to end does not wait for it.
    worker.unref();
    worker.on('message', ({ id, count }: Answered) => {
      this.#waiting.get(id)?.resolve(count);
      this.#waiting.delete(id);
    });
    let broke: unknown = null;
    worker.on('error', (error: unknown) => {
      broke = error;
    });
    // What was asked of a broken thread is answered here, and only then does another begin.
    worker.on('exit', () => {
      this.#end(this.#stopped ? new CountingStopped() : (broke ?? new Error('the thread that counts has ended')));
    });
    this.#worker = worker;
    return worker;
  }

  #end(error: unknown): void {
    this.#worker = null;
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}
