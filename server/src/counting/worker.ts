import { parentPort } from 'node:worker_threads';
import { countShares, type SharesCount, type SharesTask } from '@cyfran/shared/activities/allocation/shares.ts';

/** One task for the worker, and its answer. */
export interface Asked {
  readonly id: number;
  readonly task: SharesTask;
}
export interface Answered {
  readonly id: number;
  readonly count: SharesCount;
}

parentPort?.on('message', ({ id, task }: Asked) => {
  parentPort?.postMessage({ id, count: countShares(task) } satisfies Answered);
});
