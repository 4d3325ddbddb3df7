import { Worker } from 'node:worker_threads';
import type { PackParts } from './pack.ts';

/** Makes packs in a thread beside the one that serves people, one after the other: a large one takes seconds. */
export class Packing {
  #last: Promise<unknown> = Promise.resolve();

  /** The pack as one file. Rejects where the thread broke. */
  pack(parts: PackParts): Promise<Uint8Array> {
    const packed = this.#last.then(() => packedBeside(parts));
    this.#last = packed.catch(() => null);
    return packed;
  }
}

function packedBeside(parts: PackParts): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: parts });
    // A server that is to end does not wait for it.
    worker.unref();
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => {
      reject(new Error('the thread that makes packs has ended'));
    });
  });
}
