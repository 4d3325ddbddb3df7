import { mkdirSync } from 'node:fs';
import { hostKey } from '../access/host-key.ts';
import { memoryLimiter } from '../access/limiter.ts';
import { openAccessStore } from '../access/sqlite-store.ts';
import { openDiskJournal } from '../journal/disk-journal.ts';
import { realFiles } from '../journal/files.ts';
import { Folded } from '../meeting/folded.ts';
import { alone } from '../nodes/neighbours.ts';
import type { Storage, Watch } from './storage.ts';

/** Opens a data folder, which it locks for this node alone. Throws `FolderInUse`, `CorruptJournal`. */
export async function openDiskStorage(folder: string, watch: Watch): Promise<Storage> {
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
