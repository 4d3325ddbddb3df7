import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { dataFolder } from '../support/child.ts';
import { cyfran } from '../support/command.ts';
import { begin, Evening, oneRound, rule } from '../support/evening.ts';
import { Hall } from '../support/hall.ts';
import { readRecord } from '../support/ledger.ts';
import { RedisServer } from '../support/redis-server.ts';
import { MASTER_KEY, Town } from '../support/town.ts';

test('[N5] a backup of Redis goes on as a single server, and as another Redis, with all links, cards and ballots', async () => {
  const town = await Town.open(2);
  const [node] = town.nodes;
  const meeting = await town.meeting({ agenda: [oneRound('live')] });
  const [card] = await meeting.desk.cards(1);
  const { phones } = await begin(meeting, 4);
  for (const [index, phone] of phones.entries()) {
    expect(await phone.cast([['roof', index]])).toMatchObject({ ok: true });
  }
  const backup = join(dataFolder(), 'backup');
  const settings = {
    PORT: new URL(node!.url).port,
    CYFRAN_HOST: '127.0.0.1',
    CYFRAN_REDIS_URL: town.redis.url,
    CYFRAN_MASTER_KEY: MASTER_KEY,
  };
  expect(await cyfran(['backup', backup], settings)).toMatchObject({ code: 0, errors: '' });
  const before = await town.record(meeting);
  expect(readRecord(backup, meeting.made.sid)).toEqual(before);

  const folder = dataFolder();
  expect(await cyfran(['restore', backup], { CYFRAN_DATA: folder })).toMatchObject({ code: 0, errors: '' });
  const hall = await Hall.open({ folder });
  expect(hall.hostKey).toBe(node!.hostKey);
  await goesOn(new Evening(() => hall, meeting.made), phones[1]!.secret, card!.code);

  const other = await RedisServer.start('in-memory');
  onTestFinished(() => other.remove());
  const elsewhere = { CYFRAN_REDIS_URL: other.url, CYFRAN_MASTER_KEY: 'another master key of the tests' };
  expect(await cyfran(['restore', backup], elsewhere)).toMatchObject({ code: 0, errors: '' });
  const again = await cyfran(['restore', backup], elsewhere);
  expect(again).toMatchObject({
    code: 1,
    errors: expect.stringMatching(/^This Redis holds meetings already\./) as string,
  });
  const restored = await Hall.open({ environment: elsewhere });
  expect(restored.hostKey).toBe(node!.hostKey);
  await goesOn(new Evening(() => restored, meeting.made), phones[1]!.secret, card!.code);

  const tail = await cyfran(['journal', 'tail', meeting.made.sid], elsewhere);
  expect(tail).toMatchObject({ code: 0, errors: '' });
  const told = tail.out.trimEnd().split('\n');
  expect(told.at(-1)).toContain('"type":"round.last-call"');
  for (const word of ['"alloc"', 'Our village', 'A roof']) expect(tail.out).not.toContain(word);
  const onDisk = await cyfran(['journal', 'tail', meeting.made.sid], { CYFRAN_DATA: folder });
  expect(onDisk.out.split('\n').slice(0, before.length - 1)).toEqual(told.slice(0, before.length - 1));
  for (const [words, said] of [
    [['journal', 'tail', 's-0000000000000000'], 'There is no meeting s-0000000000000000 in this Redis.\n'],
    [
      ['journal', 'tail', meeting.made.code],
      `${meeting.made.code} is no meeting’s id: one begins with s-, and stands in its links.\n`,
    ],
  ] as const) {
    expect(await cyfran(words, elsewhere)).toMatchObject({ code: 1, errors: said });
  }
});

/** Everybody is known again, and what they do now is recorded after what they did. */
async function goesOn(meeting: Evening, secret: string, card: string): Promise<void> {
  const console = await meeting.console();
  const phone = await meeting.phone(secret);
  await phone.until(({ mine }) => mine?.alloc[0]?.[1] === 1);
  expect(await phone.cast([['roof', 4]])).toMatchObject({ ok: true });
  const second = await meeting.comer({ card });
  expect(await second.send({ type: 'Join' })).toMatchObject({ ok: true });
  await rule(console, { type: 'LastCall', activity: 'a1', round: 'a1.1', seconds: 600 });
}
