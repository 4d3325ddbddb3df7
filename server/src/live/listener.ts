import type { Frame, PhoneToServer, ServerToPhone } from '@cyfran/shared/protocol.ts';
import type { SeatId } from '@cyfran/shared/words/ids.ts';
import type { Socket } from 'socket.io';

export type PhoneSocket = Socket<PhoneToServer, ServerToPhone>;
export type ListenerRole = 'newcomer' | 'participant' | 'facilitator' | 'helper' | 'stage';

/** One connected screen, as the broadcaster sees it. */
export class Listener {
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

  constructor(socket: PhoneSocket, role: ListenerRole, seat: SeatId | null) {
    this.#socket = socket;
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
    // Private in Engine.IO's types, but the only place that says whether the last packet has left.
    const { writeBuffer } = this.#socket.conn as unknown as { readonly writeBuffer: readonly unknown[] };
    return writeBuffer.length > 0;
  }

  get turnedAway(): boolean {
    return this.#turnedAway;
  }

  send(frame: Frame): void {
    this.#socket.emit('frame', frame);
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
