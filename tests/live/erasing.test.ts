import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { nodeMachine, verify } from '@cyfran/shared/verify/verify.mjs';
import { simplestEvening } from '@cyfran/shared/activities/templates.ts';
import { describe, expect, onTestFinished, test } from 'vitest';
import { dataFolder } from '../support/child.ts';
import { cyfran } from '../support/command.ts';
import { begin, rule, untilStage, type Evening } from '../support/evening.ts';
import { HandClock } from '../support/hand-clock.ts';
import { Hall } from '../support/hall.ts';
import { Heard } from '../support/heard.ts';
import { readSqliteCopy } from '@cyfran/server/access/sqlite-copy.ts';
import { RedisServer } from '../support/redis-server.ts';

const DAY_MS = 24 * 3600_000;
const MASTER_KEY = 'a master key of the tests';
const WORDS = ['Canary-draft', 'Canary-void', 'Canary-first-edition', 'Canary-what', 'Canary-before-mending'];
/** What somebody sent in practice: no other ballot says it. */
const PRACTISED = '"alloc":[["coffee",3],["water",1]]';
const machine = await nodeMachine();

/** Everything that stands under a folder, byte for byte. */
function bytesUnder(folder: string): string {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .map((path) => readFileSync(path, 'latin1'))
    .join('\n');
}

const found = (bytes: string, words: readonly string[]) => words.filter((word) => bytes.includes(word));

interface Kept {
  readonly hall: Hall;
  readonly clock: HandClock;
  /** Where everything is written down. */
  readonly folder: string;
  readonly settings: Readonly<Record<string, string>>;
}

async function onDisk(): Promise<Kept> {
  const clock = new HandClock();
  const hall = await Hall.open({ clock });
  return { hall, clock, folder: hall.folder, settings: { CYFRAN_DATA: hall.folder } };
}

async function inRedis(): Promise<Kept> {
  const redis = await RedisServer.start('durable');
  onTestFinished(() => redis.remove());
  const clock = new HandClock();
  const settings = { CYFRAN_REDIS_URL: redis.url, CYFRAN_MASTER_KEY: MASTER_KEY };
  const hall = await Hall.open({ clock, environment: settings });
  return { hall, clock, folder: redis.folder, settings };
}

/** An evening in which something is written by mistake five times, and put right; practice, a vote that was started again, and the vote. */
async function held({ hall }: Kept): Promise<Evening> {
  const meeting = await hall.meeting({
    agenda: simplestEvening('on-show', 10, 4),
    mode: 'pseudonymous',
    title: { en: WORDS[0]! },
  });
  const { desk } = meeting;
  const save = async (purpose: string) => {
    const { seen, setUp } = await desk.setUp();
    const changed = { ...setUp, title: { en: 'Our village' }, purpose: { en: purpose } };
    const { status, json } = await desk.ask('PUT', '/set-up', { seen, setUp: changed });
    expect(status).toBe(200);
    await console.until(({ now }) => now?.ruling === json.seen);
  };
  const console = await meeting.console();
  await save(WORDS[4]!);
  const { phones } = await begin(meeting, 6);
  await untilStage([console], 'a1.1', 'open');
  await phones[0]!.cast([
    ['coffee', 3],
    ['water', 1],
  ]);
  await rule(console, { type: 'CloseNow', activity: 'a1', round: 'a1.1' });
  await save('Share a small pot');
  await rule(console, { type: 'StartActivity', activity: 'a2' });
  await untilStage(phones, 'a2.1', 'open');
  await rule(console, { type: 'VoidRound', activity: 'a2', round: 'a2.1', reason: { en: WORDS[1]! } });
  await untilStage(phones, 'a2.2', 'open');
  for (const [at, phone] of phones.entries()) {
    expect(await phone.cast([[at % 2 === 0 ? 'bridge' : 'roof', 2]])).toMatchObject({ ok: true });
  }
  await rule(console, { type: 'LastCall', activity: 'a2', round: 'a2.2', seconds: 60 });
  await rule(console, { type: 'CloseNow', activity: 'a2', round: 'a2.2' });
  await console.until(({ ready }) => ready?.counted);
  await rule(console, { type: 'Show', activity: 'a2', round: 'a2.2' });
  const action = { what: { en: WORDS[3]! }, who: {}, until: null };
  await rule(console, { type: 'WriteDecision', statement: { en: WORDS[2]! }, actions: [action], reason: null });
  await rule(console, {
    type: 'WriteDecision',
    statement: { en: 'The bridge' },
    actions: [],
    reason: { en: 'A slip' },
  });
  return meeting;
}

async function published(hall: Hall, meeting: Evening, file: string): Promise<string> {
  const answer = await fetch(`${hall.url}/r/${meeting.made.sid}/${file}`);
  expect([file, answer.status]).toEqual([file, 200]);
  return answer.text();
}

describe.each([
  ['on disk', onDisk],
  ['in Redis', inRedis],
])('erasing %s', (_, open) => {
  test('[S18] [X4] takes what was written, and what was practised, off disk, backups and screens; the record holds and says so', async () => {
    const kept = await open();
    const { hall, folder } = kept;
    const meeting = await held(kept);
    expect(found(bytesUnder(folder), [...WORDS, PRACTISED])).toEqual([...WORDS, PRACTISED]);
    await rule(await meeting.console(), { type: 'EndMeeting' });
    // What was practised goes by itself.
    await expect.poll(() => found(bytesUnder(folder), [PRACTISED]), { timeout: 10_000 }).toEqual([]);

    const { json } = await meeting.desk.ask('GET', '/texts');
    const texts = json.texts as { version: number; what: string }[];
    expect(texts.map(({ what }) => what)).toEqual(
      expect.arrayContaining(['set-up.saved', 'round.voided', 'decision.written']),
    );
    const before = verify(await published(hall, meeting, 'record.jsonl'), {}, machine);
    for (const { version } of texts) {
      expect(await meeting.desk.ask('POST', '/texts', { version, why: 'request' })).toMatchObject({ status: 200 });
    }
    expect(await meeting.desk.ask('POST', '/texts', { version: texts[0]!.version, why: 'law' })).toMatchObject({
      json: { reason: 'bad-text' },
    });
    await expect.poll(() => found(bytesUnder(folder), WORDS), { timeout: 10_000 }).toEqual([]);

    const heard = new Heard();
    await meeting.console(heard.listen);
    const pages = await Promise.all(
      ['', 'privacy', 'record.json', 'record.jsonl', 'checkpoints.txt'].map((file) => published(hall, meeting, file)),
    );
    expect(found([...heard.packets, ...pages].join('\n'), WORDS)).toEqual([]);
    const report = verify(pages[3]!, { checkpoints: [pages[4]!] }, machine);
    expect(report).toMatchObject({ ok: true, rounds: before.rounds });
    const [note] = report.checks.find(({ id }) => id === 'V6')!.notes;
    expect(note?.en).toContain(`Erased: ${String(texts.length + 1)}.`);

    const backup = join(dataFolder(), 'backup');
    const port = { PORT: new URL(hall.url).port, CYFRAN_HOST: '127.0.0.1' };
    expect(await cyfran(['backup', backup], { ...kept.settings, ...port })).toMatchObject({ code: 0 });
    expect(found(bytesUnder(backup), [...WORDS, PRACTISED])).toEqual([]);
    await hall.stop();
    await hall.start();
    expect(verify(await published(hall, meeting, 'record.jsonl'), {}, machine)).toMatchObject({
      ok: true,
      rounds: before.rounds,
    });
  });

  test('[S18] on its date destroys what joins people to ballots: keys, cards and the link key; and no backup after the end holds that', async () => {
    const kept = await open();
    const { hall, clock } = kept;
    const meeting = await held(kept);
    const port = { PORT: new URL(hall.url).port, CYFRAN_HOST: '127.0.0.1' };
    const backedUp = async () => {
      const backup = join(dataFolder(), 'backup');
      expect(await cyfran(['backup', backup], { ...kept.settings, ...port })).toMatchObject({ code: 0 });
      const [rows] = [...readSqliteCopy(join(backup, 'cyfran.sqlite'))];
      return {
        people: rows!.keys.filter(({ seat }) => seat !== null).length,
        linkKey: Buffer.from(rows!.session.linkKey),
        bytes: bytesUnder(backup),
      };
    };
    const during = await backedUp();
    expect([during.people, during.linkKey.length]).toEqual([6, 32]);
    await rule(await meeting.console(), { type: 'EndMeeting' });
    const after = await backedUp();
    expect([after.people, after.linkKey.length]).toEqual([6, 0]);
    expect(after.bytes.includes(during.linkKey.toString('latin1'))).toBe(false);

    clock.wakeAfter(27 * DAY_MS);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect((await backedUp()).people).toBe(6);
    clock.wakeAfter(2 * DAY_MS);
    await expect.poll(async () => (await backedUp()).people, { timeout: 10_000 }).toBe(0);
    // In Redis it stood sealed, and the file of appends keeps what is past until it is written anew.
    if ('CYFRAN_DATA' in kept.settings) {
      expect(bytesUnder(hall.folder).includes(during.linkKey.toString('latin1'))).toBe(false);
    }
    // The record stands as it stood, and whoever runs the meeting can still write to it.
    expect(verify(await published(hall, meeting, 'record.jsonl'), {}, machine)).toMatchObject({ ok: true });
    const { seen, setUp } = await meeting.desk.setUp();
    const changed = { ...setUp, contact: { en: 'The clerk' } };
    expect(await meeting.desk.ask('PUT', '/set-up', { seen, setUp: changed })).toMatchObject({ status: 200 });
  });
});
