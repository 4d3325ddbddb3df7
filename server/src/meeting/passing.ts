import { SessionGone, StorageFull, Unsure } from '../journal/journal.ts';

/** What went wrong but passes, as it is told to whoever asked: they keep what they have and try again. `null` for a fault of our own. */
export function passing(error: unknown): 'storage-full' | 'busy' | null {
  if (error instanceof StorageFull) return 'storage-full';
  // Redis does not answer, or this node is older than what it would have to read.
  return error instanceof Unsure || error instanceof SessionGone ? 'busy' : null;
}
