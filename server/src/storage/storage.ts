import type { Secret } from '@cyfran/shared/words/ids.ts';
import type { AccessStore } from '../access/access-store.ts';
import type { Limiter } from '../access/limiter.ts';
import type { Journal } from '../journal/journal.ts';
import type { Log } from '../log.ts';
import type { Measures } from '../measures.ts';
import type { Folded } from '../meeting/folded.ts';
import type { Neighbours } from '../nodes/neighbours.ts';

/** Where a node keeps what must last, and what it shares with others. `folded`: what was read of the journal at its opening. */
export interface Storage {
  readonly journal: Journal;
  readonly access: AccessStore;
  readonly hostKey: Secret;
  readonly folded: Folded;
  readonly limiter: Limiter;
  readonly neighbours: Neighbours;
  close(): Promise<void>;
}

/** Who is told what goes on. `onFatal`: durability is gone. */
export interface Watch {
  readonly log: Log;
  readonly onFatal: (error: unknown) => void;
  readonly measures: Measures;
}
