import { realFiles, type Files } from '@cyfran/server/journal/files.ts';
import { onTestFinished } from 'vitest';
import { troubledFiles } from './journal-files.ts';

/** The real disk, which stops answering when told to: what is written then is neither durable nor refused. */
export class SlowDisk {
  readonly files: Files;
  #held: PromiseWithResolvers<undefined> | null = null;
  #asked = Promise.withResolvers<undefined>();

  constructor() {
    this.files = troubledFiles(realFiles, (step) => {
      if (step !== 'datasync' || this.#held === null) return undefined;
      this.#asked.resolve(undefined);
      return this.#held.promise;
    });
  }

  /** From now on nothing becomes durable. Resolves when something waits for it. */
  hold(): { readonly asked: Promise<undefined> } {
    onTestFinished(() => {
      this.release();
    });
    this.#held = Promise.withResolvers<undefined>();
    this.#asked = Promise.withResolvers<undefined>();
    return { asked: this.#asked.promise };
  }

  release(): void {
    this.#held?.resolve(undefined);
    this.#held = null;
  }
}
