import { cp, mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkFile } from '../support/journal-chain.ts';
import { genesisOf, SID, smallMeeting } from '../support/journal-entries.ts';
import { bytesOfJournal, DataFolder, entriesOf } from '../support/journal-folder.ts';
import { describeJournal } from './journal-contract.ts';
import { describeAgainstOracle } from './journal-oracle.ts';

const PINNED = join(import.meta.dirname, 'journal-v1.jsonl');
const PINNED_HEAD = 'iuIgzHw9PfCrnKUQ3p7D9YNNVDdsd-8ZJyPSl_UQ3c4';

const diskStorage = async () => {
  const folder = await DataFolder.make();
  return { open: () => folder.open(), remove: () => folder.remove() };
};

describeJournal('the journal on disk', diskStorage);
describeAgainstOracle('the journal on disk', diskStorage, 150);

describe('the format on disk', () => {
  test('[J8] is, byte for byte, what it was in the first version', async () => {
    expect((await bytesOfJournal(smallMeeting())).toString()).toBe((await readFile(PINNED)).toString());
  });

  test('[J8] of the first version opens, with the ids that it had', async () => {
    const folder = await DataFolder.make();
    await mkdir(dirname(folder.file()), { recursive: true });
    await cp(PINNED, folder.file());
    const journal = await folder.open();
    const entries = await entriesOf(journal);
    expect(entries).toHaveLength(smallMeeting().length);
    expect(entries.at(-1)?.id).toBe(PINNED_HEAD);
    expect(folder.told).toEqual([]);
    await journal.close();
    await folder.remove();
  });

  test('[J8] can be checked from its bytes with nothing but SHA-256', async () => {
    const bytes = await bytesOfJournal(smallMeeting());
    expect(checkFile(bytes)).toBe(smallMeeting().length);
    expect(checkFile(await readFile(PINNED))).toBe(smallMeeting().length);
    bytes[bytes.length - 3]! ^= 1;
    expect(() => checkFile(bytes)).toThrow();
  });

  test('[J9] reads an entry whose body was erased, and its chain still holds', async () => {
    const folder = await DataFolder.make();
    const lines = (await bytesOfJournal(smallMeeting())).toString().split('\n');
    const [header] = lines[5]!.split('\t');
    await folder.put(Buffer.from(lines.with(5, `${header!}\t\t`).join('\n')));
    const journal = await folder.open();
    const erased = (await entriesOf(journal))[4]!;
    expect(erased.commit).toMatch(/^[\w-]{43}$/);
    expect([erased.salt, erased.bodies]).toEqual([undefined, undefined]);
    await journal.close();
    await folder.remove();
  });

  test('[J14] leaves a session alone whose making was broken off, and lets it be made again', async () => {
    const folder = await DataFolder.make();
    await mkdir(dirname(folder.file()), { recursive: true });
    const journal = await folder.open();
    expect(await journal.sessions()).toEqual([]);
    await journal.create(SID, genesisOf(SID));
    expect(await journal.head(SID)).toBe(0);
    await journal.close();
    await folder.remove();
  });
});
