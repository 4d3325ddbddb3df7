import type { DatabaseSync } from 'node:sqlite';
import { StorageFull } from '../journal/journal.ts';
import type { SessionRow } from './access-store.ts';

/** Raised with every change of a table. Kept in the file itself, where 0 stands for a new file, or for one older than this number. */
const TABLES_VERSION = 3;

const TABLES = `
  CREATE TABLE sessions (
    sid TEXT PRIMARY KEY, code TEXT NOT NULL UNIQUE, created_at INTEGER NOT NULL,
    link_key BLOB NOT NULL, card_key BLOB NOT NULL, private_key BLOB NOT NULL
  ) STRICT;
  CREATE TABLE keys (
    sid TEXT NOT NULL, hash TEXT NOT NULL, role TEXT NOT NULL, seat TEXT, via TEXT,
    PRIMARY KEY (sid, hash)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX keys_by_seat ON keys (sid, seat) WHERE seat IS NOT NULL;
  CREATE TABLE cards (
    sid TEXT NOT NULL, hash TEXT NOT NULL, number INTEGER, seat TEXT NOT NULL, state TEXT NOT NULL,
    PRIMARY KEY (sid, hash), UNIQUE (sid, number)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX cards_by_seat ON cards (sid, seat);
  CREATE TABLE papers (
    sid TEXT NOT NULL, serial INTEGER NOT NULL, seat TEXT NOT NULL,
    PRIMARY KEY (sid, serial)
  ) STRICT, WITHOUT ROWID;
`;

/** A row of `sessions`. */
export interface StoredSession {
  readonly sid: string;
  readonly code: string;
  readonly created_at: number;
  readonly link_key: Uint8Array;
  readonly card_key: Uint8Array;
  readonly private_key: Uint8Array;
}

export function sessionIn({ sid, code, created_at, link_key, card_key, private_key }: StoredSession): SessionRow {
  return { sid, code, createdAt: created_at, linkKey: link_key, cardKey: card_key, privateKey: private_key };
}

export const SQLITE_BUSY = 5;
const SQLITE_FULL = 13;

/** The data folder was written by another version of Cyfran, whose meetings this one cannot read. */
class OtherVersion extends Error {
  override readonly name = 'OtherVersion';
}

/** Makes the tables in a new folder, and knows its own in one that was used before. Throws `OtherVersion`. */
export function prepareTables(database: DatabaseSync, folder: string): void {
  const { user_version: version } = database.prepare('PRAGMA user_version').get() as { user_version: number };
  if (version === TABLES_VERSION) return;
  const { tables } = database.prepare('SELECT count(*) AS tables FROM sqlite_schema').get() as { tables: number };
  if (version > 0 || tables > 0) throw new OtherVersion(inWords(version, folder));
  transaction(database, () => {
    database.exec(`${TABLES} PRAGMA user_version = ${String(TABLES_VERSION)};`);
  });
}

function inWords(version: number, folder: string): string {
  const other = version < TABLES_VERSION ? 'an older' : 'a newer';
  return `${folder} holds meetings of ${other} version of Cyfran, which this one cannot read; nothing in it was changed. Choose another folder with CYFRAN_DATA, or start the version that wrote it.`;
}

/** All of it or nothing. */
export function transaction<Result>(database: DatabaseSync, work: () => Result): Result {
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}

/** What is on the disk once this resolves. Throws `StorageFull` where there is no room. */
export function written<Result>(work: () => Result): Promise<Result> {
  return new Promise((resolve, reject) => {
    try {
      resolve(work());
    } catch (error) {
      reject(errorCode(error) === SQLITE_FULL ? new StorageFull('no room', { cause: error }) : (error as Error));
    }
  });
}

/** SQLite's own number for what went wrong. */
export function errorCode(error: unknown): number | null {
  return error instanceof Error && 'errcode' in error && typeof error.errcode === 'number' ? error.errcode : null;
}
