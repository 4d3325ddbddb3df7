import type { Hash, SeatId, Serial, SessionCode, SessionId } from '@cyfran/shared/words/ids.ts';
import type { Millis } from '@cyfran/shared/words/units.ts';

/** What a link can be for. */
export type LinkRole = 'facilitator' | 'helper' | 'stage' | 'tablet';

/** How a seat's card counts: a test card's seat in practice only. */
export type CardKind = 'issued' | 'test';

/** What a key opens in one session. `card`: the seat is a card's; `via`: the card that this key came in with, if it came with one. */
export type Opened =
  | { readonly role: LinkRole }
  | { readonly role: 'participant'; readonly seat: SeatId; readonly card: CardKind | null; readonly via: Hash | null };

/**
 * What is kept about a session outside its journal. `linkKey` joins seats to credentials, and is empty once it is destroyed; `cardKey` hides the codes of cards; `privateKey`
 * (PKCS#8) signs.
 */
export interface SessionRow {
  readonly sid: SessionId;
  readonly code: SessionCode;
  readonly createdAt: Millis;
  readonly linkKey: Uint8Array;
  readonly cardKey: Uint8Array;
  readonly privateKey: Uint8Array;
}

/** A printed card. `seat`: drawn when it was issued, and the number's for good. */
export interface CardRow {
  readonly number: number;
  readonly seat: SeatId;
  readonly state: CardKind | 'void';
}

/** A card about to be kept: its code is told once and kept nowhere. */
export interface NewCard {
  readonly code: string;
  readonly hash: Hash;
  readonly seat: SeatId;
}

/** Cards of all sessions, by HMACs of their codes. A card of a seat without a number moves it to another phone. */
export interface CardStore {
  /** In the order of their numbers. */
  all(sid: SessionId): Promise<readonly CardRow[]>;
  /** Keeps so many new cards under the next numbers; `null` when there are not so many numbers left. */
  issue(
    sid: SessionId,
    kind: CardKind,
    count: number,
    draw: () => NewCard,
  ): Promise<readonly { readonly number: number; readonly code: string }[] | null>;
  /** As if they had never been issued: for cards that nobody was told of. */
  withdraw(sid: SessionId, numbers: readonly number[]): Promise<void>;
  /** The seat that a card opens, `null` for one that is unknown, replaced or void. */
  find(sid: SessionId, hash: Hash): Promise<{ readonly seat: SeatId; readonly card: CardKind | null } | null>;
  /** A new code for the same number and seat. The old code and every key of the seat stop; `false` for a number that is unknown or void. */
  replace(sid: SessionId, number: number, hash: Hash): Promise<boolean>;
  /** Neither the code nor any key of the seat opens anything from here on. */
  void(sid: SessionId, number: number): Promise<void>;
  /** The card without a number with which this seat moves to another phone, in the place of the one before. */
  keepMoving(sid: SessionId, seat: SeatId, hash: Hash): Promise<void>;
}

/**
 * Codes, hashes of keys and cards, link keys and session keys: what may be looked up or destroyed, apart from the journal. What cannot be
 * written because the disk is full throws `StorageFull`.
 */
export interface AccessStore {
  readonly cards: CardStore;
  /** `false` when the code is taken: draw another. Codes are never used again, so a phone's key can stand under its code. */
  addSession(row: SessionRow): Promise<boolean>;
  /**
   * Destroys what joins people to ballots: the link key, every person's keys and cards, and whose papers were. Links of hosts, helpers and
   * screens go on opening. Asked again, it changes nothing.
   */
  forgetPeople(sid: SessionId): Promise<void>;
  /** Forgets the session, with all its keys, cards and papers. */
  removeSession(sid: SessionId): Promise<void>;
  findByCode(code: SessionCode): Promise<SessionRow | null>;
  findSession(sid: SessionId): Promise<SessionRow | null>;
  addKey(sid: SessionId, hash: Hash, role: LinkRole): Promise<void>;
  /** The seat of this key, drawn now if it is new: asked twice, it is the same seat. */
  seatOf(sid: SessionId, hash: Hash, drawn: SeatId): Promise<SeatId>;
  /** Makes a phone's key one of this seat's, whatever seat it had before. */
  bindKey(sid: SessionId, hash: Hash, seat: SeatId, via: Hash): Promise<void>;
  findKey(sid: SessionId, hash: Hash): Promise<Opened | null>;
  /** The seat of a paper without a card, drawn once for each serial of a session. */
  paperSeat(sid: SessionId, serial: Serial, drawn: SeatId): Promise<SeatId>;
  /** Writes a copy of the store to a file that is not there yet: all of it but the link keys of `over`, meetings that have ended. */
  copyTo(path: string, over: ReadonlySet<SessionId>): Promise<void>;
  close(): void;
}
