import { chmodSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import type { Hash, SeatId, SessionId } from '@cyfran/shared/words/ids.ts';
import type { SessionRow } from './access-store.ts';
import { prepareTables, sessionIn, type StoredSession } from './tables.ts';

/** All that is kept about one session outside its journal, as the tables of a single server have it. */
export interface Rows {
  readonly session: SessionRow;
  readonly keys: readonly {
    readonly hash: Hash;
    readonly role: string;
    readonly seat: SeatId | null;
    readonly via: Hash | null;
  }[];
  readonly cards: readonly KeptCard[];
  readonly papers: readonly { readonly serial: number; readonly seat: SeatId }[];
}

export interface KeptCard {
  readonly hash: Hash;
  readonly number: number | null;
  readonly seat: SeatId;
  readonly state: string;
}

/** Writes the store of a single server with these rows, for its owner alone, to a file that is not there yet. */
export async function writeSqliteCopy(path: string, all: AsyncIterable<Rows>): Promise<void> {
  const database = new DatabaseSync(path);
  try {
    prepareTables(database, path);
    chmodSync(path, 0o600);
    for await (const rows of all) insert(database, rows);
  } finally {
    database.close();
  }
}

function insert(database: DatabaseSync, { session, keys, cards, papers }: Rows): void {
  const { sid, code, createdAt, linkKey, cardKey, privateKey } = session;
  const into = (table: string, columns: number) =>
    database.prepare(`INSERT INTO ${table} VALUES (${Array.from({ length: columns }, () => '?').join(', ')})`);
  into('sessions', 6).run(sid, code, createdAt, linkKey, cardKey, privateKey);
  const [key, card, paper] = [into('keys', 5), into('cards', 5), into('papers', 3)];
  for (const { hash, role, seat, via } of keys) key.run(sid, hash, role, seat, via);
  for (const { hash, number, seat, state } of cards) card.run(sid, hash, number, seat, state);
  for (const { serial, seat } of papers) paper.run(sid, serial, seat);
}

/** Takes the link keys of these sessions out of such a file, so that no byte of them stays in it. */
export function withoutLinkKeys(path: string, sids: ReadonlySet<SessionId>): void {
  if (sids.size === 0) return;
  const database = new DatabaseSync(path);
  try {
    database.exec('PRAGMA secure_delete = ON');
    const blank = database.prepare("UPDATE sessions SET link_key = x'' WHERE sid = ?");
    for (const sid of sids) blank.run(sid);
    database.exec('VACUUM');
  } finally {
    database.close();
  }
}

/** Reads such a file. */
export function* readSqliteCopy(path: string): Generator<Rows> {
  const database = new DatabaseSync(path, { readOnly: true });
  const rows = <Row>(sql: string, sid: string) => database.prepare(sql).all(sid) as unknown as Row[];
  try {
    const sessions = database.prepare('SELECT * FROM sessions').all() as unknown as StoredSession[];
    for (const stored of sessions) {
      const { sid } = stored;
      yield {
        session: sessionIn(stored),
        keys: rows('SELECT hash, role, seat, via FROM keys WHERE sid = ?', sid),
        cards: rows('SELECT hash, number, seat, state FROM cards WHERE sid = ?', sid),
        papers: rows('SELECT serial, seat FROM papers WHERE sid = ?', sid),
      };
    }
  } finally {
    database.close();
  }
}
