import { randomBytes } from 'node:crypto';
import { newSecret } from '@cyfran/server/access/credentials.ts';
import { PROTOCOL_VERSION, type Ack, type Frame } from '@cyfran/shared/protocol.ts';
import type { Request } from '@cyfran/shared/session/commands.ts';
import { Wire } from './wire.ts';

const LIVE_PATH = '/socket.io/?EIO=4&transport=websocket&w=';
/** First letter of an Engine.IO message; the second of one with a Socket.IO event. */
const PING = '2'.charCodeAt(0);
const MESSAGE = '4'.charCodeAt(0);
const EVENT = '2'.charCodeAt(0);

/** A tally that a phone has seen: when (ms, `performance.now`), and built from which version. */
export interface Seen {
  readonly at: number;
  readonly version: number;
}

/** One phone of the load generator: speaks Engine.IO 4 and Socket.IO 5 by hand over a `Wire`. */
export class Phone {
  readonly wire: Wire;
  readonly #secret: string;
  readonly #outbox = randomBytes(12).toString('base64url');
  readonly #answers = new Map<number, (ack: Ack) => void>();
  #asked = 0;
  #welcome: (refused: string | null) => void = () => undefined;
  frames = 0;
  #onFirst: () => void = () => undefined;
  readonly #firstFrame = new Promise<void>((resolve) => (this.#onFirst = resolve));
  /** Set on a phone that looks at what it is sent. */
  seen: Seen[] | null = null;

  private constructor(wire: Wire, secret: string) {
    this.wire = wire;
    this.#secret = secret;
    wire.wanted = (first, second) => {
      const isFrame = first === MESSAGE && second === EVENT;
      if (isFrame) this.#countFrame();
      return isFrame ? this.seen !== null : first === PING || first === MESSAGE;
    };
    wire.onText = (text) => {
      this.#hear(text);
    };
  }

  /** Connects to a Socket.IO server with the meeting's code; resolves once it is let in. `address`: where it seems to come from. */
  static connect(port: number, code: string, address: string): Promise<Phone> {
    return Phone.#come(port, code, address, newSecret());
  }

  /** The same person on a new connection; resolves with the first view. */
  async comeAgain(port: number, code: string, address: string): Promise<Phone> {
    const phone = await Phone.#come(port, code, address, this.#secret);
    await phone.#firstFrame;
    return phone;
  }

  static async #come(port: number, code: string, address: string, secret: string): Promise<Phone> {
    const phone = new Phone(await Wire.open(port, LIVE_PATH + newSecret(), { 'x-forwarded-for': address }), secret);
    const welcomed = new Promise<string | null>((resolve) => (phone.#welcome = resolve));
    phone.wire.send(`40${JSON.stringify({ v: PROTOCOL_VERSION, code, secret: phone.#secret })}`);
    const refused = await welcomed;
    if (refused !== null) throw new Error(`a phone was refused: ${refused}`);
    return phone;
  }

  send(command: Request): Promise<Ack> {
    const id = this.#asked;
    this.#asked += 1;
    const message = { id: `${this.#outbox}.${String(id + 1)}`, command };
    this.wire.send(`42${String(id)}${JSON.stringify(['command', message])}`);
    return new Promise((resolve) => this.#answers.set(id, resolve));
  }

  #countFrame(): void {
    this.frames += 1;
    this.#onFirst();
  }

  #hear(text: string): void {
    if (text === '2') this.wire.send('3');
    else if (text.startsWith('43')) this.#hearAnswer(text);
    else if (text.startsWith('40')) this.#welcome(null);
    else if (text.startsWith('44')) this.#welcome(text.slice(2));
    else if (text.startsWith('42')) this.#hearFrame(text);
  }

  #hearAnswer(text: string): void {
    const from = text.indexOf('[');
    const id = Number(text.slice(2, from));
    const [ack] = JSON.parse(text.slice(from)) as [Ack];
    this.#answers.get(id)?.(ack);
    this.#answers.delete(id);
  }

  #hearFrame(text: string): void {
    const [, { sections }] = JSON.parse(text.slice(2)) as ['frame', Frame];
    if (sections.tally !== undefined) this.seen?.push({ at: performance.now(), version: sections.tally.version });
  }
}
