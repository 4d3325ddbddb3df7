import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '@cyfran/server/clock.ts';
import { readConfig } from '@cyfran/server/config.ts';
import { start } from '@cyfran/server/start.ts';
import { answerParent } from './child.ts';
import { silent } from './silent.ts';
import { usage } from './usage.ts';

/** Cyfran as `npm start` runs it, on a data folder of its own; behind one proxy, so that each phone has an address of its own. */
const ways = {
  async listen({ environment = {} }: { readonly environment?: Readonly<Record<string, string>> }) {
    const folder = mkdtempSync(join(tmpdir(), 'cyfran-bench-'));
    process.once('exit', () => {
      rmSync(folder, { recursive: true, force: true });
    });
    const config = { PORT: '0', CYFRAN_HOST: '127.0.0.1', CYFRAN_DATA: folder, CYFRAN_PROXY_HOPS: '1', ...environment };
    const { port, hostKey } = await start(readConfig(config), systemClock, silent, (error) => {
      throw error;
    });
    return { port, hostKey };
  },
  usage,
};
export type Ours = typeof ways;

answerParent(ways);
