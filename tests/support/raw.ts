import { request } from 'node:http';
import { connect } from 'node:net';
import { io } from 'socket.io-client';
import type { ConnectRefused } from '@cyfran/shared/protocol.ts';

/** An HTTP answer, redirects not followed. */
export interface RawAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

export interface RawRequest {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** One HTTP request as it stands, with no browser's good manners. */
export function ask(
  url: string,
  path: string,
  { method = 'GET', headers = {}, body }: RawRequest = {},
): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { path, method, headers, agent: false }, (response) => {
      let said = '';
      response.setEncoding('utf8').on('data', (text: string) => (said += text));
      response.once('end', () => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: said });
      });
    });
    asked.once('error', reject).end(body);
  });
}

/** Sends bytes and waits until the server has closed, or until it has said enough. */
export function sendBytes(url: string, bytes: string | Uint8Array): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    let said = '';
    const socket = connect({ host: hostname, port: Number(port) }, () => socket.write(bytes));
    const done = () => {
      resolve(said);
      socket.destroy();
    };
    socket.setEncoding('latin1').on('data', (text: string) => {
      said += text;
      if (said.includes('\r\n\r\n')) done();
    });
    socket.on('error', done).on('close', done);
  });
}

const POLLING = '/socket.io/?EIO=4&transport=polling';
const PLAIN = { 'content-type': 'text/plain;charset=UTF-8' };

/** A connection by long-polling, the way of a network that blocks websockets, which asks only when told to. */
export class Poller {
  readonly #url: string;
  readonly #path: string;

  private constructor(url: string, sid: string) {
    this.#url = url;
    this.#path = `${POLLING}&sid=${sid}`;
  }

  static async open(url: string): Promise<Poller> {
    const { body } = await ask(url, POLLING);
    return new Poller(url, (JSON.parse(body.slice(1)) as { sid: string }).sid);
  }

  /** Sends packets as they stand. */
  say(packets: string): Promise<RawAnswer> {
    return ask(this.#url, this.#path, { method: 'POST', headers: PLAIN, body: packets });
  }

  /** The packets that wait, or the next to come; each without what says that it is a message. */
  async poll(): Promise<string[]> {
    const { body } = await ask(this.#url, this.#path);
    return body.split('\u001e').map((packet) => packet.replace(/^4/, ''));
  }
}

/** What a connection with this `auth` hears: why it is refused, or `null` when it is let in. */
export function knock(
  url: string,
  auth: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<ConnectRefused | null> {
  const socket = io(url, {
    auth: auth as Record<string, unknown>,
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    extraHeaders: headers,
  });
  return new Promise((resolve, reject) => {
    const leave = (heard: ConnectRefused | null) => {
      resolve(heard);
      socket.close();
    };
    socket.once('frame', () => {
      leave(null);
    });
    socket.once('disconnect', () => {
      reject(new Error('cut off'));
    });
    socket.once('connect_error', (error: Error & { data?: ConnectRefused }) => {
      if (error.data !== undefined) leave(error.data);
      else {
        reject(error);
        socket.close();
      }
    });
  });
}
