import { randomBytes } from 'node:crypto';
import { openRedisJournal } from '@cyfran/server/journal/redis-journal.ts';
import type { Journal } from '@cyfran/server/journal/journal.ts';
import { Measures } from '@cyfran/server/measures.ts';
import { RedisLink } from '@cyfran/server/redis/link.ts';
import { genesisOf, SID } from '../support/journal-entries.ts';
import { answerParent } from './child.ts';
import { Caster, timed } from './disk-load.ts';
import { silent } from './silent.ts';

const LINE = 'x'.repeat(480);

let journal: Journal | null = null;
let plain: RedisLink | null = null;

/** One node's journal in Redis, beside one command a ballot on the same Redis, which also makes each durable before it answers. */
const ways = {
  async open({ url, create }: { readonly url: string; readonly create: boolean }): Promise<void> {
    plain = await RedisLink.open(url, 'plain', silent);
    journal = await openRedisJournal({ url, log: silent, onFatal: fail, measures: new Measures() });
    if (create) await journal.create(SID, genesisOf(SID));
    journal.follow(SID, 0, () => undefined);
  },
  journal({ writers, seconds }: { readonly writers: number; readonly seconds: number }) {
    const into = journal ?? none();
    const people = Array.from({ length: writers }, () => new Caster(into));
    return timed(
      people.map((person) => () => person.cast()),
      seconds,
    );
  },
  plain({ writers, seconds }: { readonly writers: number; readonly seconds: number }) {
    const link = plain ?? none();
    const key = `plain:${randomBytes(6).toString('hex')}`;
    const each = () => link.ask<string>(['XADD', key, '*', 'h', LINE]);
    return timed(
      Array.from({ length: writers }, () => async () => {
        await each();
      }),
      seconds,
    );
  },
};
export type RedisKept = typeof ways;

answerParent(ways);

function none(): never {
  throw new Error('nothing is open');
}

function fail(error: unknown): never {
  throw error;
}
