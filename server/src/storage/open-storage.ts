import type { Config } from '../config.ts';
import { openDiskStorage } from './disk-storage.ts';
import type { Storage, Watch } from './storage.ts';

/** Opens what the settings name: a Redis that several nodes share, else a data folder of this node alone. */
export async function openStorage(config: Config, watch: Watch): Promise<Storage> {
  const { CYFRAN_REDIS_URL: url } = config;
  if (url === undefined) return openDiskStorage(config.CYFRAN_DATA, watch);
  // Whoever has no Redis does not wait for its client, which is half of the start.
  const { openRedisStorage } = await import('./redis-storage.ts');
  return openRedisStorage(url, config, watch);
}
