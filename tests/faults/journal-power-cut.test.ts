import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { realFiles } from '@cyfran/server/journal/files.ts';
import { CorruptJournal, InvalidEntry } from '@cyfran/server/journal/journal.ts';
import { ballot, creation, credentialOf, genesisOf, ruling, SID } from '../support/journal-entries.ts';
import { PowerCut, troubledFiles } from '../support/journal-files.ts';
import { DataFolder } from '../support/journal-folder.ts';

const CAREFUL = { sync: true, syncFolders: true };
let folder: DataFolder;

beforeEach(async () => {
  folder = await DataFolder.make();
});
afterEach(() => folder.remove());

/** How many acknowledged entries are gone if the power fails now; all that can be, if the session itself is gone or cannot be opened. */
async function lostNow(power: PowerCut, acknowledged: number): Promise<number> {
  const left = await DataFolder.make();
  try {
    await power.leaveIn(left.path);
    const journal = await left.open();
    if (!(await journal.sessions()).includes(SID)) return Infinity;
    const head = await journal.head(SID);
    await journal.close();
    return Math.max(0, acknowledged - head);
  } catch (error) {
    if (error instanceof CorruptJournal) return Infinity;
    throw error;
  } finally {
    await left.remove();
  }
}

/** Cuts the power after each acknowledgement of several writers; returns the losses that were found. */
async function lossesUnder(care: {
  readonly sync: boolean;
  readonly syncFolders: boolean;
}): Promise<readonly number[]> {
  const power = new PowerCut(folder.path, realFiles, care);
  const journal = await folder.open(power.files);
  await journal.create(SID, genesisOf(SID));
  const losses = [await lostNow(power, 0)];
  let newest = 0;
  await Promise.all(
    ['ann', 'bob', 'cat', 'dai'].map(async (name) => {
      for (let n = 1; n <= 8; n += 1) {
        const [answer] = await journal.append(SID, [ballot(name, n)]);
        if (answer !== undefined && 'version' in answer) newest = Math.max(newest, answer.version);
        losses.push(await lostNow(power, newest));
      }
    }),
  );
  await journal.close();
  return losses.filter((lost) => lost > 0);
}

describe('a power cut', () => {
  test('[J1] takes nothing that was acknowledged, whenever it comes', async () => {
    expect(await lossesUnder(CAREFUL)).toEqual([]);
  });

  test('[J1] would be found out by this test if the journal did not sync its file', async () => {
    expect((await lossesUnder({ ...CAREFUL, sync: false })).length).toBeGreaterThan(0);
  });

  test('[J1] would be found out by this test if the journal did not sync its folders', async () => {
    expect((await lossesUnder({ ...CAREFUL, syncFolders: false })).length).toBeGreaterThan(0);
  });

  test('[J1] takes nothing that was shown after a kill, though the killed server had not synced it', async () => {
    const freed = Promise.withResolvers<undefined>();
    let stuck = false;
    const power = new PowerCut(folder.path, realFiles, CAREFUL);
    const slow = troubledFiles(power.files, (step) => (stuck && step === 'datasync' ? freed.promise : undefined));
    const killed = await folder.open(slow);
    await killed.create(SID, genesisOf(SID));
    stuck = true;
    void killed.append(SID, [ballot('ann', 1)]);
    await expect.poll(async () => (await folder.bytes()).toString()).toContain(ballot('ann', 1).cmd);
    expect(await lostNow(power, 1)).toBe(1);

    const restarted = await folder.open(power.files);
    expect(await restarted.recall(SID, ballot('ann', 1).cmd, credentialOf('ann'))).toEqual({ already: 1 });
    expect(await lostNow(power, 1)).toBe(0);
    await restarted.close();
    freed.resolve(undefined);
    await killed.close();
  });
});

describe('an acknowledgement', () => {
  test('[J1] and a follower’s news wait for the disk, and one sync serves all who wait', async () => {
    const steps: string[] = [];
    let stuck = false;
    const freed = Promise.withResolvers<undefined>();
    const files = troubledFiles(realFiles, (step, path) => {
      if (path !== folder.file() || (step !== 'write' && step !== 'datasync')) return undefined;
      steps.push(step);
      return stuck && step === 'datasync' ? freed.promise : undefined;
    });
    const journal = await folder.open(files);
    await journal.create(SID, genesisOf(SID));
    stuck = true;
    steps.length = 0;
    const heard: number[] = [];
    let answered = 0;
    journal.follow(SID, 0, (entries) => heard.push(...entries.map(({ version }) => version)));
    const asked = [ruling(1), ...Array.from({ length: 40 }, (_, at) => ballot(`w${String(at)}`, 1))];
    const answers = asked.map(async (append) => {
      await journal.append(SID, [append]);
      answered += 1;
    });
    await expect.poll(() => steps).toEqual(['write', 'datasync']);
    expect([answered, heard, await journal.head(SID)]).toEqual([0, [], 0]);
    freed.resolve(undefined);
    await Promise.all(answers);
    expect(heard).toHaveLength(41);
    expect(steps).toEqual(['write', 'datasync']);
    await journal.close();
  });

  test('[J10] never waits for a write of more than 1 MiB, the most that a torn tail may be, nor is a call split between two', async () => {
    const writes: number[] = [];
    const files = troubledFiles(realFiles, (step, path, bytes) => {
      if (step === 'write' && path === folder.file() && bytes !== undefined) writes.push(bytes.length);
      return undefined;
    });
    const journal = await folder.open(files);
    await journal.create(SID, genesisOf(SID));
    const big = {
      ...creation().bodies?.[0],
      texts: { ...Object.fromEntries(names(100).map((name) => [name, { en: 'x'.repeat(2000) }])) },
    };
    const call = (n: number) =>
      [1, 2].map((part) =>
        creation({ cmd: `host-outbox-____.${String(2 * n + part)}`, guards: [], bodies: [big, null, null] }),
      );
    await Promise.all(names(8).map((_, n) => journal.append(SID, call(n))));
    const callBytes = (await folder.bytes()).length / 8;
    expect(writes).toEqual([2, 2, 2, 2].map((calls): unknown => expect.closeTo(calls * callBytes, -3)));
    expect(Math.max(...writes)).toBeLessThan(1024 * 1024);
    await expect(journal.append(SID, [...call(8), ...call(9), ...call(10)])).rejects.toThrow(InvalidEntry);
    expect(await journal.head(SID)).toBe(16);
    await journal.close();
  });
});

function names(count: number): readonly string[] {
  return Array.from({ length: count }, (_, at) => `text${String(at)}`);
}
