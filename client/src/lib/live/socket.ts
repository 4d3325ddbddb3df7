import type {
  Ack,
  CommandMessage,
  ConnectRefused,
  Frame,
  PhoneToServer,
  ServerToPhone,
} from '@cyfran/shared/protocol.ts';
import type { Facts, RefusalReason } from '@cyfran/shared/words/refusal.ts';
import { io, type Socket } from 'socket.io-client';
import { newOutboxId } from './random.ts';

/** `PROTOCOL_VERSION`, which a phone cannot import without carrying zod: a test holds the two together. */
export const SPOKEN_VERSION = 5;

// The server says `busy` after 2 s: no word for this long means that the connection is dead and does not know it yet.
const ANSWER_LOST_AFTER_MS = 8_000;
const RETRY_AFTER_MS = 2_000;
const RECONNECT = { reconnectionDelay: 500, reconnectionDelayMax: 4_000 } as const;
const TEMPORARY: readonly RefusalReason[] = ['too-fast', 'busy', 'internal', 'storage-full'];

/**
 * Which meeting: by the code that people type, or by its own id (with the secret of a link). `card`: what a newcomer comes with. `tablet`:
 * the secret of a shared tablet's link, whose people each have a secret of their own.
 */
export type MeetingAddress = (
  { readonly code: string } | { readonly sid: string; readonly tablet?: string | undefined }
) & { readonly card?: string | undefined };

/** What the wire tells. `onConnected` comes before the first frame of a connection, which holds every section. */
export interface WireEvents {
  readonly onConnected: () => void;
  readonly onFrame: (frame: Frame) => void;
  /** Lost, or not reached: it tries again by itself, for ever. `reason`: the server's own "not now". */
  readonly onLost: (reason: RefusalReason | null) => void;
  /** The server said no for good: it does not try again. */
  readonly onRefused: (reason: RefusalReason, facts: Facts) => void;
}

/** One connection to one meeting. */
export interface Wire {
  /** Sends a command once. `null`: the connection went before an answer came, so nobody knows whether it was recorded. */
  ask(message: CommandMessage): Promise<Ack | null>;
  /** Tells whether this phone holds choices that are not sent. */
  tell(unsent: boolean): void;
  close(): void;
}

/** Opens a wire and keeps it open. The address is asked for at every connection: a card is shown only until it has opened the door. */
export type Connect = (meeting: () => MeetingAddress, secret: string, events: WireEvents) => Wire;

/** Connects to the server that this page came from. */
export const connectSocket: Connect = (meeting, secret, events) => new SocketWire(meeting, secret, events);

/** Socket.IO: WebSocket first, long-polling where a network blocks it. */
class SocketWire implements Wire {
  readonly #socket: Socket<ServerToPhone, PhoneToServer>;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #isOver = false;

  constructor(meeting: () => MeetingAddress, secret: string, events: WireEvents) {
    this.#socket = io({
      // A balancer sends all requests of one connection to one server by this word. It is nobody's name: a log may keep it.
      query: { w: newOutboxId() },
      auth: (give: (auth: object) => void) => give({ v: SPOKEN_VERSION, ...meeting(), secret }),
      transports: ['websocket', 'polling'],
      tryAllTransports: true,
      forceNew: true,
      ...RECONNECT,
    });
    this.#socket.on('connect', events.onConnected);
    this.#socket.on('frame', events.onFrame);
    this.#socket.on('disconnect', (reason) => {
      events.onLost(null);
      // Only this one is not mended by the library.
      if (reason === 'io server disconnect') this.#connectIn(RETRY_AFTER_MS);
    });
    this.#socket.on('connect_error', (error) => {
      const refused = refusalIn(error);
      if (refused === null) {
        events.onLost(null);
      } else if (TEMPORARY.includes(refused.reason)) {
        events.onLost(refused.reason);
        this.#connectIn(refused.retryAfterMs ?? RETRY_AFTER_MS);
      } else {
        this.#isOver = true;
        events.onRefused(refused.reason, refused.facts ?? {});
      }
    });
    window.addEventListener('online', this.#hurry);
    document.addEventListener('visibilitychange', this.#hurry);
  }

  ask(message: CommandMessage): Promise<Ack | null> {
    const socket = this.#socket;
    return new Promise((resolve) => {
      socket.timeout(ANSWER_LOST_AFTER_MS).emit('command', message, (lost: Error | null, ack: Ack) => {
        // A connection that gives no answers is dropped; the library makes a new one.
        if (lost !== null && socket.connected) socket.io.engine.close();
        resolve(lost === null ? ack : null);
      });
    });
  }

  tell(unsent: boolean): void {
    if (this.#socket.connected) this.#socket.emit('presence', { unsent });
  }

  close(): void {
    clearTimeout(this.#retry);
    window.removeEventListener('online', this.#hurry);
    document.removeEventListener('visibilitychange', this.#hurry);
    this.#socket.disconnect();
  }

  /** A phone that wakes up, or finds the network again, does not wait out the pause before the next try. */
  readonly #hurry = (): void => {
    if (this.#isOver || this.#socket.connected || document.visibilityState === 'hidden') return;
    this.#socket.disconnect().connect();
  };

  #connectIn(delayMs: number): void {
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => this.#socket.connect(), delayMs);
  }
}

/** The server's own no; `null` for a network that did not let us reach it. */
function refusalIn(error: Error): ConnectRefused | null {
  const data: unknown = 'data' in error ? error.data : undefined;
  return typeof data === 'object' && data !== null && 'reason' in data ? (data as ConnectRefused) : null;
}
