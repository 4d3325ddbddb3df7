import type { Journal } from '@cyfran/server/journal/journal.ts';

/** Where a journal keeps its sessions between two openings. `remove` deletes all of it. */
export interface Storage {
  open(): Promise<Journal>;
  remove(): Promise<void>;
}

/** The journal of the test that runs now. */
export type Current = () => Journal;

/** Closes that journal and opens it again on the same storage. */
export type Reopen = () => Promise<void>;
