import type { SetUp } from '@cyfran/shared/session/set-up.ts';
import workerUrl from './example-worker.ts?worker&url';
import type { SharesExample } from './shares-example.ts';

/** The example of equal shares as it stands: still being counted, could not be, or counted (`null` where there is no money or no cost yet). */
export type ExampleNow = 'counting' | 'failed' | SharesExample | null;

/** Pages may begin a thread from this address alone. Without trusted types the browser asks for no such word. */
const trusted = (
  globalThis as {
    trustedTypes?: { createPolicy(name: string, rules: { createScriptURL(url: string): string }): Policy };
  }
).trustedTypes?.createPolicy('cyfran-worker', { createScriptURL: () => workerUrl });

interface Policy {
  createScriptURL(url: string): string;
}

/** Counts examples beside the page. What is asked anew takes the place of what is still being counted. */
export class ExampleCounting {
  now = $state.raw<ExampleNow>('counting');
  #worker: Worker | null = null;

  /** `setUp`: a plain copy. */
  count(setUp: SetUp): void {
    this.stop();
    this.now = 'counting';
    this.#worker = new Worker(trusted?.createScriptURL(workerUrl) ?? workerUrl, { type: 'module' });
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
