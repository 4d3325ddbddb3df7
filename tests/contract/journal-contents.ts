import { expect, test } from 'vitest';
import { InvalidEntry } from '@cyfran/server/journal/journal.ts';
import { chainOf, commitmentIn } from '../support/journal-chain.ts';
import { ballot, credentialOf, genesisOf, joining, seatOf, SID, smallMeeting } from '../support/journal-entries.ts';
import { entriesOf } from '../support/journal-folder.ts';
import type { Current, Reopen } from './journal-storage.ts';

/** What every journal keeps of an entry: its contents, its commitment, its place in the chain. */
export function describeContents(journal: Current, reopen: Reopen): void {
  test('[J9] gives texts, ballots and bodiless entries back as they were handed in, and for good', async () => {
    const asked = smallMeeting();
    await journal().append(SID, asked);
    for (let time = 0; time < 2; time += 1) {
      const entries = await entriesOf(journal());
      expect(entries.map(({ cmd, by, events, bodies, salt }) => ({ cmd, by, events, bodies, salt }))).toEqual(
        asked.map(({ cmd, by, events, bodies, salt }) => ({ cmd, by, events, bodies, salt })),
      );
      await reopen();
    }
  });

  test('[J9] commits to each body under its salt, and to nothing where there is no body', async () => {
    await journal().append(SID, smallMeeting());
    for (const entry of await entriesOf(journal())) {
      expect(entry.commit ?? null).toBe(commitmentIn(entry));
      expect(entry.commit === undefined).toBe(entry.bodies === undefined);
    }
  });

  test('[J8] links every entry to the one before it, as anyone can compute', async () => {
    await journal().append(SID, smallMeeting());
    const entries = await entriesOf(journal());
    expect(entries.map(({ id }) => id)).toEqual(chainOf(genesisOf(SID), entries));
    await reopen();
    expect(await entriesOf(journal())).toEqual(entries);
  });

  test('[J13] tells the second of what the hall sees, and only the minute of a ballot, a joining or a knock at the door', async () => {
    const knocked = joining('cat', { events: [{ type: 'seat.knocked', seat: seatOf('cat') }] });
    await journal().append(SID, [...smallMeeting(), knocked]);
    expect((await entriesOf(journal())).map(({ cmd, at }) => [cmd.split(/[-:]/)[0], at])).toEqual([
      ['host', '2026-11-23T12:34:56Z'],
      ['join', '2026-11-23T12:34Z'],
      ['join', '2026-11-23T12:34Z'],
      ['facilitator', '2026-11-23T12:34:56Z'],
      ['ann', '2026-11-23T12:34Z'],
      ['bob', '2026-11-23T12:34Z'],
      ['ann', '2026-11-23T12:34Z'],
      ['close', '2026-11-23T12:34:56Z'],
      ['join', '2026-11-23T12:34Z'],
    ]);
  });

  test('[J15] refuses what could not be read back, and records nothing of the call', async () => {
    const [good] = [ballot('ann', 1)];
    const bad: Partial<typeof good>[] = [
      { events: [] },
      {
        events: [{ type: 'activity.started', activity: 'a1', kind: '\ud800' }],
        bodies: undefined,
        salt: undefined,
      } as never,
      { events: [{ type: 'ballot.cast', round: 'a1.1', credential: credentialOf('ann'), replaces: 0.5 }] },
      { events: [{ type: 'nobody.knows' }] as never },
      { bodies: [null, null] },
      { bodies: [null] },
      { salt: undefined } as never,
      { bodies: undefined } as never,
      { salt: 'short' },
      { bodies: [{ texts: { title: { en: 'a text' } }, ballot: { round: 'a1.1', alloc: [], door: 'phone' } }] },
      { cmd: 'no id' },
    ];
    for (const changes of bad) {
      await expect(journal().append(SID, [ballot('bob', 1), { ...good, ...changes }])).rejects.toThrow(InvalidEntry);
    }
    expect(await journal().head(SID)).toBe(0);
    expect(await journal().append(SID, [good])).toEqual([{ version: 1 }]);
  });
}
