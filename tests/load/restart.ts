import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { systemClock } from '@cyfran/server/clock.ts';
import { readConfig } from '@cyfran/server/config.ts';
import { start } from '@cyfran/server/start.ts';
import { answerParent } from './child.ts';
import { hashLines } from './hash-lines.ts';
import { openLargeMeeting } from './large-meeting.ts';
import { silent } from './silent.ts';

interface Folder {
  readonly folder: string;
}

/** Each of these in a process of its own. Seconds since it was asked. */
const ways = {
  async fill({ folder, people, ballots }: Folder & { readonly people: number; readonly ballots: number }) {
    const large = await openLargeMeeting(folder, people);
    await large.cast(ballots);
    await large.close();
  },
  async start({ folder }: Folder) {
    const began = performance.now();
    const config = { PORT: '0', CYFRAN_HOST: '127.0.0.1', CYFRAN_DATA: folder };
    await start(readConfig(config), systemClock, silent, (error) => {
      throw error;
    });
    return { seconds: secondsSince(began), mostMiB: process.resourceUsage().maxRSS / 1024 };
  },
  /** The least that any reader does who believes nothing: every byte, and one SHA-256 for each line. */
  async read({ folder }: Folder) {
    const began = performance.now();
    const sessions = join(folder, 'sessions');
    const files = readdirSync(sessions, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.jsonl'),
    );
    let lines = 0;
    for (const name of files) lines += await hashLines(join(sessions, name));
    return { seconds: secondsSince(began), lines };
  },
};
export type Restart = typeof ways;

answerParent(ways);

function secondsSince(began: number): number {
  return (performance.now() - began) / 1000;
}
