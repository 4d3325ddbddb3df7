import { mkdirSync } from 'node:fs';
import type { Secret } from '@cyfran/shared/words/ids.ts';
import { openAccessStore } from './access/sqlite-store.ts';
import { hostKey } from './access/host-key.ts';
import { localAddress } from './addresses.ts';
import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import { pagesHandler } from './http/pages.ts';
import { openDiskJournal } from './journal/disk-journal.ts';
import { realFiles } from './journal/files.ts';
import type { Log } from './log.ts';
import { Folded } from './meeting/folded.ts';
import { createServer } from './server.ts';

/** A running Cyfran. `url`: the address for phones; `hostKey` opens meetings. */
export interface Running {
  readonly port: number;
  readonly url: string;
  readonly hostKey: Secret;
  close(): Promise<void>;
}

/**
 * Starts one node on the embedded disk journal: locks the data folder, verifies every journal, listens. `onFatal`: durability is gone,
 * the process must end. Throws `FolderInUse`, `CorruptJournal`, or the system's error when the port is taken.
 */
export async function start(
  config: Config,
  clock: Clock,
  log: Log,
  onFatal: (error: unknown) => void,
): Promise<Running> {
  const folder = config.CYFRAN_DATA;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const access = openAccessStore(folder);
  try {
    const folded = new Folded();
    const onRead: Folded['fold'] = (sid, entries) => {
      folded.fold(sid, entries);
    };
    const journal = await openDiskJournal({ folder, files: realFiles, onFatal, onRead, log });
    const key = hostKey(folder);
    const pages = await pagesHandler(config.CYFRAN_PAGES);
    let port = config.PORT;
    const publicUrl = () => config.CYFRAN_URL ?? `http://${localAddress()}:${String(port)}`;
    const proxyHops = config.CYFRAN_PROXY_HOPS;
    const server = createServer({ journal, clock, log, access, folded, pages, hostKey: key, publicUrl, proxyHops });
    port = await server.listen(config.PORT, config.CYFRAN_HOST);
    const close = async () => {
      await server.close();
      await journal.close();
      access.close();
    };
    return { port, url: publicUrl(), hostKey: key, close };
  } catch (error) {
    access.close();
    throw error;
  }
}
