import { describe, expect, test } from 'vitest';
import { CorruptJournal } from '@cyfran/server/journal/journal.ts';
import { ballot, SID, smallMeeting } from '../support/journal-entries.ts';
import { bytesOfJournal, DataFolder, entriesOf } from '../support/journal-folder.ts';

const LF = 10;
const MIB = 1024 * 1024;

/** Opens a folder with these bytes; returns how many entries stood, and what the file held afterwards. */
async function openWith(bytes: Uint8Array) {
  const folder = await DataFolder.makeInMemory();
  try {
    await folder.put(bytes);
    const journal = await folder.open();
    const head = await journal.head(SID);
    const after = await folder.bytes();
    const kept = (await folder.beside()).length > 1 ? await folder.kept(after.length) : null;
    const answer = await journal.append(SID, [ballot('zoe', 1)]);
    const all = await entriesOf(journal);
    await journal.close();
    return { head, after, kept, answer, all, told: folder.told };
  } finally {
    await folder.remove();
  }
}

/** Asserts that a folder with these bytes is refused, with every byte and name left as it was. */
async function expectRefused(bytes: Uint8Array, why: RegExp): Promise<void> {
  const folder = await DataFolder.makeInMemory();
  try {
    await folder.put(bytes);
    const refusal: unknown = await folder.open().catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(CorruptJournal);
    expect((refusal as Error).message).toMatch(why);
    expect(await folder.bytes()).toEqual(Buffer.from(bytes));
    expect(await folder.beside()).toEqual(['journal.jsonl']);
  } finally {
    await folder.remove();
  }
}

const whole = await bytesOfJournal(smallMeeting());
/** Where each line ends: offset after its LF. */
const ends = [...whole.keys()].filter((at) => whole[at] === LF).map((at) => at + 1);
const firstEnd = ends[0]!;
const lastStart = ends.at(-2)!;

describe('a journal that was cut off in the middle of a write', () => {
  test('[J10] is opened up to its last complete line, wherever it was cut, and the cut bytes are kept beside', async () => {
    for (let cut = firstEnd; cut <= whole.length; cut += 1) {
      const good = ends.findLast((end) => end <= cut)!;
      const { head, after, kept, answer, all, told } = await openWith(whole.subarray(0, cut));
      expect([cut, head]).toEqual([cut, ends.indexOf(good)]);
      expect(after).toEqual(whole.subarray(0, good));
      expect(kept).toEqual(cut === good ? null : whole.subarray(good, cut));
      expect(told).toHaveLength(cut === good ? 0 : 1);
      expect(answer).toEqual([{ version: head + 1 }]);
      expect(all).toHaveLength(head + 1);
    }
  });

  test('[J10] is opened when sectors of its last write never reached the disk and read as NULs', async () => {
    const start = whole.subarray(0, lastStart);
    const line = whole.subarray(lastStart);
    for (const tail of [Buffer.alloc(1), Buffer.alloc(700), Buffer.concat([line.subarray(0, 50), Buffer.alloc(300)])]) {
      const { head, kept } = await openWith(Buffer.concat([start, tail]));
      expect(head).toBe(ends.length - 2);
      expect(kept).toEqual(tail);
    }
    const holed = Buffer.concat([
      line.subarray(0, 60),
      Buffer.alloc(512),
      Buffer.from('the rest of a long line"}\t\t\n'),
    ]);
    expect((await openWith(Buffer.concat([start, holed]))).kept).toEqual(holed);
  });

  test('[J10] keeps the bytes of each cut when it is cut at the same place twice', async () => {
    const folder = await DataFolder.makeInMemory();
    for (const torn of ['first', 'second']) {
      await folder.put(Buffer.concat([whole, Buffer.from(torn)]));
      await (await folder.open()).close();
    }
    const name = `journal.jsonl.torn-${String(whole.length)}`;
    expect(await folder.beside()).toEqual(['journal.jsonl', name, `${name}-2`]);
    expect((await folder.kept(whole.length)).toString()).toBe('first');
    await folder.remove();
  });
});

describe('a journal with damage that no broken-off write explains', () => {
  test('[J10] is refused when its first line is not whole: it had its name only with that line', async () => {
    for (let cut = 0; cut < firstEnd; cut += 1) await expectRefused(whole.subarray(0, cut), /first line|no end/);
  });

  test('[J10] is refused when a complete last line has a wrong id, and left as it is', async () => {
    const foreign = Buffer.concat([
      whole.subarray(0, lastStart),
      Buffer.from('A'.repeat(43)),
      whole.subarray(lastStart + 43),
    ]);
    await expectRefused(foreign, /does not follow/);
    await expectRefused(Buffer.concat([whole, whole.subarray(lastStart)]), /does not follow/);
    await expectRefused(Buffer.concat([whole, Buffer.from('\n')]), /complete line/);
  });

  test('[J10] is refused when a well-formed line follows the bad bytes, whatever they are', async () => {
    for (const bad of [Buffer.from('bad\n'), Buffer.concat([Buffer.alloc(600), Buffer.from('\n')])]) {
      await expectRefused(Buffer.concat([whole.subarray(0, lastStart), bad, whole.subarray(lastStart)]), /line/);
      await expectRefused(Buffer.concat([whole, bad, whole.subarray(lastStart), Buffer.from('half a li')]), /line/);
    }
  });

  test('[J10] is refused when there are more bad bytes than one write makes', async () => {
    expect((await openWith(Buffer.concat([whole, Buffer.alloc(MIB, 'x')]))).head).toBe(ends.length - 1);
    await expectRefused(Buffer.concat([whole, Buffer.alloc(MIB + 1, 'x')]), /more bad bytes/);
    await expectRefused(Buffer.concat([whole, Buffer.alloc(MIB + 1)]), /more bad bytes/);
  });

  test('[J10] leaves another session’s torn tail alone while one session is corrupt', async () => {
    const folder = await DataFolder.makeInMemory();
    const torn = whole.subarray(0, whole.length - 5);
    await folder.put(torn);
    await folder.put(Buffer.from('nonsense\n'), 's-zzzzzzzzzzzzzzzz');
    await expect(folder.open()).rejects.toThrow(CorruptJournal);
    expect(await folder.bytes()).toEqual(torn);
    await folder.remove();
  });

  test('[J10] is refused in the folder of another session', async () => {
    const folder = await DataFolder.makeInMemory();
    await folder.put(whole, 's-zzzzzzzzzzzzzzzz');
    await expect(folder.open()).rejects.toThrow(/another session/);
    await folder.remove();
  });
});
