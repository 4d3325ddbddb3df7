import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { realFiles } from '@cyfran/server/journal/files.ts';
import { type Journal, JournalClosed } from '@cyfran/server/journal/journal.ts';
import { ballot, genesisOf, OTHER_SID, SID } from '../support/journal-entries.ts';
import { type Step, systemError, troubledFiles } from '../support/journal-files.ts';
import { DataFolder } from '../support/journal-folder.ts';

describe('a disk that fails at a sync', () => {
  let folder: DataFolder;
  let journal: Journal;
  /** Steps that fail from now on, and with what. */
  let failing: Partial<Record<Step, 'EIO' | 'ENOSPC'>>;
  let steps: Step[];
  let answers: unknown[];

  beforeEach(async () => {
    failing = {};
    steps = [];
    answers = [];
    folder = await DataFolder.make();
    journal = await folder.open(
      troubledFiles(realFiles, (step) => {
        steps.push(step);
        const code = failing[step];
        if (code !== undefined) throw systemError(code);
        return undefined;
      }),
    );
    await journal.create(SID, genesisOf(SID));
    await journal.create(OTHER_SID, genesisOf(OTHER_SID));
    await journal.append(SID, [ballot('ann', 1)]);
    steps = [];
  });
  afterEach(async () => {
    await journal.close();
    await folder.remove();
  });

  function ask(name: string, sid = SID): void {
    journal.append(sid, [ballot(name, 2)]).then(
      (answer) => answers.push(answer),
      (error: unknown) => answers.push(error),
    );
  }

  test('[J12] stops the process and never answers what was being written', async () => {
    failing = { datasync: 'EIO' };
    const heard: unknown[] = [];
    journal.follow(SID, 1, (entries) => heard.push(...entries));
    ask('ann');
    ask('bob');
    await expect.poll(() => folder.fatal).toHaveLength(1);
    expect((folder.fatal[0] as Error).cause).toMatchObject({ code: 'EIO' });
    await new Promise((resolve) => setImmediate(resolve));
    expect(answers).toEqual([]);
    expect(heard).toEqual([]);
    expect(await journal.head(SID)).toBe(1);
    expect(journal.writable).toBe(false);
  });

  test('[J12] refuses everything afterwards, in every session, and never tries the sync again', async () => {
    failing = { datasync: 'EIO' };
    ask('ann');
    await expect.poll(() => folder.fatal).toHaveLength(1);
    failing = {};
    await expect(journal.append(SID, [ballot('bob', 1)])).rejects.toThrow(JournalClosed);
    await expect(journal.append(OTHER_SID, [ballot('bob', 1)])).rejects.toThrow(JournalClosed);
    await expect(journal.recall(SID, ballot('ann', 1).cmd, 'clock')).rejects.toThrow(JournalClosed);
    await expect(journal.create('s-aaaaaaaaaaaaaaaa', genesisOf('s-aaaaaaaaaaaaaaaa'))).rejects.toThrow(JournalClosed);
    expect(steps.filter((step) => step === 'datasync')).toHaveLength(1);
    expect(folder.fatal).toHaveLength(1);
    expect(answers).toEqual([]);
  });

  test('[J12] acknowledges nothing of another session whose sync was under way', async () => {
    const freed = Promise.withResolvers<undefined>();
    let slow = false;
    const other = await folder.open(
      troubledFiles(realFiles, async (step, path) => {
        if (step === 'datasync' && path === folder.file(OTHER_SID)) await (slow ? freed.promise : undefined);
        if (step === 'datasync' && path === folder.file(SID) && slow) throw systemError('EIO');
        return undefined;
      }),
    );
    slow = true;
    other.append(OTHER_SID, [ballot('ann', 1)]).then(
      (answer) => answers.push(answer),
      (error: unknown) => answers.push(error),
    );
    void other.append(SID, [ballot('ann', 2)]);
    await expect.poll(() => folder.fatal).toHaveLength(1);
    freed.resolve(undefined);
    await other.close();
    expect(answers).toEqual([]);
  });

  test.each<Partial<Record<Step, 'EIO' | 'ENOSPC'>>>([
    { write: 'EIO' },
    { write: 'ENOSPC', truncate: 'EIO' },
    { write: 'ENOSPC', datasync: 'EIO' },
  ])('[J12] stops where nobody knows what is on the disk: %o', async (trouble) => {
    failing = trouble;
    ask('ann');
    await expect.poll(() => folder.fatal).toHaveLength(1);
    await new Promise((resolve) => setImmediate(resolve));
    expect(answers).toEqual([]);
  });

  test('[J12] stops when a new session’s folder cannot be synced', async () => {
    failing = { syncFolder: 'EIO' };
    void journal.create('s-aaaaaaaaaaaaaaaa', genesisOf('s-aaaaaaaaaaaaaaaa'));
    await expect.poll(() => folder.fatal).toHaveLength(1);
  });

  test('[J12] starts again from what is really there', async () => {
    failing = { datasync: 'EIO' };
    ask('ann');
    await expect.poll(() => folder.fatal).toHaveLength(1);
    const restarted = await folder.open();
    expect(await restarted.head(SID)).toBeGreaterThanOrEqual(1);
    expect(await restarted.append(SID, [ballot('cat', 1)])).toEqual([{ version: await restarted.head(SID) }]);
    await restarted.close();
  });
});
