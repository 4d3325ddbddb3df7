import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Append, Appended } from '@cyfran/server/journal/journal.ts';
import type { Guard, Key } from '@cyfran/shared/words/by.ts';
import { ballot, closing, credentialOf, genesisOf, joining, ruling, seatOf, SID } from '../support/journal-entries.ts';
import { entriesOf } from '../support/journal-folder.ts';
import type { Storage } from './journal-storage.ts';

const NAMES = ['ann', 'bob', 'cat'];

/** A journal as naive as it can be: a list, searched from its start for every question. */
class Oracle {
  readonly recorded: Append[] = [];

  append(asked: Append): Appended {
    const known = this.#known(asked);
    if (known !== null) return known;
    if (asked.guards.some(([key, version]) => this.#lastMove(key) > version)) return { moved: this.recorded.length };
    this.recorded.push(asked);
    return { version: this.recorded.length };
  }

  #known({ cmd, by }: Append): Appended | null {
    const same = this.recorded.findIndex((each) => each.cmd === cmd);
    if (cmd.includes(':')) return same < 0 ? null : { already: same + 1 };
    const [outbox, n] = cmd.split('.');
    const theirs = this.recorded.filter((each) => each.cmd.split('.')[0] === outbox);
    if (theirs.some((each) => each.by !== by)) return { notYours: true };
    const newest = Math.max(0, ...theirs.map((each) => Number(each.cmd.split('.')[1])));
    if (Number(n) > newest) return null;
    return { already: Number(n) === newest ? same + 1 : null };
  }

  #lastMove(key: Key): number {
    const moves = ({ events }: Append): boolean =>
      events.some((event) =>
        event.type === 'seat.joined' ? key === `seat:${event.seat}` : event.type !== 'ballot.cast' && key === 'ruling',
      );
    return this.recorded.findLastIndex(moves) + 1;
  }
}

/** Random commands, many of them sent twice, in random calls that overlap, with a restart now and then. */
export function describeAgainstOracle(name: string, make: () => Promise<Storage>, numRuns: number): void {
  describe(`${name}, against a naive list`, () => {
    test('[J2] [J3] [J5] answers every random sequence of commands as the list does', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(round, { minLength: 1, maxLength: 8 }), async (rounds) => {
          const storage = await make();
          try {
            await play(storage, rounds);
          } finally {
            await storage.remove();
          }
        }),
        { numRuns },
      );
    });
  });
}

async function play(storage: Storage, rounds: readonly Round[]): Promise<void> {
  const oracle = new Oracle();
  let journal = await storage.open();
  await journal.create(SID, genesisOf(SID));
  for (const { calls, restart } of rounds) {
    const expected = calls.map((call) => call.map((asked) => oracle.append(asked)));
    expect(await Promise.all(calls.map((call) => journal.append(SID, call)))).toEqual(expected);
    if (!restart) continue;
    await journal.close();
    journal = await storage.open();
  }
  expect((await entriesOf(journal)).map(({ cmd, by }) => [cmd, by])).toEqual(
    oracle.recorded.map(({ cmd, by }) => [cmd, by]),
  );
  await journal.close();
}

interface Round {
  readonly calls: readonly (readonly Append[])[];
  readonly restart: boolean;
}

const key = fc.constantFrom<Key>('ruling', ...NAMES.map((name): Key => `seat:${seatOf(name)}`));
const guards = fc.array(fc.tuple(key, fc.nat(12)), { maxLength: 2 }) satisfies fc.Arbitrary<readonly Guard[]>;
const person = fc.constantFrom(...NAMES);
const number = fc.integer({ min: 1, max: 6 });

const command: fc.Arbitrary<Append> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.tuple(person, number, guards).map(([name, n, held]) => ballot(name, n, { guards: held })),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(person, number, person).map(([name, n, other]) => ballot(name, n, { by: credentialOf(other) })),
  },
  { weight: 1, arbitrary: fc.tuple(number, guards).map(([n, held]) => ruling(n, { guards: held })) },
  { weight: 1, arbitrary: fc.tuple(person, guards).map(([name, held]) => joining(name, { guards: held })) },
  {
    weight: 1,
    arbitrary: fc.tuple(number, guards).map(([n, held]) => closing(`close:a1.1:${String(n)}`, { guards: held })),
  },
);

const round: fc.Arbitrary<Round> = fc.record({
  calls: fc.array(fc.array(command, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 6 }),
  restart: fc.boolean(),
});
