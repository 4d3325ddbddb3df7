import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Hash, SeatId, SessionCode, SessionId } from '@cyfran/shared/words/ids.ts';

/** What a key opens in one session. */
export type Opened =
  { readonly role: 'facilitator' | 'stage' } | { readonly role: 'participant'; readonly seat: SeatId };

/** What is kept about a session outside its journal. `linkKey` joins seats to credentials; `privateKey` (PKCS#8) will sign. */
export interface SessionRow {
  readonly sid: SessionId;
  readonly code: SessionCode;
  readonly linkKey: Uint8Array;
  readonly privateKey: Uint8Array;
}

/** Codes, hashes of keys, link keys and session keys: what may be looked up or destroyed, apart from the journal. */
export interface AccessStore {
  /** `false` when the code is taken: draw another. Codes are never used again, so a phone's key can stand under its code. */
  addSession(row: SessionRow): Promise<boolean>;
  findByCode(code: SessionCode): Promise<SessionRow | null>;
  findSession(sid: SessionId): Promise<SessionRow | null>;
  addKey(sid: SessionId, hash: Hash, role: 'facilitator' | 'stage'): Promise<void>;
  /** The seat of this key, drawn now if it is new: asked twice, it is the same seat. */
  seatOf(sid: SessionId, hash: Hash, drawn: SeatId): Promise<SeatId>;
  findKey(sid: SessionId, hash: Hash): Promise<Opened | null>;
  close(): void;
}

/** Another process holds the data folder. */
class FolderInUse extends Error {
  override readonly name = 'FolderInUse';
}

const TABLES = `
  CREATE TABLE IF NOT EXISTS sessions (sid TEXT PRIMARY KEY, code TEXT NOT NULL UNIQUE, link_key BLOB NOT NULL, private_key BLOB NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS keys (sid TEXT NOT NULL, hash TEXT NOT NULL, role TEXT NOT NULL, seat TEXT, PRIMARY KEY (sid, hash)) STRICT, WITHOUT ROWID;
`;

/**
 * Opens `<folder>/cyfran.sqlite` exclusively: it is also the lock of the whole data folder. Throws `FolderInUse`.
 * No other code may open the file, not even to read: closing such a handle would drop the lock (POSIX).
 */
export function openAccessStore(folder: string): AccessStore {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const database = new DatabaseSync(join(folder, 'cyfran.sqlite'));
  try {
    database.exec(
      'PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;',
    );
    // Without a write, two openers would both get in.
    database.exec('BEGIN EXCLUSIVE; COMMIT;');
    database.exec(TABLES);
  } catch (error) {
    database.close();
    throw isBusy(error) ? new FolderInUse(`${folder} is in use by another Cyfran`, { cause: error }) : error;
  }
  return new SqliteAccessStore(database);
}

const SQLITE_BUSY = 5;
function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY;
}

class SqliteAccessStore implements AccessStore {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  addSession({ sid, code, linkKey, privateKey }: SessionRow): Promise<boolean> {
    const { changes } = this.#database
      .prepare('INSERT INTO sessions (sid, code, link_key, private_key) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING')
      .run(sid, code, linkKey, privateKey);
    return Promise.resolve(changes === 1);
  }

  findByCode(code: SessionCode): Promise<SessionRow | null> {
    return Promise.resolve(this.#session('code', code));
  }

  findSession(sid: SessionId): Promise<SessionRow | null> {
    return Promise.resolve(this.#session('sid', sid));
  }

  #session(column: 'sid' | 'code', value: string): SessionRow | null {
    const row = this.#database
      .prepare(`SELECT sid, code, link_key, private_key FROM sessions WHERE ${column} = ?`)
      .get(value) as { sid: string; code: string; link_key: Uint8Array; private_key: Uint8Array } | undefined;
    if (row === undefined) return null;
    return { sid: row.sid, code: row.code, linkKey: row.link_key, privateKey: row.private_key };
  }

  addKey(sid: SessionId, hash: Hash, role: 'facilitator' | 'stage'): Promise<void> {
    this.#database.prepare('INSERT INTO keys (sid, hash, role) VALUES (?, ?, ?)').run(sid, hash, role);
    return Promise.resolve();
  }

  async seatOf(sid: SessionId, hash: Hash, drawn: SeatId): Promise<SeatId> {
    this.#database
      .prepare("INSERT INTO keys (sid, hash, role, seat) VALUES (?, ?, 'participant', ?) ON CONFLICT DO NOTHING")
      .run(sid, hash, drawn);
    const opened = await this.findKey(sid, hash);
    return opened?.role === 'participant' ? opened.seat : drawn;
  }

  findKey(sid: SessionId, hash: Hash): Promise<Opened | null> {
    const row = this.#database.prepare('SELECT role, seat FROM keys WHERE sid = ? AND hash = ?').get(sid, hash) as
      { role: 'facilitator' | 'stage' | 'participant'; seat: string | null } | undefined;
    if (row === undefined) return Promise.resolve(null);
    if (row.role !== 'participant') return Promise.resolve({ role: row.role });
    return Promise.resolve(row.seat === null ? null : { role: 'participant', seat: row.seat });
  }

  close(): void {
    this.#database.close();
  }
}
