import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  type Appended,
  type Journal,
  JournalClosed,
  SessionExists,
  UnknownSession,
} from '@cyfran/server/journal/journal.ts';
import type { Entry } from '@cyfran/shared/session/entry.ts';
import { chainOf } from '../support/journal-chain.ts';
import {
  anyone,
  ballot,
  creation,
  genesisOf,
  joining,
  OTHER_SID,
  ruling,
  SID,
  smallMeeting,
} from '../support/journal-entries.ts';
import { entriesOf } from '../support/journal-folder.ts';
import { describeContents } from './journal-contents.ts';
import { describeFollowing } from './journal-following.ts';
import { describeGuards, describeOutboxes } from './journal-judging.ts';
import type { Current, Reopen, Storage } from './journal-storage.ts';

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
    describeErasing(() => journal, reopen);
    describeSessions(() => journal, reopen);
  });
}

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
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, at) => journal().append(SID, [ballot('ann', at + 1)])),
    );
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

function describeErasing(journal: Current, reopen: Reopen): void {
  test('[S18] [J9] takes bodies and salts away for good, and the chain stands as it stood', async () => {
    await journal().append(SID, smallMeeting());
    const before = await entriesOf(journal());
    const withBody = before.filter(({ bodies }) => bodies !== undefined).map(({ version }) => version);
    expect(withBody.length).toBeGreaterThan(1);
    const [first = 0] = withBody;
    expect(await journal().erase(SID, [first, before.length + 9])).toBe(1);
    expect(await journal().erase(SID, [first])).toBe(0);
    const bare = before.map((entry) => {
      const { bodies: _bodies, salt: _salt, ...rest } = entry;
      return entry.version === first ? rest : entry;
    });
    expect(await entriesOf(journal())).toEqual(bare);
    await reopen();
    expect(await entriesOf(journal())).toEqual(bare);
    expect(bare.map(({ id }) => id)).toEqual(chainOf(genesisOf(SID), bare));
    expect(await journal().append(SID, [ballot('zoe', 1)])).toEqual([{ version: before.length + 1 }]);
  });

  test('[S18] [J1] erases while people vote: nothing of theirs is lost, and who reads reads on', async () => {
    await journal().append(SID, [creation()]);
    const heard: number[] = [];
    const follower = journal().follow(SID, 0, (entries) => heard.push(...entries.map(({ version }) => version)));
    const casting = Array.from({ length: 40 }, (_, at) => journal().append(SID, [ballot(anyone(), at + 1)]));
    const reading = entriesOf(journal());
    const erased = [journal().erase(SID, [1]), journal().erase(SID, [1])];
    const versions = (await Promise.all(casting)).map(versionIn);
    expect((await Promise.all(erased)).reduce((sum, n) => sum + n, 0)).toBeGreaterThanOrEqual(1);
    expect([...versions].sort((a, b) => a - b)).toEqual(versions.map((_, at) => at + 2));
    await reading;
    const after = await entriesOf(journal());
    expect(after.map(({ version }) => version)).toEqual(Array.from({ length: 41 }, (_, at) => at + 1));
    expect([after[0]!.bodies, after[1]!.bodies === undefined]).toEqual([undefined, false]);
    await expect.poll(() => heard.length).toBe(41);
    follower.close();
  });
}

function describeSessions(journal: Current, reopen: Reopen): void {
  test('[J14] keeps sessions apart', async () => {
    await journal().create(OTHER_SID, genesisOf(OTHER_SID));
    await Promise.all([
      journal().append(SID, [ballot('ann', 1)]),
      journal().append(OTHER_SID, [ruling(1), ballot('ann', 1)]),
    ]);
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

  test('[J14] removes a session for good, which can then be made anew', async () => {
    await journal().append(SID, [creation(), ballot('ann', 1)]);
    await journal().create(OTHER_SID, genesisOf(OTHER_SID));
    const heard: number[] = [];
    journal().follow(SID, 0, (entries) => heard.push(...entries.map(({ version }) => version)));
    expect(await journal().remove(SID, 2)).toBe(true);
    await expect(journal().append(SID, [ballot('ann', 2)])).rejects.toThrow(UnknownSession);
    await expect(journal().remove(SID, 2)).rejects.toThrow(UnknownSession);
    await reopen();
    expect(await journal().sessions()).toEqual([OTHER_SID]);
    await journal().create(SID, genesisOf(SID));
    expect(await journal().append(SID, [ballot('ann', 1)])).toEqual([{ version: 1 }]);
    expect(heard).not.toContain(3);
  });

  test('[J14] keeps a session in which something happened that the remover has not seen', async () => {
    await journal().append(SID, [creation()]);
    expect(await journal().remove(SID, 0)).toBe(false);
    const [appended, removed] = await Promise.all([
      journal().append(SID, [ballot('ann', 1)]),
      journal().remove(SID, 1),
    ]);
    expect([appended, removed]).toEqual([[{ version: 2 }], false]);
    await reopen();
    expect(await journal().head(SID)).toBe(2);
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
