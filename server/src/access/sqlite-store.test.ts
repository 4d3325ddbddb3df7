import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { StorageFull } from '../journal/journal.ts';
import type { AccessStore, NewCard, SessionRow } from './access-store.ts';
import { openAccessStore } from './sqlite-store.ts';
import { written } from './tables.ts';

const SID = 's-0123456789abcdef';
const OTHER = 's-fedcba9876543210';
const SEAT = 'p-0123456789abcdef';
const bytes = (fill: number) => new Uint8Array(32).fill(fill);
const hash = (name: string) => name.padEnd(43, 'x');

const session = (sid: string, code: string): SessionRow => ({
  ...{ sid, code, createdAt: 1_700_000_000_000 },
  ...{ linkKey: bytes(1), cardKey: bytes(2), privateKey: bytes(3) },
});

let folder = '';
let store: AccessStore;
let drawn = 0;

/** Each with its own letters and seat. */
function draw(): NewCard {
  drawn += 1;
  return {
    code: `CARD${String(drawn)}`,
    hash: hash(`card${String(drawn)}`),
    seat: `p-${String(drawn).padStart(16, '0')}`,
  };
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cyfran-access-'));
  store = openAccessStore(folder);
  drawn = 0;
});
afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true });
});

describe('a session', () => {
  test('is found by its id and by its code, as it was kept; a code is nobody else’s', async () => {
    const row = session(SID, 'BCDFGH');
    expect(await store.addSession(row)).toBe(true);
    expect(await store.addSession(session(OTHER, 'BCDFGH'))).toBe(false);
    expect(await store.findSession(SID)).toEqual(row);
    expect(await store.findByCode('BCDFGH')).toEqual(row);
    expect(await store.findSession(OTHER)).toBe(null);
    store.close();
    store = openAccessStore(folder);
    expect(await store.findSession(SID)).toEqual(row);
  });
});

describe('a key', () => {
  test('of a link opens its role in its own session, several to each role', async () => {
    for (const [name, role] of [
      ['one', 'facilitator'],
      ['two', 'facilitator'],
      ['three', 'tablet'],
    ] as const) {
      await store.addKey(SID, hash(name), role);
      expect(await store.findKey(SID, hash(name))).toEqual({ role });
      expect(await store.findKey(OTHER, hash(name))).toBe(null);
    }
    expect(await store.findKey(SID, hash('one'))).toEqual({ role: 'facilitator' });
  });

  test('of a phone is the same seat however often it is asked, and never a link’s', async () => {
    expect(await store.seatOf(SID, hash('phone'), SEAT)).toBe(SEAT);
    expect(await store.seatOf(SID, hash('phone'), 'p-ffffffffffffffff')).toBe(SEAT);
    expect(await store.findKey(SID, hash('phone'))).toEqual({ role: 'participant', seat: SEAT, card: null, via: null });
    await store.addKey(SID, hash('link'), 'helper');
    await store.bindKey(SID, hash('link'), SEAT, hash('card'));
    expect(await store.findKey(SID, hash('link'))).toEqual({ role: 'helper' });
  });

  test('comes to a card’s seat, and leaves the one that it had', async () => {
    await store.cards.issue(SID, 'test', 1, draw);
    const [card] = await store.cards.all(SID);
    await store.seatOf(SID, hash('phone'), SEAT);
    await store.bindKey(SID, hash('phone'), card!.seat, hash('card1'));
    const opened = { role: 'participant', seat: card!.seat, card: 'test', via: hash('card1') };
    expect(await store.findKey(SID, hash('phone'))).toEqual(opened);
    expect(await store.seatOf(SID, hash('phone'), SEAT)).toBe(card!.seat);
  });
});

describe('cards', () => {
  test('have the next numbers of their session, and a code that is drawn twice is drawn again', async () => {
    expect(await store.cards.issue(SID, 'issued', 2, draw)).toEqual([
      { number: 1, code: 'CARD1' },
      { number: 2, code: 'CARD2' },
    ]);
    drawn = 0;
    expect(await store.cards.issue(SID, 'test', 1, draw)).toEqual([{ number: 3, code: 'CARD3' }]);
    drawn = 0;
    expect(await store.cards.issue(OTHER, 'issued', 1, draw)).toEqual([{ number: 1, code: 'CARD1' }]);
    expect((await store.cards.all(SID)).map(({ number, state }) => [number, state])).toEqual([
      [1, 'issued'],
      [2, 'issued'],
      [3, 'test'],
    ]);
    expect(await store.cards.find(SID, hash('card3'))).toMatchObject({ card: 'test' });
    expect(await store.cards.find(OTHER, hash('card3'))).toBe(null);
    expect(await store.cards.issue(SID, 'issued', 99_997, draw)).toBe(null);
  });

  test('that are withdrawn have never been', async () => {
    await store.cards.issue(SID, 'issued', 2, draw);
    await store.cards.withdraw(SID, [1, 2]);
    expect(await store.cards.all(SID)).toEqual([]);
    expect(await store.cards.find(SID, hash('card1'))).toBe(null);
  });

  test.each(['replace', 'void'] as const)(
    '%s: the old letters and every key of the seat stop, no other seat’s',
    async (how) => {
      await store.cards.issue(SID, 'issued', 2, draw);
      const [card, other] = await store.cards.all(SID);
      await store.bindKey(SID, hash('phone'), card!.seat, hash('card1'));
      await store.cards.keepMoving(SID, card!.seat, hash('moving'));
      await store.bindKey(SID, hash('second'), card!.seat, hash('moving'));
      await store.bindKey(SID, hash('neighbour'), other!.seat, hash('card2'));
      if (how === 'void') await store.cards.void(SID, 1);
      else expect(await store.cards.replace(SID, 1, hash('new'))).toBe(true);
      for (const gone of ['phone', 'second']) expect(await store.findKey(SID, hash(gone))).toBe(null);
      for (const gone of ['card1', 'moving']) expect(await store.cards.find(SID, hash(gone))).toBe(null);
      expect(await store.findKey(SID, hash('neighbour'))).toMatchObject({ seat: other!.seat });
      const found = await store.cards.find(SID, hash('new'));
      expect(found).toEqual(how === 'void' ? null : { seat: card!.seat, card: 'issued' });
      const state = how === 'void' ? 'void' : 'issued';
      expect(await store.cards.all(SID)).toEqual([{ ...card, state }, other]);
      expect(await store.cards.replace(SID, 1, hash('newer'))).toBe(how === 'replace');
      expect(await store.cards.replace(SID, 7, hash('newest'))).toBe(false);
    },
  );

  test('that move a seat are one at a time, and no card with a number', async () => {
    await store.cards.keepMoving(SID, SEAT, hash('first'));
    await store.cards.keepMoving(SID, SEAT, hash('second'));
    expect(await store.cards.find(SID, hash('first'))).toBe(null);
    expect(await store.cards.find(SID, hash('second'))).toEqual({ seat: SEAT, card: null });
    expect(await store.cards.all(SID)).toEqual([]);
  });
});

test('a paper has one seat in each session', async () => {
  expect(await store.paperSeat(SID, 7, SEAT)).toBe(SEAT);
  expect(await store.paperSeat(SID, 7, 'p-ffffffffffffffff')).toBe(SEAT);
  expect(await store.paperSeat(OTHER, 7, 'p-ffffffffffffffff')).toBe('p-ffffffffffffffff');
});

describe('the file', () => {
  test('never holds a secret or the letters of a card', async () => {
    await store.cards.issue(SID, 'issued', 3, draw);
    store.close();
    const said = readFileSync(join(folder, 'cyfran.sqlite'), 'latin1');
    expect(said).toContain('card1');
    expect(said).not.toContain('CARD1');
    store = openAccessStore(folder);
  });

  test('is copied whole while it is in use, for its owner alone', async () => {
    await store.addSession(session(SID, 'BCDFGH'));
    const copy = join(folder, 'cyfran.copy');
    await store.copyTo(copy);
    expect(statSync(copy).mode & 0o777).toBe(0o600);
    await expect(store.copyTo(copy)).rejects.toThrow();
    const copied = new DatabaseSync(copy);
    expect(copied.prepare('SELECT sid FROM sessions').all()).toMatchObject([{ sid: SID }]);
    copied.close();
  });

  test('of another version is refused in one sentence, and left as it is', () => {
    for (const [version, said] of [
      [0, 'an older version'],
      [1, 'an older version'],
      [99, 'a newer version'],
    ] as const) {
      const other = mkdtempSync(join(tmpdir(), 'cyfran-other-'));
      const database = new DatabaseSync(join(other, 'cyfran.sqlite'));
      database.exec(`CREATE TABLE sessions (sid TEXT PRIMARY KEY) STRICT; PRAGMA user_version = ${String(version)};`);
      database.close();
      expect(() => openAccessStore(other)).toThrow(new RegExp(`^${other} holds meetings of ${said} of Cyfran`));
      const after = new DatabaseSync(join(other, 'cyfran.sqlite'));
      expect(after.prepare('PRAGMA user_version').get()).toEqual({ user_version: version });
      after.close();
      rmSync(other, { recursive: true });
    }
  });

  test('that finds no room on the disk says so', async () => {
    const database = new DatabaseSync(':memory:');
    database.exec('PRAGMA max_page_count = 4; CREATE TABLE cards (hash TEXT) STRICT;');
    const fill = () => database.prepare('INSERT INTO cards VALUES (?)').run('x'.repeat(50_000));
    await expect(written(fill)).rejects.toThrow(StorageFull);
    await expect(written(() => database.exec('nonsense'))).rejects.not.toThrow(StorageFull);
    database.close();
  });
});
