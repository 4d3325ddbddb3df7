import { mkdtempSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDiskJournal } from '@cyfran/server/journal/disk-journal.ts';
import { realFiles } from '@cyfran/server/journal/files.ts';
import { genesisOf, SID } from '../support/journal-entries.ts';
import { answerParent } from './child.ts';
import { Caster, timed, type Kept } from './disk-load.ts';
import { silent } from './silent.ts';

/** What a ballot takes in the journal, so that the plain file is given as much. */
const LINE = Buffer.alloc(480, 'x');

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
    const people = Array.from({ length: writers }, () => new Caster(journal));
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

function fail(error: unknown): never {
  throw error;
}
