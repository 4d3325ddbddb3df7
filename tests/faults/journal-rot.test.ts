import { expect, test } from 'vitest';
import { CorruptJournal } from '@cyfran/server/journal/journal.ts';
import { ballot, smallMeeting } from '../support/journal-entries.ts';
import { bytesOfJournal, DataFolder } from '../support/journal-folder.ts';

const whole = await bytesOfJournal([...smallMeeting(), ballot('dai', 1), ballot('eli', 1)]);

/** Flips that a tired disk makes: one bit, the lowest and the highest in turn, or all that were set (which leaves a NUL, as a torn write might). */
const flips: Readonly<Record<string, (byte: number, at: number) => number>> = {
  'one bit': (byte, at) => byte ^ (at % 2 === 0 ? 1 : 0x80),
  'every bit that was set': () => 0,
};

test.each(Object.entries(flips))(
  '[J8] finds %s flipped in any byte, refuses to start and touches nothing',
  async (_, flip) => {
    const folder = await DataFolder.makeInMemory();
    for (let at = 0; at < whole.length; at += 1) {
      const rotten = Buffer.from(whole);
      rotten[at] = flip(whole[at]!, at);
      await folder.put(rotten);
      const refusal: unknown = await folder.open().catch((error: unknown) => error);
      expect([at, refusal instanceof CorruptJournal]).toEqual([at, true]);
      expect((await folder.bytes()).equals(rotten)).toBe(true);
    }
    expect(await folder.beside()).toEqual(['journal.jsonl']);
    await folder.remove();
  },
);

test('[J8] opens the same journal with no byte flipped', async () => {
  const folder = await DataFolder.makeInMemory();
  await folder.put(whole);
  await (await folder.open()).close();
  expect(folder.told).toEqual([]);
  await folder.remove();
});
