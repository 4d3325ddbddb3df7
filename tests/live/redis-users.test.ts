import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { expect, onTestFinished, test } from 'vitest';
import { begin, oneRound, rule } from '../support/evening.ts';
import { Hall } from '../support/hall.ts';
import { recountByHand, readRecordInRedis } from '../support/ledger.ts';
import { RedisServer } from '../support/redis-server.ts';
import { MASTER_KEY } from '../support/town.ts';

const COMPOSE = join(import.meta.dirname, '../../docker-compose.yml');
const PASSWORDS = { CYFRAN_REDIS_PASSWORD: 'of-the-journal-1', CYFRAN_PEOPLE_PASSWORD: 'of-the-people-22' };

test('[N6] the users of Redis that are deployed can hold a meeting, and neither reads what is the other’s', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'cyfran-acl-'));
  writeFileSync(join(folder, 'users.acl'), deployedUsers());
  const redis = await RedisServer.start('in-memory', { more: ['--aclfile', join(folder, 'users.acl')] });
  onTestFinished(async () => {
    await redis.remove();
    rmSync(folder, { recursive: true });
  });
  const as = (user: string, password: string) => `redis://${user}:${password}@127.0.0.1:${String(redis.port)}`;
  const hall = await Hall.open({
    environment: {
      CYFRAN_REDIS_URL: as('journal', PASSWORDS.CYFRAN_REDIS_PASSWORD),
      CYFRAN_REDIS_PEOPLE_URL: as('people', PASSWORDS.CYFRAN_PEOPLE_PASSWORD),
      CYFRAN_MASTER_KEY: MASTER_KEY,
    },
  });
  const meeting = await hall.meeting({ agenda: [oneRound('live')] });
  await meeting.desk.cards(2);
  const { console, phones } = await begin(meeting, 2);
  for (const phone of phones) expect(await phone.cast([['roof', 2]])).toMatchObject({ ok: true });
  await rule(console, { type: 'LastCall', activity: 'a1', round: 'a1.1', seconds: 600 });

  const [journal, people] = (['journal', 'people'] as const).map((username, index) => {
    const witness = new Redis({ port: redis.port, username, password: Object.values(PASSWORDS)[index]! });
    onTestFinished(() => {
      witness.disconnect();
    });
    return witness;
  }) as [Redis, Redis];
  const { sid } = meeting.made;
  expect(recountByHand(await readRecordInRedis(journal, sid), 'a1.1').people).toBe(2);
  expect(await people.hlen(`people:{${sid}}:keys`)).toBe(4);
  for (const refused of [
    () => journal.hgetall(`people:{${sid}}:keys`),
    () => people.xrange(`journal:{${sid}}:entries`, '-', '+'),
    () => journal.flushall(),
    () => people.config('GET', 'requirepass'),
    () => journal.keys('*'),
  ]) {
    await expect(refused()).rejects.toThrow('NOPERM');
  }
});

/** The users as docker-compose.yml has them, with passwords of this test. */
function deployedUsers(): string {
  const content = /content: \|\n((?: {6}.*\n)+)/.exec(readFileSync(COMPOSE, 'utf8'))?.[1] ?? '';
  return content.replace(/^ +/gm, '').replace(/\$\{(\w+)\}/g, (_, name: keyof typeof PASSWORDS) => PASSWORDS[name]);
}
