import type { DatabaseSync } from 'node:sqlite';
import type { Hash, SeatId, SessionId } from '@cyfran/shared/words/ids.ts';
import type { CardKind, CardRow, CardStore, NewCard } from './access-store.ts';
import { transaction, written } from './tables.ts';

/** What a card of a seat without a number is kept as. */
const MOVING = 'moving';
/** As many as fit the number of a card. */
const MOST_CARDS = 99_999;

interface StoredCard {
  readonly seat: SeatId;
  readonly state: CardKind | 'void' | typeof MOVING;
}

/** Cards in the access store's own file. */
export class SqliteCards implements CardStore {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  all(sid: SessionId): Promise<readonly CardRow[]> {
    const rows = this.#database
      .prepare('SELECT number, seat, state FROM cards WHERE sid = ? AND number IS NOT NULL ORDER BY number')
      .all(sid) as unknown as CardRow[];
    return Promise.resolve(rows.map(({ number, seat, state }) => ({ number, seat, state })));
  }

  issue(
    sid: SessionId,
    kind: CardKind,
    count: number,
    draw: () => NewCard,
  ): Promise<readonly { readonly number: number; readonly code: string }[] | null> {
    return this.#change(() => {
      const { last } = this.#database.prepare('SELECT max(number) AS last FROM cards WHERE sid = ?').get(sid) as {
        last: number | null;
      };
      const first = (last ?? 0) + 1;
      if (first + count - 1 > MOST_CARDS) return null;
      return Array.from({ length: count }, (_, index) => this.#keep(sid, first + index, kind, draw));
    });
  }

  #keep(sid: SessionId, number: number, kind: CardKind, draw: () => NewCard): { number: number; code: string } {
    const insert = this.#database.prepare(
      'INSERT INTO cards (sid, hash, number, seat, state) VALUES (?, ?, ?, ?, ?) ON CONFLICT (sid, hash) DO NOTHING',
    );
    for (;;) {
      const { code, hash, seat } = draw();
      if (insert.run(sid, hash, number, seat, kind).changes === 1) return { number, code };
    }
  }

  withdraw(sid: SessionId, numbers: readonly number[]): Promise<void> {
    return this.#change(() => {
      const remove = this.#database.prepare('DELETE FROM cards WHERE sid = ? AND number = ?');
      for (const number of numbers) remove.run(sid, number);
    });
  }

  find(sid: SessionId, hash: Hash): Promise<{ readonly seat: SeatId; readonly card: CardKind | null } | null> {
    const found = this.#database
      .prepare("SELECT seat, state FROM cards WHERE sid = ? AND hash = ? AND state <> 'void'")
      .get(sid, hash) as StoredCard | undefined;
    if (found === undefined) return Promise.resolve(null);
    const { seat, state } = found;
    return Promise.resolve({ seat, card: state === MOVING || state === 'void' ? null : state });
  }

  replace(sid: SessionId, number: number, hash: Hash): Promise<boolean> {
    return this.#change(() => {
      const seat = this.#seatOf(sid, number);
      if (seat === null) return false;
      this.#revoke(sid, seat);
      this.#database.prepare('UPDATE cards SET hash = ? WHERE sid = ? AND number = ?').run(hash, sid, number);
      return true;
    });
  }

  void(sid: SessionId, number: number): Promise<void> {
    return this.#change(() => {
      const seat = this.#seatOf(sid, number);
      if (seat === null) return;
      this.#revoke(sid, seat);
      this.#database.prepare("UPDATE cards SET state = 'void' WHERE sid = ? AND number = ?").run(sid, number);
    });
  }

  keepMoving(sid: SessionId, seat: SeatId, hash: Hash): Promise<void> {
    return this.#change(() => {
      this.#database.prepare('DELETE FROM cards WHERE sid = ? AND seat = ? AND number IS NULL').run(sid, seat);
      this.#database
        .prepare('INSERT INTO cards (sid, hash, seat, state) VALUES (?, ?, ?, ?)')
        .run(sid, hash, seat, MOVING);
    });
  }

  /** The seat of a number that is neither unknown nor void. */
  #seatOf(sid: SessionId, number: number): SeatId | null {
    const found = this.#database
      .prepare("SELECT seat FROM cards WHERE sid = ? AND number = ? AND state <> 'void'")
      .get(sid, number) as StoredCard | undefined;
    return found?.seat ?? null;
  }

  /** Every key of a card's seat came in with the card, or from a phone that did. */
  #revoke(sid: SessionId, seat: SeatId): void {
    this.#database.prepare('DELETE FROM keys WHERE sid = ? AND seat = ?').run(sid, seat);
    this.#database.prepare('DELETE FROM cards WHERE sid = ? AND seat = ? AND number IS NULL').run(sid, seat);
  }

  #change<Result>(work: () => Result): Promise<Result> {
    return written(() => transaction(this.#database, work));
  }
}
