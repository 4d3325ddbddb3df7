import type { Context } from '@cyfran/shared/activities/activity.ts';
import type { ReadonlySession, Session } from '@cyfran/shared/session/session.ts';
import type { CardCode, Hash, SeatId, SessionId } from '@cyfran/shared/words/ids.ts';
import type { Millis, Version } from '@cyfran/shared/words/units.ts';
import { cardHash, credentialsOf, sha256Hex } from '../access/credentials.ts';
import type { SessionRow } from '../access/access-store.ts';
import type { Clock } from '../clock.ts';
import type { Counting } from '../counting/counting.ts';
import type { Neighbours } from '../nodes/neighbours.ts';
import type { Journal } from '../journal/journal.ts';
import type { Log } from '../log.ts';
import type { Measures } from '../measures.ts';
import { Signer } from '../record/signer.ts';
import { Replica } from './replica.ts';

/** What a meeting stands on. */
export interface Ground {
  readonly journal: Journal;
  readonly clock: Clock;
  readonly counting: Counting;
  readonly neighbours: Neighbours;
  readonly measures: Measures;
  readonly log: Log;
}

/** A credential that is nobody's. */
const nobody = () => '';

/** One session as this node holds it: its folded state, and what deciding needs beside it. */
export class Meeting {
  readonly sid: SessionId;
  readonly code: string;
  readonly createdAt: Millis;
  readonly ground: Ground;
  readonly replica: Replica;
  credentialOf: Context['credentialOf'];
  readonly signer: Signer;
  readonly #cardKey: Uint8Array;
  #isForgotten: boolean;
  #seal = { size: -1, note: '' };
  readonly #onTurnedAway = new Set<(seat: SeatId) => void>();

  constructor(row: SessionRow, ground: Ground, session: Session) {
    const { sid, code, createdAt, linkKey, cardKey } = row;
    this.sid = sid;
    this.code = code;
    this.createdAt = createdAt;
    this.ground = ground;
    this.#isForgotten = linkKey.length === 0;
    this.credentialOf = this.#isForgotten ? nobody : credentialsOf(linkKey);
    this.signer = new Signer(row);
    this.#cardKey = cardKey;
    this.replica = new Replica(session, ground.journal);
  }

  get session(): ReadonlySession {
    return this.replica.session;
  }

  /** What `decide` needs from outside, at this moment. */
  context(): Context {
    return { at: this.ground.clock.now(), credentialOf: this.credentialOf, sha256Hex };
  }

  /** The signed note that so many entries end with this id: the same as long as nothing is ruled, and asked for with every frame. */
  sealed(size: Version, head: Hash): string {
    if (this.#seal.size !== size) this.#seal = { size, note: this.signer.seal(size, head) };
    return this.#seal.note;
  }

  /** Whether what joined people to ballots is destroyed. */
  get isForgotten(): boolean {
    return this.#isForgotten;
  }

  /** From here on nobody's ballot is found by their place. */
  forgetPeople(): void {
    this.#isForgotten = true;
    this.credentialOf = nobody;
  }

  /** What is kept of a card's code in this session. */
  cardHash(code: CardCode): Hash {
    return cardHash(this.#cardKey, code);
  }

  /** Whoever is connected in this seat, at whatever node, came with a key that no longer opens it. */
  turnAway(seat: SeatId): void {
    this.turnAwayHere(seat);
    this.ground.neighbours.tell(this.sid, { type: 'away', seat });
  }

  turnAwayHere(seat: SeatId): void {
    for (const listener of this.#onTurnedAway) listener(seat);
  }

  /** Calls `listener` with each seat whose screens are to leave. */
  onTurnedAway(listener: (seat: SeatId) => void): void {
    this.#onTurnedAway.add(listener);
  }
}
