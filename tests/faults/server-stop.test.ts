import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { GRACE_AFTER_START_MS } from '@cyfran/server/meeting/duties.ts';
import { ChildServer, dataFolder } from '../support/child.ts';
import { freePort } from '../support/free-port.ts';
import { begin, Evening, oneRound, rule, untilStage } from '../support/evening.ts';
import { Hall } from '../support/hall.ts';
import { HandClock } from '../support/hand-clock.ts';
import { journalFile, Ledger, recountByHand } from '../support/ledger.ts';

const ROUND = { activity: 'a1', round: 'a1.1' } as const;

test('a second server on the same data is refused with one clear sentence, and harms nothing', async () => {
  const folder = dataFolder();
  const first = await ChildServer.start(folder, await freePort());
  const meeting = await Evening.setUp(() => first, { agenda: [oneRound('live')] });
  const { phones } = await begin(meeting, 1);
  const second = ChildServer.spawn(folder, await freePort());
  expect(await second.ended).toEqual({ code: 1, signal: null });
  expect(second.errors).toBe(`Cyfran cannot start. ${folder} is in use by another Cyfran\n`);
  expect(second.out).toBe('');

  expect(await phones[0]!.cast([['roof', 1]])).toMatchObject({ ok: true });
  expect((await first.kill('SIGTERM')).code).toBe(0);
  const third = await ChildServer.start(folder, await freePort());
  expect(third.errors).toBe('');
});

test('a port that is taken, a setting that is wrong and a journal that is damaged are each said in one sentence', async () => {
  const taken = await ChildServer.start(dataFolder(), await freePort());
  const cannot = async (child: ChildServer) => {
    expect((await child.ended).code).toBe(1);
    return child.errors;
  };
  const folder = dataFolder();
  expect(await cannot(ChildServer.spawn(folder, taken.port))).toMatch(
    /^Cyfran cannot start\. [^\n]*EADDRINUSE[^\n]*\n$/,
  );
  expect(await cannot(ChildServer.spawn(folder, 0, { PORT: 'three' }))).toMatch(
    /^Cyfran cannot start\. PORT: [^\n]+\n$/,
  );
  // What could not start has let go of the data.
  const server = await ChildServer.start(folder, await freePort());
  const { made } = await Evening.setUp(() => server);
  expect((await server.kill('SIGTERM')).code).toBe(0);

  const path = journalFile(folder, made.sid);
  const damaged = readFileSync(path, 'utf8').replace('"potMinor":80000', '"potMinor":90000');
  writeFileSync(path, damaged);
  const said = await cannot(ChildServer.spawn(folder, await freePort()));
  expect(said).toMatch(/^Cyfran cannot start\. [^\n]*journal\.jsonl, byte \d+: [^\n]+\n$/);
  expect(said).not.toContain('village');
  expect(readFileSync(path, 'utf8')).toBe(damaged);
});

test('a data folder of an older Cyfran is refused in one sentence, and left as it is', async () => {
  const folder = dataFolder();
  const database = new DatabaseSync(join(folder, 'cyfran.sqlite'));
  database.exec('CREATE TABLE sessions (sid TEXT PRIMARY KEY, code TEXT NOT NULL UNIQUE) STRICT;');
  database.close();
  const server = ChildServer.spawn(folder, await freePort());
  expect(await server.ended).toEqual({ code: 1, signal: null });
  expect(server.errors).toMatch(
    /^Cyfran cannot start\. \S+ holds meetings of an older version of Cyfran, which this one cannot read; [^\n]+\n$/,
  );
  expect(readdirSync(folder)).toEqual(['cyfran.sqlite']);
});

test('[J1] [L7] a server that is asked to stop does, whoever holds the line; each answered ballot is there, the others come again', async () => {
  const folder = dataFolder();
  const port = await freePort();
  let server = await ChildServer.start(folder, port, { CYFRAN_LOG: 'error' });
  const meeting = await Evening.setUp(() => server, { agenda: [oneRound('live')] });
  const { phones } = await begin(meeting, 40);
  const silent = connect(port, '127.0.0.1').on('error', () => {});
  const half = connect(port, '127.0.0.1').on('error', () => {});
  half.write('POST /api/sessions HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{');

  const ledger = new Ledger();
  let goingOn = true;
  const casting = phones.map(async (phone, person) => {
    for (let change = 0; goingOn; change += 1) {
      const ballot = phone.ballot([
        ['bridge', (person + change) % 5],
        ['roof', change % 3],
      ]);
      const id = phone.nextId(ballot);
      expect(await ledger.keep(id, ballot.alloc, phone.sendSurely(ballot, id))).toMatchObject({ ok: true });
    }
  });
  await expect.poll(() => ledger.acked.size, { interval: 5 }).toBeGreaterThan(phones.length);
  expect(await server.kill('SIGTERM')).toEqual({ code: 0, signal: null });
  for (const socket of [silent, half]) socket.destroy();
  expect(server.out.split('\n').filter((line) => line.startsWith('{'))).toEqual([]);
  const answered = [...ledger.acked.keys()];
  const recorded = new Set(meeting.record().map(({ cmd }) => cmd));
  expect(answered.filter((id) => !recorded.has(id))).toEqual([]);

  server = await ChildServer.start(folder, port);
  await expect.poll(() => ledger.acked.size).toBeGreaterThan(answered.length);
  goingOn = false;
  await Promise.all(casting);
  expect(ledger.compare(meeting.record())).toEqual([]);
});

test('[A10] [S10] a server killed during the last call closes after the grace, and the ballots of those cut off count', async () => {
  const folder = dataFolder();
  const killed = await ChildServer.start(folder, await freePort());
  const before = await Evening.setUp(() => killed, { agenda: [oneRound('on-show')] });
  const { console, phones } = await begin(before, 2);
  await phones[0]!.cast([['roof', 2]]);
  await rule(console, { type: 'LastCall', ...ROUND, seconds: 10 });
  await killed.kill('SIGKILL');

  const clock = new HandClock();
  // Long after the announced time, by the clock of the server that comes back.
  clock.advance(Date.now() + 3_600_000 - clock.now());
  const hall = await Hall.open({ folder, clock });
  const after = new Evening(() => hall, before.made);
  const [back, screen] = [await after.phone(phones[1]!.secret), await after.console()];
  clock.advance(GRACE_AFTER_START_MS - 1);
  expect(await back.cast([['roof', 4]])).toMatchObject({ ok: true });
  clock.advance(1);
  await untilStage([back, screen], 'a1.1', 'closed');
  await screen.until(({ ready }) => ready?.counted);
  const { people, totals } = recountByHand(after.record(), 'a1.1');
  expect([people, totals]).toEqual([2, new Map([['roof', [6, 2]]])]);
  expect(readFileSync(`${folder}/host.key`, 'utf8').trim()).toBe(hall.hostKey);
});
