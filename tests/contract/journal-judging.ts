import { expect, test } from 'vitest';
import type { Appended } from '@cyfran/server/journal/journal.ts';
import { ballot, closing, credentialOf, joining, outboxOf, ruling, seatOf, SID } from '../support/journal-entries.ts';
import type { Current, Reopen } from './journal-storage.ts';

/** What every journal answers to those who relied on something that has moved. */
export function describeGuards(journal: Current, reopen: Reopen): void {
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

  test('[J3] moves the keys that an entry names beside those of its events, in the same call and later', async () => {
    const key = 'paper:a1.1:7' as const;
    const about = (name: string, version: number) => ballot(name, 1, { guards: [[key, version]], moves: [key] });
    const answers = await journal().append(SID, [about('ann', 0), about('bob', 0), ballot('cat', 1)]);
    expect(answers).toEqual([{ version: 1 }, { moved: 1 }, { version: 2 }]);
    expect(await journal().append(SID, [about('bob', 0)])).toEqual([{ moved: 2 }]);
    expect(await journal().append(SID, [about('bob', 1)])).toEqual([{ version: 3 }]);
  });

  test('[J3] needs every guard to hold', async () => {
    await journal().append(SID, [ruling(1), joining('ann')]);
    const seat = `seat:${seatOf('ann')}` as const;
    expect(
      await journal().append(SID, [
        ballot('ann', 1, {
          guards: [
            ['ruling', 1],
            [seat, 1],
          ],
        }),
      ]),
    ).toEqual([{ moved: 2 }]);
    expect(
      await journal().append(SID, [
        ballot('ann', 1, {
          guards: [
            ['ruling', 1],
            [seat, 2],
          ],
        }),
      ]),
    ).toEqual([{ version: 3 }]);
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
    expect(await journal().append(SID, [ballot('ann', 2, { guards: [[`seat:${seatOf('ann')}`, 1]] })])).toEqual([
      { moved: 3 },
    ]);
    expect(await journal().append(SID, [ballot('ann', 2, { guards: [['ruling', 1]] })])).toEqual([{ version: 4 }]);
  });
}

/** What every journal answers to a command that was sent before. */
export function describeOutboxes(journal: Current, reopen: Reopen): void {
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
      expect(await journal().append(SID, [ballot('ann', n, { by: credentialOf('eve') })])).toEqual([
        { notYours: true },
      ]);
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
