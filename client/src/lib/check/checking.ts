import type { CheckAnswer, CheckTask } from './check-task.ts';
import workerUrl from './check-worker.ts?worker&url';
import { threadUrl } from '../thread.ts';

/** Checks in a thread of its own. Rejects where the browser cannot. */
export function check(task: CheckTask): Promise<CheckAnswer> {
  const worker = new Worker(threadUrl(workerUrl), { type: 'module' });
  return new Promise<CheckAnswer>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<CheckAnswer>) => {
      resolve(data);
    });
    worker.addEventListener('error', () => {
      reject(new Error('it could not be checked here'));
    });
    worker.postMessage(task);
  }).finally(() => {
    worker.terminate();
  });
}
