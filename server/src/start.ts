import type { Secret } from '@cyfran/shared/words/ids.ts';
import { localAddress } from './addresses.ts';
import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import { pagesHandler } from './http/pages.ts';
import type { Log } from './log.ts';
import { Measures } from './measures.ts';
import { createServer } from './server.ts';
import { openStorage } from './storage/open-storage.ts';

/** A running Cyfran. `url`: the address for phones; `hostKey` opens meetings. */
export interface Running {
  readonly port: number;
  readonly url: string;
  readonly hostKey: Secret;
  close(): Promise<void>;
}

/**
 * Starts one node: opens its storage, which verifies what is in it, and listens. `onFatal`: durability is gone, the process must end.
 * Throws `FolderInUse`, `CorruptJournal`, or the system's error when the port is taken or Redis cannot be reached.
 */
export async function start(
  config: Config,
  clock: Clock,
  log: Log,
  onFatal: (error: unknown) => void,
): Promise<Running> {
  const measures = new Measures();
  const storage = await openStorage(config, { log, onFatal, measures });
  try {
    const pages = await pagesHandler(config.CYFRAN_PAGES);
    let port = config.PORT;
    const publicUrl = () => config.CYFRAN_URL ?? `http://${localAddress()}:${String(port)}`;
    const proxyHops = config.CYFRAN_PROXY_HOPS;
    const server = createServer({
      ...storage,
      clock,
      log,
      measures,
      metricsKey: config.CYFRAN_METRICS_KEY,
      pages,
      publicUrl,
      proxyHops,
    });
    port = await server.listen(config.PORT, config.CYFRAN_HOST);
    const close = async () => {
      await server.close();
      await storage.close();
    };
    return { port, url: publicUrl(), hostKey: storage.hostKey, close };
  } catch (error) {
    await storage.close();
    throw error;
  }
}
