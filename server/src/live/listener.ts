import type { Hash, SeatId } from '@cyfran/shared/words/ids.ts';
import { isBehind, writeFrame, type PhoneSocket, type SharedFrame } from './frame-writer.ts';

export type ListenerRole = 'newcomer' | 'participant' | 'facilitator' | 'helper' | 'stage';

/** One connected screen, as the broadcaster sees it. */
export class Listener {
  readonly key: Hash | null;
  readonly #socket: PhoneSocket;
  #role: ListenerRole;
  /** A participant's seat; a newcomer's once it is drawn. */
  #seat: SeatId | null;
  #turnedAway = false;
  /** How much of its channel it has seen; 0 = nothing yet. */
  seen = 0;
  /** Whether its seat's own sections are to be sent with the next frame. */
  owedOwn: boolean;
  /** Whether it was told of its place at the door, and not yet that it has left it. */
  atDoor = false;

  /** `key`: the hash of what a person came with; `null` for a link. */
  constructor(socket: PhoneSocket, role: ListenerRole, seat: SeatId | null, key: Hash | null = null) {
    this.#socket = socket;
    this.key = key;
    this.#role = role;
    this.#seat = seat;
    this.owedOwn = seat !== null;
  }

  get role(): ListenerRole {
    return this.#role;
  }
  get seat(): SeatId | null {
    return this.#seat;
  }

  /** Behind: what was sent last has not left yet, so it is skipped and later gets the newest instead. */
  get busy(): boolean {
    return isBehind(this.#socket);
  }

  get turnedAway(): boolean {
    return this.#turnedAway;
  }

  send(frame: SharedFrame): void {
    writeFrame(this.#socket, frame);
  }

  /** A newcomer's seat has been drawn. */
  take(seat: SeatId): void {
    this.#seat = seat;
    this.owedOwn = true;
  }

  /** A newcomer has joined: from here on it hears what participants hear. */
  becomeParticipant(): void {
    this.#role = 'participant';
    this.seen = 0;
    this.owedOwn = true;
  }

  /** Its key opens nothing any more. */
  turnAway(): void {
    this.#turnedAway = true;
    this.#socket.disconnect(true);
  }
}
