import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { realFiles } from '@cyfran/server/journal/files.ts';
import { type Journal, StorageFull } from '@cyfran/server/journal/journal.ts';
import { checkFile } from '../support/journal-chain.ts';
import { ballot, credentialOf, genesisOf, OTHER_SID, SID } from '../support/journal-entries.ts';
import { systemError, troubledFiles } from '../support/journal-files.ts';
import { DataFolder, entriesOf } from '../support/journal-folder.ts';

describe('a full disk', () => {
  let folder: DataFolder;
  let journal: Journal;
  /** How many more bytes the disk takes. */
  let room: number;
  let largestPiece: number;

  beforeEach(async () => {
    [room, largestPiece] = [Infinity, Infinity];
    folder = await DataFolder.make();
    journal = await folder.open(
      troubledFiles(realFiles, (step, _, bytes) => {
        if (step !== 'write' || bytes === undefined) return undefined;
        if (room <= 0) throw systemError('ENOSPC');
        const taken = Math.min(bytes.length, room, largestPiece);
        room -= taken;
        return taken;
      }),
    );
    await journal.create(SID, genesisOf(SID));
    await journal.append(SID, [ballot('ann', 1)]);
  });
  afterEach(async () => {
    await journal.close();
    await folder.remove();
  });

  test('[J11] refuses what it has no room for as storage-full, keeps what it has, and goes on when there is room', async () => {
    const before = await folder.bytes();
    for (const left of [0, 1, 100, 300]) {
      room = left;
      await expect(journal.append(SID, [ballot('bob', 1)])).rejects.toThrow(StorageFull);
      expect(await folder.bytes()).toEqual(before);
      expect(await journal.head(SID)).toBe(1);
    }
    room = Infinity;
    expect(await journal.append(SID, [ballot('bob', 1)])).toEqual([{ version: 2 }]);
    const entries = await entriesOf(journal);
    await journal.close();
    journal = await folder.open();
    expect(await entriesOf(journal)).toEqual(entries);
    expect(checkFile(await folder.bytes())).toBe(2);
    expect(folder.fatal).toEqual([]);
  });

  test('[J11] refuses all who shared the batch, uses up none of their ids, and tells followers nothing', async () => {
    const heard: number[] = [];
    journal.follow(SID, 1, (entries) => heard.push(...entries.map(({ version }) => version)));
    room = 900;
    const both = await Promise.allSettled(['bob', 'cat', 'dai'].map((name) => journal.append(SID, [ballot(name, 1)])));
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    expect(heard).toEqual([]);
    expect(await journal.recall(SID, ballot('cat', 1).cmd, credentialOf('cat'))).toBeNull();
    room = Infinity;
    expect(await journal.append(SID, [ballot('dai', 1)])).toEqual([{ version: 2 }]);
    expect(heard).toEqual([2]);
  });

  test('[J11] still gives the first answer to a command that was recorded before, and moves nothing by one that was not', async () => {
    room = 0;
    const answers = await Promise.allSettled([
      journal.append(SID, [ballot('bob', 1)]),
      journal.append(SID, [ballot('ann', 1)]),
      journal.append(SID, [ballot('bob', 1)]),
      journal.recall(SID, ballot('bob', 1).cmd, credentialOf('bob')),
    ]);
    expect(answers.map((each) => (each.status === 'fulfilled' ? each.value : (each.reason as Error).name))).toEqual([
      'StorageFull',
      [{ already: 1 }],
      'StorageFull',
      null,
    ]);
  });

  test('[J11] refuses a new session, which can be made when there is room', async () => {
    room = 20;
    await expect(journal.create(OTHER_SID, genesisOf(OTHER_SID))).rejects.toThrow(StorageFull);
    expect(await journal.sessions()).toEqual([SID]);
    room = Infinity;
    await journal.create(OTHER_SID, genesisOf(OTHER_SID));
    expect(await journal.append(OTHER_SID, [ballot('ann', 1)])).toEqual([{ version: 1 }]);
  });

  test('[J1] records all of a batch that the system takes in small pieces', async () => {
    largestPiece = 7;
    expect(await journal.append(SID, [ballot('bob', 1), ballot('cat', 1)])).toEqual([{ version: 2 }, { version: 3 }]);
    expect(checkFile(await folder.bytes())).toBe(3);
  });

  test('[J11] answers what cannot be opened with the system’s error, and goes on', async () => {
    let troubled = true;
    const other = await DataFolder.make();
    const files = troubledFiles(realFiles, (step, path) => {
      if (troubled && step === 'open' && path === other.file()) throw systemError('EMFILE');
      return undefined;
    });
    troubled = false;
    const journalThere = await other.open(files);
    await journalThere.create(SID, genesisOf(SID));
    troubled = true;
    await expect(journalThere.append(SID, [ballot('ann', 1)])).rejects.toThrow(/EMFILE/);
    troubled = false;
    expect(await journalThere.append(SID, [ballot('ann', 1)])).toEqual([{ version: 1 }]);
    expect(other.fatal).toEqual([]);
    await journalThere.close();
    await other.remove();
  });
});

const mountable = mayMount();

describe('a real disk of 256 KiB', () => {
  test.skipIf(!mountable)(
    `[J11] fills, refuses, and takes more when it grows${!mountable ? ' (skipped: only root on Linux may mount a tmpfs here)' : ''}`,
    async () => {
      const disk = mountSmallDisk()!;
      const folder = await DataFolder.make(disk.path);
      try {
        const journal = await folder.open();
        await journal.create(SID, genesisOf(SID));
        const filled = await appendUntilFull(journal);
        expect(filled).toBeGreaterThan(300);
        expect(await journal.head(SID)).toBe(filled);
        expect(disk.grow()).toBe(true);
        expect(await journal.append(SID, [ballot('ann', 9000)])).toEqual([{ version: filled + 1 }]);
        await journal.close();
        const again = await folder.open();
        expect(await entriesOf(again)).toHaveLength(filled + 1);
        expect(checkFile(await folder.bytes())).toBe(filled + 1);
        await again.close();
        expect(folder.fatal).toEqual([]);
      } finally {
        disk.remove();
      }
    },
  );
});

/** Appends from several writers until each has been refused; returns how many were acknowledged. */
async function appendUntilFull(journal: Journal): Promise<number> {
  let acknowledged = 0;
  await Promise.all(
    Array.from({ length: 8 }, async (_, at) => {
      for (let n = 1; ; n += 1) {
        try {
          await journal.append(SID, [ballot(`w${String(at)}`, n)]);
          acknowledged += 1;
        } catch (error) {
          expect(error).toBeInstanceOf(StorageFull);
          return;
        }
      }
    }),
  );
  return acknowledged;
}

/** A disk of 256 KiB that can grow, or `null` where this process may not mount one: the test says so in its name. */
function mountSmallDisk() {
  const path = mkdtempSync(join(tmpdir(), 'cyfran-small-disk-'));
  if (!succeeds('mount', '-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', path)) {
    rmSync(path, { recursive: true });
    return null;
  }
  return {
    path,
    grow: () => succeeds('mount', '-o', 'remount,size=1m', path),
    remove: () => {
      if (succeeds('umount', path)) rmSync(path, { recursive: true });
    },
  };
}

function succeeds(command: string, ...words: string[]): boolean {
  return spawnSync(command, words, { stdio: 'ignore' }).status === 0;
}

function mayMount(): boolean {
  const disk = mountSmallDisk();
  disk?.remove();
  return disk !== null;
}
