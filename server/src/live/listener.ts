import type { Frame, PhoneToServer, ServerToPhone } from '@cyfran/shared/protocol.ts';
import type { SeatId } from '@cyfran/shared/words/ids.ts';
import type { Socket } from 'socket.io';

export type PhoneSocket = Socket<PhoneToServer, ServerToPhone>;
export type ListenerRole = 'newcomer' | 'participant' | 'facilitator' | 'stage';

/** One connected screen, as the broadcaster sees it. */
export class Listener {
  readonly #socket: PhoneSocket;
  role: ListenerRole;
  seat: SeatId | null;
  /** How much of its channel it has seen; 0 = nothing yet. */
  seen = 0;
  /** Whether its seat's own sections are to be sent with the next frame. */
  owedMine: boolean;

  constructor(socket: PhoneSocket, role: ListenerRole, seat: SeatId | null) {
    this.#socket = socket;
    this.role = role;
    this.seat = seat;
    this.owedMine = seat !== null;
  }

  /** Behind: what was sent last has not left yet, so it is skipped and later gets the newest instead. */
  get busy(): boolean {
    // Private in Engine.IO's types, but the only place that says whether the last packet has left.
    const { writeBuffer } = this.#socket.conn as unknown as { readonly writeBuffer: readonly unknown[] };
    return writeBuffer.length > 0;
  }

  send(frame: Frame): void {
    this.#socket.emit('frame', frame);
  }

  /** A newcomer has joined: from here on it hears what participants hear. */
  becomeParticipant(seat: SeatId): void {
    this.role = 'participant';
    this.seat = seat;
    this.seen = 0;
    this.owedMine = true;
  }
}
