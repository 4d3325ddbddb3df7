import { cpSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CannotDo } from '@cyfran/server/cli/loopback.ts';
import { restore } from '@cyfran/server/cli/restore.ts';
import { readConfig } from '@cyfran/server/config.ts';
import { realFiles } from '@cyfran/server/journal/files.ts';
import type { Robot } from '@cyfran/server/robots/robot.ts';
import { ChildServer, dataFolder } from '../support/child.ts';
import { freePort } from '../support/free-port.ts';
import { cyfran } from '../support/command.ts';
import { callApi } from '../support/desk.ts';
import { begin, Evening, oneRound, rule, type Place } from '../support/evening.ts';
import { Hall } from '../support/hall.ts';
import { systemError, troubledFiles } from '../support/journal-files.ts';
import { journalFile, Ledger, readRecord, recountByHand } from '../support/ledger.ts';
import { ask } from '../support/raw.ts';

const PHONES = 30;

interface Manifest {
  readonly sessions: readonly { readonly sid: string; readonly version: number; readonly bytes: number }[];
}

describe('a backup', () => {
  test('made while phones vote holds every acknowledged ballot up to its moment, and the meeting goes on from it elsewhere', async () => {
    const [first, second, backup] = [dataFolder(), dataFolder(), join(dataFolder(), 'backup')];
    let place: Place & { readonly port: number } = await ChildServer.start(first, await freePort());
    const meeting = await Evening.setUp(() => place, { agenda: [oneRound('live')], admission: 'open' });
    const card = await meeting.desk.card();
    const { phones } = await begin(meeting, PHONES);
    const ledger = new Ledger();

    let voting = true;
    const all = phones.map((phone) => keepVoting(phone, ledger, () => voting));
    await expect.poll(() => ledger.acked.size).toBeGreaterThan(2 * PHONES);
    const before = new Map(ledger.acked);
    const made = await cyfran(['backup', backup], settingsOf(place));
    const during = ledger.acked.size;
    expect(made).toMatchObject({ code: 0, errors: '' });
    expect(made.out).toMatch(/^1 meeting, \d+\.\d MB, copied to /);
    await expect.poll(() => ledger.acked.size).toBeGreaterThan(during + PHONES);
    voting = false;
    await Promise.all(all);
    expect([during > before.size, ledger.refused.size]).toEqual([true, 0]);
    const { sid } = meeting.made;
    const whole = readFileSync(journalFile(first, sid));
    for (const phone of phones) phone.close();
    await (place as unknown as ChildServer).kill('SIGKILL');

    const restored = await cyfran(['restore', backup], { CYFRAN_DATA: second });
    expect(restored).toMatchObject({ code: 0, errors: '' });
    const { version, bytes } = manifestIn(backup).sessions[0]!;
    expect(readFileSync(journalFile(second, sid))).toEqual(whole.subarray(0, bytes));
    const record = readRecord(second, sid);
    expect(record).toHaveLength(version);
    const kept = new Map(record.map(({ cmd, ballot }) => [cmd, ballot?.lines]));
    const lost = [...before].filter(([id, { lines }]) => JSON.stringify(kept.get(id)) !== JSON.stringify(lines));
    expect(lost.map(([id]) => id)).toEqual([]);

    place = await ChildServer.start(second, await freePort());
    const console = await meeting.console();
    const { people, totals } = recountByHand(record, 'a1.1');
    expect(await sums(console)).toEqual({ people, totals });
    expect(people).toBe(PHONES);

    const again = await Promise.all(phones.map(({ secret }) => meeting.phone(secret)));
    for (const phone of again) await phone.until(({ mine }) => mine);
    expect(await Promise.all(again.map((phone) => phone.cast([['garden', 1]])))).toEqual(
      again.map(() => expect.objectContaining({ ok: true }) as unknown),
    );
    await console.until(({ tally }) =>
      tally?.rows.every(([tokens], at) => tokens === (at === garden(console) ? PHONES : 0)),
    );
    expect(console.view).toMatchObject({ turnout: { sent: PHONES }, people: { joined: PHONES } });
    expect(await (await meeting.comer({ card: card.code })).send({ type: 'Join' })).toMatchObject({ ok: true });
  });

  test('can be read by nobody but its owner, and holds all that a server needs', async () => {
    const { hall, backup } = await backedUp();
    expect(readdirSync(backup).sort()).toEqual(['backup.json', 'cyfran.sqlite', 'host.key', 'sessions']);
    expect(readFileSync(join(backup, 'host.key'), 'utf8').trim()).toBe(hall.hostKey);
    const files = readdirSync(backup, { recursive: true, withFileTypes: true });
    const open = files.filter((file) => (statSync(join(file.parentPath, file.name)).mode & 0o077) !== 0);
    expect(open.map(({ name }) => name)).toEqual([]);
    expect(statSync(backup).mode & 0o077).toBe(0);
  });

  test('of a server without meetings is a backup, too', async () => {
    const hall = await Hall.open();
    const backup = join(dataFolder(), 'backup');
    expect(await cyfran(['backup', backup], settingsOf(hall))).toMatchObject({ code: 0 });
    const restored = dataFolder();
    expect(await restore(backup, readConfig({ CYFRAN_DATA: restored }))).toContain('0 meetings');
    const again = await Hall.open({ folder: restored });
    expect(again.hostKey).toBe(hall.hostKey);
  });

  test('is not written over anything', async () => {
    const { hall, backup } = await backedUp();
    const before = readFileSync(join(backup, 'backup.json'));
    expect(await cyfran(['backup', backup], settingsOf(hall))).toEqual({
      code: 1,
      out: '',
      errors: `${backup} is not empty. A backup needs a folder that is empty or not there yet.\n`,
    });
    expect(readFileSync(join(backup, 'backup.json'))).toEqual(before);
    const file = join(dataFolder(), 'a-file');
    writeFileSync(file, '');
    const onto = await cyfran(['backup', file], settingsOf(hall));
    expect(onto).toMatchObject({ code: 1 });
    expect(onto.errors).toContain(`The server cannot write to ${file}`);
  });

  test('for which there is no room, or which the disk will not take, harms no meeting', async () => {
    const to = join(dataFolder(), 'backup');
    let trouble: 'ENOSPC' | 'EIO' = 'ENOSPC';
    const files = troubledFiles(realFiles, (step, path) => {
      if (path.startsWith(to) && step === (trouble === 'EIO' ? 'datasync' : 'write')) throw systemError(trouble);
      return undefined;
    });
    const hall = await Hall.open({ files });
    const { phones } = await begin(await hall.meeting({ agenda: [oneRound('live')] }), 1);
    const full = await cyfran(['backup', to], settingsOf(hall));
    expect(full).toMatchObject({ code: 1, out: '' });
    expect(full.errors).toBe(`There is no room for the backup. What was written to ${to} is not whole: delete it.\n`);
    expect(await phones[0]!.cast([['roof', 2]])).toMatchObject({ ok: true });

    rmSync(to, { recursive: true });
    trouble = 'EIO';
    expect(await cyfran(['backup', to], settingsOf(hall))).toMatchObject({ code: 1, out: '' });
    expect(hall.faults.splice(0)).toHaveLength(1);
    expect(await phones[0]!.cast([['roof', 3]])).toMatchObject({ ok: true });
    expect(hall.fatal).toEqual([]);
    await expect(restore(to, readConfig({ CYFRAN_DATA: dataFolder() }))).rejects.toThrow(/is no whole backup/);
  });

  test('needs a running server; without one it is said what to do', async () => {
    const folder = dataFolder();
    writeFileSync(join(folder, 'host.key'), `${'A'.repeat(22)}\n`);
    const port = String(await freePort());
    const { code, errors } = await cyfran(['backup', join(folder, 'b')], { CYFRAN_DATA: folder, PORT: port });
    expect(code).toBe(1);
    expect(errors).toContain(`If it is stopped, simply copy its folder: ${folder}.`);
  });

  test('is given to whoever has the host’s key on this very machine, and to nobody else', async () => {
    const hall = await Hall.open();
    const meeting = await hall.meeting();
    const body = JSON.stringify({ to: join(dataFolder(), 'b') });
    const type = { 'content-type': 'application/json' };
    const asked = (headers: Record<string, string>) =>
      ask(hall.url, '/api/backup', { method: 'POST', headers: { ...type, ...headers }, body });
    expect(await asked({})).toMatchObject({ status: 401 });
    expect(await asked({ authorization: `Bearer ${meeting.made.facilitator}` })).toMatchObject({ status: 401 });
    const authorization = `Bearer ${hall.hostKey}`;
    const elsewhere = { status: 403, body: '{"ok":false,"reason":"not-allowed"}' };
    expect(await asked({ authorization, 'x-forwarded-for': '203.0.113.7' })).toMatchObject(elsewhere);
    expect(await asked({ authorization, 'x-forwarded-for': '127.0.0.1' })).toMatchObject(elsewhere);
    expect(await asked({ authorization, forwarded: 'for=203.0.113.7' })).toMatchObject(elsewhere);
    const relative = await callApi(hall.url, hall.hostKey, 'POST', '/api/backup', { to: 'here' });
    expect([relative.status, await relative.json()]).toEqual([
      400,
      { ok: false, reason: 'invalid', facts: { field: 'to', why: 'not-absolute' } },
    ]);
  });
});

describe('restoring', () => {
  test('touches no folder that holds something, be it in use or not', async () => {
    const { hall, backup } = await backedUp();
    const refused = await cyfran(['restore', backup], settingsOf(hall));
    expect(refused).toMatchObject({ code: 1, out: '' });
    expect(refused.errors).toContain(`${hall.folder} is not empty.`);
    const other = dataFolder();
    writeFileSync(join(other, 'notes.txt'), 'mine');
    expect(await cyfran(['restore', backup], { CYFRAN_DATA: other })).toMatchObject({ code: 1 });
    expect(readdirSync(other)).toEqual(['notes.txt']);
  });

  test('restores nothing where something is damaged or missing, and says what', async () => {
    const [{ backup }, { backup: another }] = [await backedUp(), await backedUp()];
    const damages: readonly (readonly [damage: (copy: string) => void, sentence: RegExp])[] = [
      [(copy) => flip(journalIn(copy)), /^The backup is damaged: .*byte \d+/],
      [(copy) => cut(journalIn(copy)), /^The backup is damaged/],
      [(copy) => dropLine(journalIn(copy)), /is not what was backed up/],
      [(copy) => rmSync(journalIn(copy)), /^The backup is damaged/],
      [(copy) => flipHead(join(copy, 'cyfran.sqlite')), /^The keys in the backup cannot be opened/],
      [(copy) => rmSync(join(copy, 'cyfran.sqlite')), /damaged: there is no cyfran\.sqlite/],
      [(copy) => cpSync(join(another, 'cyfran.sqlite'), join(copy, 'cyfran.sqlite')), /has no keys of the meeting s-/],
      [(copy) => rmSync(join(copy, 'host.key')), /damaged: there is no host\.key/],
      [(copy) => rmSync(join(copy, 'backup.json')), /is no whole backup: there is no backup\.json/],
      [(copy) => writeFileSync(join(copy, 'backup.json'), '{'), /is no whole backup: it cannot be read/],
    ];
    for (const [damage, sentence] of damages) {
      const [copy, target] = [join(dataFolder(), 'copy'), dataFolder()];
      cpSync(backup, copy, { recursive: true });
      damage(copy);
      const refused = await restore(copy, readConfig({ CYFRAN_DATA: target })).catch((error: unknown) => error);
      expect(refused).toBeInstanceOf(CannotDo);
      expect((refused as CannotDo).message).toMatch(sentence);
      expect(readdirSync(target)).toEqual([]);
    }
  });
});

/** A meeting with a few ballots, and a backup of it. */
async function backedUp(): Promise<{ hall: Hall; backup: string }> {
  const hall = await Hall.open();
  const meeting = await hall.meeting({ agenda: [oneRound('live')] });
  const { console, phones } = await begin(meeting, 3);
  for (const phone of phones) expect(await phone.cast([['roof', 2]])).toMatchObject({ ok: true });
  await rule(console, { type: 'LastCall', activity: 'a1', round: 'a1.1', seconds: 600 });
  const backup = join(dataFolder(), 'backup');
  const made = await callApi(hall.url, hall.hostKey, 'POST', '/api/backup', { to: backup });
  expect([made.status, await made.json()]).toMatchObject([201, { sessions: 1 }]);
  return { hall, backup };
}

function settingsOf({ url, folder }: Place): Record<string, string> {
  return { PORT: new URL(url).port, CYFRAN_HOST: '127.0.0.1', CYFRAN_DATA: folder };
}

/** One phone after another choice, each when the one before was answered, as people who cannot decide. */
async function keepVoting(phone: Robot, ledger: Ledger, goesOn: () => boolean): Promise<void> {
  for (let n = 1; goesOn(); n += 1) {
    const ballot = phone.ballot([
      ['bridge', 1 + (n % 4)],
      ['roof', 1 + (n % 3)],
    ]);
    const id = phone.nextId(ballot);
    await ledger.keep(id, ballot.alloc, phone.sendSurely(ballot, id));
    // A person taps no faster than this, and the server would tell them to wait.
    await new Promise((resolve) => setTimeout(resolve, 220));
  }
}

/** What the console shows: how many sent, and tokens and people for each proposal that has any. */
async function sums(console: Robot): Promise<{ people: number; totals: Map<string, [number, number]> }> {
  const { turnout, tally, now } = await console.until((view) => (view.tally ? view : null));
  const proposals = now?.activity?.kind === 'allocation' ? now.activity.proposals : [];
  const rows = proposals.map((proposal, at): [string, [number, number]] => {
    const [tokens = 0, supporters = 0] = tally?.rows[at] ?? [];
    return [proposal, [tokens, supporters]];
  });
  return { people: turnout?.sent ?? 0, totals: new Map(rows.filter(([, [, supporters]]) => supporters > 0)) };
}

function garden({ view }: Robot): number {
  return view.now?.activity?.kind === 'allocation' ? view.now.activity.proposals.indexOf('garden') : -1;
}

function manifestIn(backup: string): Manifest {
  return JSON.parse(readFileSync(join(backup, 'backup.json'), 'utf8')) as Manifest;
}

function journalIn(backup: string): string {
  return journalFile(backup, manifestIn(backup).sessions[0]!.sid);
}

function flip(path: string): void {
  const bytes = readFileSync(path);
  const at = Math.trunc(bytes.length / 2);
  bytes[at] = bytes[at]! ^ 1;
  writeFileSync(path, bytes);
}

function flipHead(path: string): void {
  const bytes = readFileSync(path);
  bytes.fill(0, 0, 16);
  writeFileSync(path, bytes);
}

function cut(path: string): void {
  writeFileSync(path, readFileSync(path).subarray(0, -10));
}

function dropLine(path: string): void {
  const text = readFileSync(path, 'utf8');
  writeFileSync(path, text.slice(0, text.lastIndexOf('\n', text.length - 2) + 1));
}
