import type { SetUp } from '@cyfran/shared/session/set-up.ts';
import workerUrl from './example-worker.ts?worker&url';
import { threadUrl } from '../thread.ts';
import type { SharesExample } from './shares-example.ts';

/** The example of equal shares as it stands: still being counted, could not be, or counted (`null` where there is no money or no cost yet). */
export type ExampleNow = 'counting' | 'failed' | SharesExample | null;

/** Counts examples beside the page. What is asked anew takes the place of what is still being counted. */
export class ExampleCounting {
  now = $state.raw<ExampleNow>('counting');
  #worker: Worker | null = null;

  /** `setUp`: a plain copy. */
  count(setUp: SetUp): void {
    this.stop();
    this.now = 'counting';
    this.#worker = new Worker(threadUrl(workerUrl), { type: 'module' });
    this.#worker.addEventListener('message', ({ data }: MessageEvent<SharesExample | null>) => {
      this.now = data;
      this.stop();
    });
    this.#worker.addEventListener('error', () => {
      this.now = 'failed';
      this.stop();
    });
    this.#worker.postMessage(setUp);
  }

  stop(): void {
    this.#worker?.terminate();
    this.#worker = null;
  }
}
