import { expect, test, vi } from 'vitest';
import type { Entry } from '@cyfran/shared/session/entry.ts';
import { anyone, ballot, ruling, SID, smallMeeting } from '../support/journal-entries.ts';
import { entriesOf } from '../support/journal-folder.ts';
import type { Current } from './journal-storage.ts';

/** What every journal promises to those who follow a session. */
export function describeFollowing(journal: Current): void {
  const heardFrom = (after: number): Entry[] => {
    const heard: Entry[] = [];
    journal().follow(SID, after, (entries) => heard.push(...entries));
    return heard;
  };
  const upTo = (heard: readonly Entry[], version: number): Promise<void> =>
    vi.waitFor(() => expect(heard.at(-1)?.version).toBe(version), { timeout: 10_000, interval: 5 });

  test('[J7] tells a follower what was there before and what comes, as it can be read', async () => {
    await journal().append(SID, smallMeeting());
    const fromStart = heardFrom(0);
    const fromMiddle = heardFrom(5);
    const fromHead = heardFrom(smallMeeting().length);
    await journal().append(SID, [ballot('ann', 8), ruling(2)]);
    await Promise.all([fromStart, fromMiddle, fromHead].map((heard) => upTo(heard, smallMeeting().length + 2)));
    const all = await entriesOf(journal());
    expect(fromStart).toEqual(all);
    expect(fromMiddle).toEqual(all.slice(5));
    expect(fromHead).toEqual(all.slice(-2));
  });

  test('[J7] leaves no gap, repeats nothing and keeps the order for followers who start while others write', async () => {
    // Long enough that entries become durable while followers are still reading what was there.
    const there = 1500;
    await journal().append(
      SID,
      Array.from({ length: there }, (_, at) => ballot('early', at + 1)),
    );
    const heard: Entry[][] = [];
    const writers = Array.from({ length: 16 }, async () => {
      const name = anyone();
      for (let n = 1; n <= 25; n += 1) {
        await journal().append(SID, [ballot(name, n)]);
        if (n === 5) heard.push(heardFrom(0));
      }
    });
    await Promise.all(writers);
    await Promise.all(heard.map((each) => upTo(each, there + 400)));
    const all = await entriesOf(journal());
    for (const each of heard) expect(each).toEqual(all);
  });

  test('[J7] skips what a follower from a later version has', async () => {
    const heard = heardFrom(2);
    await journal().append(SID, [ballot('ann', 1), ballot('ann', 2), ballot('ann', 3)]);
    await journal().append(SID, [ballot('ann', 4)]);
    await upTo(heard, 4);
    expect(heard.map(({ version }) => version)).toEqual([3, 4]);
  });

  test('[J7] tells nothing that cannot be read, and never within the call that asked', async () => {
    await journal().append(SID, [ballot('ann', 1)]);
    const readable: Promise<boolean>[] = [];
    let calling = true;
    journal().follow(SID, 0, (entries) => {
      expect(calling).toBe(false);
      const last = entries.at(-1)?.version ?? Infinity;
      readable.push(
        journal()
          .head(SID)
          .then((head) => head >= last),
      );
    });
    calling = false;
    for (let n = 2; n <= 10; n += 1) await journal().append(SID, [ballot('ann', n)]);
    await vi.waitFor(() => expect(readable.length).toBeGreaterThan(0));
    expect(await Promise.all(readable)).not.toContain(false);
  });

  test('[J7] tells a follower nothing after it has closed, also from within its own call', async () => {
    const heard: number[] = [];
    const follower = journal().follow(SID, 0, (entries) => {
      heard.push(...entries.map(({ version }) => version));
      follower.close();
    });
    const other = heardFrom(0);
    await journal().append(SID, [ballot('ann', 1)]);
    await journal().append(SID, [ballot('ann', 2)]);
    await upTo(other, 2);
    expect(heard).toEqual([1]);
  });

  test('[J7] closes a follower that throws, and goes on for writers and other followers', async () => {
    let calls = 0;
    journal().follow(SID, 0, () => {
      calls += 1;
      throw new Error('a follower that cannot fold');
    });
    const other = heardFrom(0);
    expect(await journal().append(SID, [ballot('ann', 1)])).toEqual([{ version: 1 }]);
    expect(await journal().append(SID, [ballot('ann', 2)])).toEqual([{ version: 2 }]);
    await upTo(other, 2);
    expect(calls).toBe(1);
  });

  test('[J7] hands followers entries that none of them can change for another', async () => {
    const asked = ballot('ann', 1);
    const heard = heardFrom(0);
    await journal().append(SID, [asked]);
    await upTo(heard, 1);
    (asked.events as unknown[]).length = 0;
    expect(heard[0]?.events).toHaveLength(1);
    expect(() => ((heard[0]?.events as unknown[]).length = 0)).toThrow(TypeError);
  });
}
