import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { AccessStore } from '@cyfran/server/access/access-store.ts';
import { openAccessStore } from '@cyfran/server/access/sqlite-store.ts';
import { written } from '@cyfran/server/access/tables.ts';
import { StorageFull } from '@cyfran/server/journal/journal.ts';
import { Deck, describeAccess, session } from './access-contract.ts';

const SID = 's-0123456789abcdef';

describeAccess('the access store on disk', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cyfran-access-'));
  return Promise.resolve({
    open: () => Promise.resolve(openAccessStore(folder)),
    remove: () => {
      rmSync(folder, { recursive: true });
      return Promise.resolve();
    },
  });
});

describe('the file', () => {
  let folder = '';
  let store: AccessStore;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'cyfran-access-'));
    store = openAccessStore(folder);
  });
  afterEach(() => {
    store.close();
    rmSync(folder, { recursive: true });
  });

  test('never holds a secret or the letters of a card', async () => {
    await store.cards.issue(SID, 'issued', 3, new Deck().draw);
    store.close();
    const said = readFileSync(join(folder, 'cyfran.sqlite'), 'latin1');
    expect(said).toContain('card1');
    expect(said).not.toContain('CARD1');
    store = openAccessStore(folder);
  });

  test('is copied whole while it is in use, for its owner alone', async () => {
    await store.addSession(session(SID, 'BCDFGH'));
    const copy = join(folder, 'cyfran.copy');
    await store.copyTo(copy, new Set());
    expect(statSync(copy).mode & 0o777).toBe(0o600);
    await expect(store.copyTo(copy, new Set())).rejects.toThrow();
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
