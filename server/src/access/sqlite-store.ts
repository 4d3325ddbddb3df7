import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import type { Hash, SeatId, Serial, SessionCode, SessionId } from '@cyfran/shared/words/ids.ts';
import type { AccessStore, CardKind, CardStore, LinkRole, Opened, SessionRow } from './access-store.ts';
import { SqliteCards } from './sqlite-cards.ts';
import { withoutLinkKeys } from './sqlite-copy.ts';
import {
  errorCode,
  prepareTables,
  sessionIn,
  SQLITE_BUSY,
  transaction,
  type StoredSession,
  written,
} from './tables.ts';

/** Another process holds the data folder. */
class FolderInUse extends Error {
  override readonly name = 'FolderInUse';
}

/**
 * Opens `<folder>/cyfran.sqlite` exclusively: it is also the lock of the whole data folder. Throws `FolderInUse`, `OtherVersion`.
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
    prepareTables(database, folder);
  } catch (error) {
    database.close();
    if (errorCode(error) !== SQLITE_BUSY) throw error;
    throw new FolderInUse(`${folder} is in use by another Cyfran`, { cause: error });
  }
  return new SqliteStore(database);
}

class SqliteStore implements AccessStore {
  readonly cards: CardStore;
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
    this.cards = new SqliteCards(database);
  }

  async addSession({ sid, code, createdAt, linkKey, cardKey, privateKey }: SessionRow): Promise<boolean> {
    const changes = await this.#write(
      `INSERT INTO sessions (sid, code, created_at, link_key, card_key, private_key) VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT DO NOTHING`,
      ...[sid, code, createdAt, linkKey, cardKey, privateKey],
    );
    return changes === 1;
  }

  removeSession(sid: SessionId): Promise<void> {
    return written(() => {
      transaction(this.#database, () => {
        for (const table of ['keys', 'cards', 'papers', 'sessions']) {
          this.#database.prepare(`DELETE FROM ${table} WHERE sid = ?`).run(sid);
        }
      });
    });
  }

  async forgetPeople(sid: SessionId): Promise<void> {
    await written(() => {
      transaction(this.#database, () => {
        this.#database.prepare("UPDATE sessions SET link_key = x'' WHERE sid = ?").run(sid);
        this.#database.prepare("DELETE FROM keys WHERE sid = ? AND role = 'participant'").run(sid);
        for (const table of ['cards', 'papers']) this.#database.prepare(`DELETE FROM ${table} WHERE sid = ?`).run(sid);
      });
      // Until then the pages before stand in the log beside the file.
      this.#database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    });
  }

  findByCode(code: SessionCode): Promise<SessionRow | null> {
    return Promise.resolve(this.#session('code', code));
  }

  findSession(sid: SessionId): Promise<SessionRow | null> {
    return Promise.resolve(this.#session('sid', sid));
  }

  #session(column: 'sid' | 'code', value: string): SessionRow | null {
    const row = this.#database.prepare(`SELECT * FROM sessions WHERE ${column} = ?`).get(value) as
      StoredSession | undefined;
    return row === undefined ? null : sessionIn(row);
  }

  async addKey(sid: SessionId, hash: Hash, role: LinkRole): Promise<void> {
    await this.#write('INSERT INTO keys (sid, hash, role) VALUES (?, ?, ?)', sid, hash, role);
  }

  seatOf(sid: SessionId, hash: Hash, drawn: SeatId): Promise<SeatId> {
    return written(() => {
      const before = this.#key(sid, hash);
      if (before?.role === 'participant') return before.seat;
      this.#database
        .prepare("INSERT INTO keys (sid, hash, role, seat) VALUES (?, ?, 'participant', ?) ON CONFLICT DO NOTHING")
        .run(sid, hash, drawn);
      return drawn;
    });
  }

  async bindKey(sid: SessionId, hash: Hash, seat: SeatId, via: Hash): Promise<void> {
    await this.#write(
      `INSERT INTO keys (sid, hash, role, seat, via) VALUES (?, ?, 'participant', ?, ?)
       ON CONFLICT DO UPDATE SET seat = excluded.seat, via = excluded.via WHERE role = 'participant'`,
      ...[sid, hash, seat, via],
    );
  }

  findKey(sid: SessionId, hash: Hash): Promise<Opened | null> {
    return Promise.resolve(this.#key(sid, hash));
  }

  #key(sid: SessionId, hash: Hash): Opened | null {
    const row = this.#database
      .prepare(
        `SELECT role, keys.seat, via, state FROM keys
         LEFT JOIN cards ON cards.sid = keys.sid AND cards.seat = keys.seat AND number IS NOT NULL
         WHERE keys.sid = ? AND keys.hash = ?`,
      )
      .get(sid, hash) as
      { role: LinkRole | 'participant'; seat: string | null; via: string | null; state: CardKind | null } | undefined;
    if (row === undefined) return null;
    const { role, seat, via, state: card } = row;
    if (role !== 'participant') return { role };
    return seat === null ? null : { role, seat, card, via };
  }

  paperSeat(sid: SessionId, serial: Serial, drawn: SeatId): Promise<SeatId> {
    return written(() => {
      const before = this.#database.prepare('SELECT seat FROM papers WHERE sid = ? AND serial = ?').get(sid, serial) as
        { seat: SeatId } | undefined;
      if (before !== undefined) return before.seat;
      this.#database.prepare('INSERT INTO papers (sid, serial, seat) VALUES (?, ?, ?)').run(sid, serial, drawn);
      return drawn;
    });
  }

  copyTo(path: string, over: ReadonlySet<SessionId>): Promise<void> {
    return written(() => {
      this.#database.prepare('VACUUM INTO ?').run(path);
      chmodSync(path, 0o600);
      withoutLinkKeys(path, over);
    });
  }

  close(): void {
    this.#database.close();
  }

  #write(sql: string, ...values: readonly SQLInputValue[]): Promise<number> {
    return written(() => Number(this.#database.prepare(sql).run(...values).changes));
  }
}
