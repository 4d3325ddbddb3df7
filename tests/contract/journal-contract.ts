import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  type Appended,
  InvalidEntry,
  type Journal,
  JournalClosed,
  SessionExists,
  UnknownSession,
} from '@cyfran/server/journal/journal.ts';
import type { Entry } from '@cyfran/shared/session/entry.ts';
import { chainOf, commitmentIn } from '../support/journal-chain.ts';
import {
  anyone,
  ballot,
  closing,
  creation,
  credentialOf,
  genesisOf,
  joining,
  OTHER_SID,
  outboxOf,
  ruling,
  seatOf,
  SID,
  smallMeeting,
} from '../support/journal-entries.ts';
import { entriesOf } from '../support/journal-folder.ts';
import { describeFollowing } from './journal-following.ts';

/** Where a journal keeps its sessions between two openings. `remove` deletes all of it. */
export interface Storage {
  open(): Promise<Journal>;
  remove(): Promise<void>;
}

/** What every journal promises, on whatever it stores. `make`: a new, empty storage for each test. */
export function describeJournal(name: string, make: () => Promise<Storage>): void {
  describe(name, () => {
    let storage: Storage;
    let journal: Journal;

    beforeEach(async () => {
      storage = await make();
      journal = await storage.open();
      await journal.create(SID, genesisOf(SID));
    });
    afterEach(async () => {
      await journal.close();
      await storage.remove();
    });
    async function reopen(): Promise<void> {
      await journal.close();
      journal = await storage.open();
    }

    describeOrder(() => journal, reopen);
    describeGuards(() => journal, reopen);
    describeOutboxes(() => journal, reopen);
    describeFollowing(() => journal);
    describeContents(() => journal, reopen);
    describeSessions(() => journal, reopen);
  });
}

type Current = () => Journal;
type Reopen = () => Promise<void>;

function describeOrder(journal: Current, reopen: Reopen): void {
  test('[J2] numbers entries from 1, one for each command, whatever number of events it makes', async () => {
    expect(await journal().head(SID)).toBe(0);
    expect(await journal().append(SID, [creation(), joining('ann')])).toEqual([{ version: 1 }, { version: 2 }]);
    expect(await journal().append(SID, [ballot('ann', 1)])).toEqual([{ version: 3 }]);
    expect(await journal().head(SID)).toBe(3);
    expect((await entriesOf(journal())).map(({ version }) => version)).toEqual([1, 2, 3]);
    expect((await entriesOf(journal(), SID, 2)).map(({ version }) => version)).toEqual([3]);
    expect(await entriesOf(journal(), SID, 3)).toEqual([]);
  });

  test('[J2] keeps calls that are made together in the order in which they were made', async () => {
    const answers = await Promise.all(Array.from({ length: 50 }, (_, at) => journal().append(SID, [ballot('ann', at + 1)])));
    expect(answers.flat()).toEqual(Array.from({ length: 50 }, (_, at) => ({ version: at + 1 })));
  });

  test('[J2] gives 64 people who write at once versions without gap, each of them in their own order', async () => {
    const answered = new Map<number, string>();
    await Promise.all(
      Array.from({ length: 64 }, async () => {
        const name = anyone();
        for (let n = 1; n <= 20; n += 1) {
          const asked = ballot(name, n);
          answered.set(versionIn(await journal().append(SID, [asked])), asked.cmd);
        }
      }),
    );
    await reopen();
    const recorded = await entriesOf(journal());
    expect(recorded.map(({ version }) => version)).toEqual(Array.from({ length: 64 * 20 }, (_, at) => at + 1));
    expect(recorded.map(({ version, cmd }) => [version, cmd])).toEqual([...answered].sort(([a], [b]) => a - b));
    for (const theirs of Map.groupBy(recorded, ({ by }) => by).values()) {
      expect(theirs.map(({ cmd }) => Number(cmd.split('.')[1]))).toEqual(Array.from({ length: 20 }, (_, at) => at + 1));
    }
  });

  test('[J1] keeps everything that was answered when it is closed and opened again', async () => {
    await journal().append(SID, smallMeeting());
    const before = await entriesOf(journal());
    await reopen();
    expect(await journal().head(SID)).toBe(smallMeeting().length);
    expect(await entriesOf(journal())).toEqual(before);
    expect(await journal().append(SID, [ballot('ann', 4)])).toEqual([{ version: before.length + 1 }]);
  });
}

function describeGuards(journal: Current, reopen: Reopen): void {
  test('[J3] records what relied on a key that has not moved since', async () => {
    await journal().append(SID, [ruling(1)]);
    expect(await journal().append(SID, [ballot('ann', 1, { guards: [['ruling', 1]] })])).toEqual([{ version: 2 }]);
    expect(await journal().append(SID, [ballot('bob', 1, { guards: [['ruling', 2]] })])).toEqual([{ version: 3 }]);
  });

  test('[J3] answers `moved` with the head to what relied on a key that has moved, and records nothing of it', async () => {
    await journal().append(SID, [ruling(1), ruling(2), ballot('cat', 1)]);
    const late = ballot('ann', 1, { guards: [['ruling', 1]] });
    expect(await journal().append(SID, [late])).toEqual([{ moved: 3 }]);
    expect(await journal().head(SID)).toBe(3);
    expect(await journal().append(SID, [{ ...late, guards: [['ruling', 3]] }])).toEqual([{ version: 4 }]);
  });

  test('[J3] counts what stands before it in the same call: a close is exact', async () => {
    await journal().append(SID, [ruling(1)]);
    const answers = await journal().append(SID, [
      ballot('ann', 1, { guards: [['ruling', 1]] }),
      closing('close:a1.1:1', { guards: [['ruling', 1]] }),
      ballot('bob', 1, { guards: [['ruling', 1]] }),
      ballot('cat', 1),
    ]);
    expect(answers).toEqual([{ version: 2 }, { version: 3 }, { moved: 3 }, { version: 4 }]);
  });

  test('[J3] lets one of two rulings through that relied on the same moment', async () => {
    await journal().append(SID, [ruling(1)]);
    const [one, other] = await Promise.all([
      journal().append(SID, [ruling(2, { guards: [['ruling', 1]] })]),
      journal().append(SID, [ruling(1, { cmd: `${outboxOf('second')}.1`, guards: [['ruling', 1]] })]),
    ]);
    expect([one, other]).toEqual([[{ version: 2 }], [{ moved: 2 }]]);
  });

  test('[J3] needs every guard to hold', async () => {
    await journal().append(SID, [ruling(1), joining('ann')]);
    const seat = `seat:${seatOf('ann')}` as const;
    expect(await journal().append(SID, [ballot('ann', 1, { guards: [['ruling', 1], [seat, 1]] })])).toEqual([{ moved: 2 }]);
    expect(await journal().append(SID, [ballot('ann', 1, { guards: [['ruling', 1], [seat, 2]] })])).toEqual([{ version: 3 }]);
  });

  test('[J4] lets a thousand ballots and joinings through that all relied on the same ruling', async () => {
    await journal().append(SID, [ruling(1)]);
    const names = Array.from({ length: 500 }, (_, at) => `v${String(at)}`);
    const answers = await Promise.all(
      names.flatMap((name) => [
        journal().append(SID, [joining(name, { guards: [['ruling', 1]] })]),
        journal().append(SID, [ballot(name, 1, { guards: [['ruling', 1]] })]),
      ]),
    );
    expect(answers.flat()).toEqual(Array.from({ length: 1000 }, (_, at) => ({ version: at + 2 })));
  });

  test('[J3] remembers which keys have moved when it is opened again', async () => {
    await journal().append(SID, [ruling(1), joining('ann'), ballot('ann', 1)]);
    await reopen();
    expect(await journal().append(SID, [ballot('ann', 2, { guards: [['ruling', 0]] })])).toEqual([{ moved: 3 }]);
    expect(await journal().append(SID, [ballot('ann', 2, { guards: [[`seat:${seatOf('ann')}`, 1]] })])).toEqual([{ moved: 3 }]);
    expect(await journal().append(SID, [ballot('ann', 2, { guards: [['ruling', 1]] })])).toEqual([{ version: 4 }]);
  });
}

function describeOutboxes(journal: Current, reopen: Reopen): void {
  test('[J5] gives a command that is sent again its first answer, and records it once', async () => {
    await journal().append(SID, [ballot('ann', 1), ballot('bob', 1)]);
    expect(await journal().append(SID, [ballot('ann', 1)])).toEqual([{ already: 1 }]);
    await reopen();
    expect(await journal().append(SID, [ballot('bob', 1)])).toEqual([{ already: 2 }]);
    expect(await journal().head(SID)).toBe(2);
  });

  test('[J5] answers an older command of an outbox `already`, without a version', async () => {
    await journal().append(SID, [ballot('ann', 1), ballot('ann', 5)]);
    expect(await journal().append(SID, [ballot('ann', 1)])).toEqual([{ already: null }]);
    expect(await journal().append(SID, [ballot('ann', 3)])).toEqual([{ already: null }]);
    expect(await journal().append(SID, [ballot('ann', 6)])).toEqual([{ version: 3 }]);
  });

  test('[J5] answers another sender of the same outbox `notYours`, whatever the number', async () => {
    await journal().append(SID, [ballot('ann', 2)]);
    for (const n of [1, 2, 3]) {
      expect(await journal().append(SID, [ballot('ann', n, { by: credentialOf('eve') })])).toEqual([{ notYours: true }]);
    }
    expect(await journal().append(SID, [ballot('ann', 3)])).toEqual([{ version: 2 }]);
  });

  test('[J5] knows a command again within one call and within one batch', async () => {
    const answers = await Promise.all([
      journal().append(SID, [ballot('ann', 1), ballot('ann', 1), ballot('ann', 1, { by: credentialOf('eve') })]),
      journal().append(SID, [ballot('ann', 1)]),
    ]);
    expect(answers).toEqual([[{ version: 1 }, { already: 1 }, { notYours: true }], [{ already: 1 }]]);
  });

  test('[J5] gives the first answer even where a guard would now fail', async () => {
    await journal().append(SID, [ballot('ann', 1, { guards: [['ruling', 0]] }), ruling(1)]);
    expect(await journal().append(SID, [ballot('ann', 1, { guards: [['ruling', 0]] })])).toEqual([{ already: 1 }]);
  });

  test('[J5] uses up no id for a command that was refused', async () => {
    await journal().append(SID, [ruling(1)]);
    expect(await journal().append(SID, [ballot('ann', 1, { guards: [['ruling', 0]] })])).toEqual([{ moved: 1 }]);
    expect(await journal().recall(SID, ballot('ann', 1).cmd, credentialOf('ann'))).toBeNull();
    expect(await journal().append(SID, [ballot('ann', 1, { guards: [['ruling', 1]] })])).toEqual([{ version: 2 }]);
  });

  test('[J6] records what the server owes once, however many nodes send it', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => journal().append(SID, [closing()])));
    expect(answers.flat()).toEqual([{ version: 1 }, ...Array.from({ length: 7 }, () => ({ already: 1 }))]);
    expect(await journal().append(SID, [closing('close:a1.2:9')])).toEqual([{ version: 2 }]);
    await reopen();
    expect(await journal().append(SID, [closing()])).toEqual([{ already: 1 }]);
  });

  test('[J6] recalls what it would answer, without recording anything', async () => {
    await journal().append(SID, [ballot('ann', 2), ballot('ann', 4), closing()]);
    for (let time = 0; time < 2; time += 1) {
      const recalled = (n: number, name = 'ann'): Promise<Appended | null> =>
        journal().recall(SID, ballot('ann', n).cmd, credentialOf(name));
      expect(await recalled(5)).toBeNull();
      expect(await recalled(4)).toEqual({ already: 2 });
      expect(await recalled(2)).toEqual({ already: null });
      expect(await recalled(5, 'eve')).toEqual({ notYours: true });
      expect(await journal().recall(SID, closing().cmd, 'clock')).toEqual({ already: 3 });
      expect(await journal().recall(SID, 'close:a1.2:9', 'clock')).toBeNull();
      expect(await journal().head(SID)).toBe(3);
      await reopen();
    }
  });

  test('[J6] recalls a command whose recording is still under way', async () => {
    const first = journal().append(SID, [ballot('ann', 1)]);
    const recalled = journal().recall(SID, ballot('ann', 1).cmd, credentialOf('ann'));
    expect(await recalled).toEqual({ already: 1 });
    expect(await first).toEqual([{ version: 1 }]);
  });
}

function describeContents(journal: Current, reopen: Reopen): void {
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

  test('[J13] tells the second of what the hall sees, and only the minute of a ballot or a joining', async () => {
    await journal().append(SID, smallMeeting());
    expect((await entriesOf(journal())).map(({ cmd, at }) => [cmd.split(/[-:]/)[0], at])).toEqual([
      ['host', '2026-11-23T12:34:56Z'],
      ['join', '2026-11-23T12:34Z'],
      ['join', '2026-11-23T12:34Z'],
      ['facilitator', '2026-11-23T12:34:56Z'],
      ['ann', '2026-11-23T12:34Z'],
      ['bob', '2026-11-23T12:34Z'],
      ['ann', '2026-11-23T12:34Z'],
      ['close', '2026-11-23T12:34:56Z'],
    ]);
  });

  test('[J15] refuses what could not be read back, and records nothing of the call', async () => {
    const [good] = [ballot('ann', 1)];
    const bad: Partial<typeof good>[] = [
      { events: [] },
      { events: [{ type: 'activity.started', activity: 'a1', kind: '\ud800' }], bodies: undefined, salt: undefined } as never,
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

function describeSessions(journal: Current, reopen: Reopen): void {
  test('[J14] keeps sessions apart', async () => {
    await journal().create(OTHER_SID, genesisOf(OTHER_SID));
    await Promise.all([journal().append(SID, [ballot('ann', 1)]), journal().append(OTHER_SID, [ruling(1), ballot('ann', 1)])]);
    await reopen();
    expect([...(await journal().sessions())].sort()).toEqual([SID, OTHER_SID].sort());
    expect(await journal().head(SID)).toBe(1);
    const other: readonly Entry[] = await entriesOf(journal(), OTHER_SID);
    expect(other.map(({ id }) => id)).toEqual(chainOf(genesisOf(OTHER_SID), other));
  });

  test('[J14] makes a session once, also when two ask at the same time', async () => {
    await journal().append(SID, [ballot('ann', 1)]);
    await expect(journal().create(SID, genesisOf(SID))).rejects.toThrow(SessionExists);
    const both = await Promise.allSettled([1, 2].map(() => journal().create(OTHER_SID, genesisOf(OTHER_SID))));
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await journal().head(SID)).toBe(1);
  });

  test('[J14] says so when nobody made the session', async () => {
    await expect(journal().append(OTHER_SID, [ballot('ann', 1)])).rejects.toThrow(UnknownSession);
    await expect(journal().recall(OTHER_SID, ballot('ann', 1).cmd, 'clock')).rejects.toThrow(UnknownSession);
    await expect(journal().head(OTHER_SID)).rejects.toThrow(UnknownSession);
    await expect(entriesOf(journal(), OTHER_SID)).rejects.toThrow(UnknownSession);
  });

  test('[J14] answers what was asked before it closed, and refuses what comes after', async () => {
    const before = journal().append(SID, [ballot('ann', 1)]);
    const closed = journal().close();
    await expect(journal().append(SID, [ballot('ann', 2)])).rejects.toThrow(JournalClosed);
    expect(await before).toEqual([{ version: 1 }]);
    await closed;
    await reopen();
    expect(await journal().head(SID)).toBe(1);
  });
}

function versionIn([answer]: readonly Appended[]): number {
  if (answer === undefined || !('version' in answer)) throw new Error(`not recorded: ${JSON.stringify(answer)}`);
  return answer.version;
}
