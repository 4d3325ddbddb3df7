import { mkdirSync } from 'node:fs';
import type { Secret } from '@cyfran/shared/words/ids.ts';
import type { AccessStore } from './access/access-store.ts';
import { hostKey } from './access/host-key.ts';
import { memoryLimiter, type Limiter } from './access/limiter.ts';
import { openAccessStore } from './access/sqlite-store.ts';
import type { Config } from './config.ts';
import { openDiskJournal } from './journal/disk-journal.ts';
import { realFiles } from './journal/files.ts';
import type { Journal } from './journal/journal.ts';
import type { Log } from './log.ts';
import type { Measures } from './measures.ts';
import { Folded } from './meeting/folded.ts';
import { alone, type Neighbours } from './nodes/neighbours.ts';

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

/** Opens what the settings name: a Redis that several nodes share, else a data folder of this node alone. */
export async function openStorage(config: Config, watch: Watch): Promise<Storage> {
  const { CYFRAN_REDIS_URL: url } = config;
  if (url === undefined) return openDiskStorage(config.CYFRAN_DATA, watch);
  // Whoever has no Redis does not wait for its client, which is half of the start.
  const { openRedisStorage } = await import('./redis-storage.ts');
  return openRedisStorage(url, config, watch);
}

async function openDiskStorage(folder: string, watch: Watch): Promise<Storage> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const access = openAccessStore(folder);
  try {
    const folded = new Folded();
    const onRead: Folded['fold'] = (sid, entries) => {
      folded.fold(sid, entries);
    };
    const journal = await openDiskJournal({ folder, files: realFiles, onRead, ...watch });
    const close = async () => {
      await journal.close();
      access.close();
    };
    return {
      ...{ journal, access, folded, hostKey: hostKey(folder), close },
      ...{ limiter: memoryLimiter(), neighbours: alone },
    };
  } catch (error) {
    access.close();
    throw error;
  }
}
