import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { openDiskJournal } from '@cyfran/server/journal/disk-journal.ts';
import { type Files, realFiles } from '@cyfran/server/journal/files.ts';
import type { Append, Journal } from '@cyfran/server/journal/journal.ts';
import type { Entry } from '@cyfran/shared/session/entry.ts';
import type { SessionId } from '@cyfran/shared/words/ids.ts';
import { genesisOf, SID } from './journal-entries.ts';

/** A place where a file costs little to make, for tests that make thousands; an ordinary folder where there is none. */
const IN_MEMORY = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

/** A data folder of its own for one test, on the real disk. */
export class DataFolder {
  readonly path: string;
  /** What the journal told the operator. */
  readonly told: string[] = [];
  /** What stopped the journal. */
  readonly fatal: unknown[] = [];

  constructor(path: string) {
    this.path = path;
  }

  static async make(under: string = tmpdir()): Promise<DataFolder> {
    return new DataFolder(await mkdtemp(join(under, 'cyfran-journal-')));
  }

  /** One in memory, where that can be had. */
  static makeInMemory(): Promise<DataFolder> {
    return DataFolder.make(IN_MEMORY);
  }

  open(files: Files = realFiles): Promise<Journal> {
    return openDiskJournal({
      folder: this.path,
      files,
      onFatal: (error) => this.fatal.push(error),
      log: { warn: (_, message) => this.told.push(message), error: (_, message) => this.told.push(message) },
    });
  }

  file(sid: SessionId = SID): string {
    return join(this.path, 'sessions', sid, 'journal.jsonl');
  }

  bytes(sid: SessionId = SID): Promise<Buffer> {
    return readFile(this.file(sid));
  }

  /** Puts a journal's bytes in place, as a crash or bad disk would have left them. */
  async put(bytes: Uint8Array, sid: SessionId = SID): Promise<void> {
    await mkdir(dirname(this.file(sid)), { recursive: true });
    await writeFile(this.file(sid), bytes);
  }

  /** Names beside a session's journal, sorted. */
  async beside(sid: SessionId = SID): Promise<readonly string[]> {
    return (await readdir(dirname(this.file(sid)))).sort();
  }

  /** The bytes that a cut tail was kept as. */
  kept(offset: number, sid: SessionId = SID): Promise<Buffer> {
    return readFile(`${this.file(sid)}.torn-${String(offset)}`);
  }

  remove(): Promise<void> {
    return rm(this.path, { recursive: true, force: true });
  }
}

/** All entries after a version, as they are read. */
export async function entriesOf(journal: Journal, sid: SessionId = SID, after = 0): Promise<readonly Entry[]> {
  const entries: Entry[] = [];
  for await (const entry of journal.read(sid, after)) entries.push(entry);
  return entries;
}

/** The bytes of a journal to which these entries were appended, one call each. */
export async function bytesOfJournal(appends: readonly Append[]): Promise<Buffer> {
  const folder = await DataFolder.make();
  try {
    const journal = await folder.open();
    await journal.create(SID, genesisOf(SID));
    for (const append of appends) await journal.append(SID, [append]);
    await journal.close();
    return await folder.bytes();
  } finally {
    await folder.remove();
  }
}
