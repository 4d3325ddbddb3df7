import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newSecret } from '@cyfran/server/access/credentials.ts';
import { openDiskJournal } from '@cyfran/server/journal/disk-journal.ts';
import { realFiles } from '@cyfran/server/journal/files.ts';
import type { Append } from '@cyfran/server/journal/journal.ts';
import { genesisOf, SID } from '../support/journal-entries.ts';
import { answerParent } from './child.ts';
import { percentile } from '@cyfran/server/cli/measures.ts';
import { silent } from './silent.ts';
import { someBallot } from './set-up.ts';

/** What a ballot takes in the journal, so that the plain file is given as much. */
const LINE = Buffer.alloc(480, 'x');

/** A phone draws its own. */
const SALTS = Array.from({ length: 1000 }, () => newSecret());

interface Kept {
  readonly p50Ms: number;
  readonly perSecond: number;
}

const folder = mkdtempSync(join(tmpdir(), 'cyfran-bench-'));
process.once('exit', () => {
  rmSync(folder, { recursive: true, force: true });
});
const journal = await openDiskJournal({ folder, files: realFiles, onFatal: fail, log: silent });
await journal.create(SID, genesisOf(SID));
const plain = await open(join(folder, 'plain'), 'a');

/** The journal beside a plain file that is made durable after each line. */
const ways = {
  journal: ({ writers, seconds }: { readonly writers: number; readonly seconds: number }): Promise<Kept> => {
    const people = Array.from({ length: writers }, () => new Person());
    return timed(
      people.map((person) => () => person.cast()),
      seconds,
    );
  },
  plain: ({ seconds }: { readonly seconds: number }): Promise<Kept> =>
    timed(
      [
        async () => {
          await plain.write(LINE);
          await plain.datasync();
        },
      ],
      seconds,
    ),
};
export type Disk = typeof ways;

answerParent(ways);

class Person {
  readonly #outbox = randomBytes(12).toString('base64url');
  readonly #credential = randomBytes(9).toString('base64url');
  #sent = 0;

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
    const [appended] = await journal.append(SID, [entry]);
    if (appended === undefined || !('version' in appended)) throw new Error(`not kept: ${JSON.stringify(appended)}`);
  }
}

/** Each does its work over and over, one at a time of its own. */
async function timed(workers: readonly (() => Promise<void>)[], seconds: number): Promise<Kept> {
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

function fail(error: unknown): never {
  throw error;
}
