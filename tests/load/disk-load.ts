import { randomBytes } from 'node:crypto';
import { newSecret } from '@cyfran/server/access/credentials.ts';
import { percentile } from '@cyfran/server/cli/measures.ts';
import type { Append, Journal } from '@cyfran/server/journal/journal.ts';
import { SID } from '../support/journal-entries.ts';
import { someBallot } from './set-up.ts';

/** A phone draws its own. */
const SALTS = Array.from({ length: 1000 }, () => newSecret());

/** What keeping was like: times in milliseconds. */
export interface Kept {
  readonly p50Ms: number;
  readonly perSecond: number;
}

/** One person who casts ballots into a journal, each after the answer to the one before. */
export class Caster {
  readonly #journal: Journal;
  readonly #outbox = randomBytes(12).toString('base64url');
  readonly #credential = randomBytes(9).toString('base64url');
  #sent = 0;

  constructor(journal: Journal) {
    this.#journal = journal;
  }

  async cast(): Promise<void> {
    this.#sent += 1;
    const entry: Append = {
      cmd: `${this.#outbox}.${String(this.#sent)}`,
      by: this.#credential,
      at: Date.now(),
      guards: [['ruling', 0]],
      events: [{ type: 'ballot.cast', round: 'a1.1', credential: this.#credential, replaces: 0 }],
      bodies: [{ ballot: { round: 'a1.1', alloc: someBallot(this.#sent), door: 'phone' } }],
      salt: SALTS[this.#sent % SALTS.length]!,
    };
    const [appended] = await this.#journal.append(SID, [entry]);
    if (appended === undefined || !('version' in appended)) throw new Error(`not kept: ${JSON.stringify(appended)}`);
  }
}

/** Each does its work over and over, one at a time of its own. */
export async function timed(workers: readonly (() => Promise<void>)[], seconds: number): Promise<Kept> {
  const took: number[] = [];
  const until = performance.now() + seconds * 1000;
  const each = workers.map(async (work) => {
    while (performance.now() < until) {
      const began = performance.now();
      await work();
      took.push(performance.now() - began);
    }
  });
  await Promise.all(each);
  return { p50Ms: percentile(took, 0.5), perSecond: took.length / seconds };
}
