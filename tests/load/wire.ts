import { createHash, randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';

const TEXT = 0x81;
const CLOSED = 0x88;
const TWO_BYTE_LENGTH = 126;
const EIGHT_BYTE_LENGTH = 127;
/** Source: RFC 6455, section 1.3. */
const GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';
const EMPTY = Buffer.alloc(0);
const CONNECT_WITHIN_MS = 60_000;

/**
 * A WebSocket by hand (RFC 6455), for a load generator that must cost less than what it measures: it counts what comes in, and makes texts
 * only of messages that begin with what `wanted` says.
 */
export class Wire {
  messages = 0;
  bytes = 0;
  /** Whether the text of a message that begins with these two bytes is read. */
  wanted: (first: number, second: number) => boolean = () => true;
  onText: (text: string) => void = () => undefined;
  /** Why it ended, if the other side ended it. */
  lost: string | null = null;
  readonly #tcp: Socket;
  #rest: Buffer = EMPTY;

  private constructor(tcp: Socket) {
    this.#tcp = tcp;
  }

  /** Opens one on this machine; resolves after the other side agreed. Throws an `Error` that says what came instead. */
  static async open(port: number, path: string, headers: Readonly<Record<string, string>> = {}): Promise<Wire> {
    const tcp = connect({ port, host: '127.0.0.1', noDelay: true });
    const wire = new Wire(tcp);
    const key = randomBytes(16).toString('base64');
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
    tcp.write(
      `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${String(port)}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
        `Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${key}\r\n${lines.join('')}\r\n`,
    );
    const head = await headOf(tcp, wire);
    const agreed = createHash('sha1').update(`${key}${GUID}`).digest('base64');
    if (!head.includes(agreed)) throw new Error(`no WebSocket: ${head.split('\r\n')[0] ?? ''}`);
    return wire;
  }

  send(text: string): void {
    this.#tcp.write(masked(TEXT, Buffer.from(text)));
  }

  close(): void {
    this.lost = 'closed here';
    this.#tcp.end(masked(CLOSED, EMPTY));
    this.#tcp.destroySoon();
  }

  /** From now on what comes in is read. */
  read(first: Buffer): void {
    if (first.length > 0) this.#take(first);
    this.#tcp.on('data', (chunk: Buffer) => {
      this.#take(chunk);
    });
    this.#tcp.resume();
  }

  #take(chunk: Buffer): void {
    this.bytes += chunk.length;
    const all = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    let at = 0;
    for (;;) {
      const head = headAt(all, at);
      if (head === null || head.end > all.length) break;
      if (all[at] === TEXT) this.#message(all, head.start, head.end);
      else this.lost ??= `opcode ${String((all[at] ?? 0) & 0x0f)}`;
      at = head.end;
    }
    this.#rest = at === all.length ? EMPTY : all.subarray(at);
  }

  #message(all: Buffer, start: number, end: number): void {
    this.messages += 1;
    if (this.wanted(all[start] ?? 0, all[start + 1] ?? 0)) this.onText(all.toString('utf8', start, end));
  }
}

function headOf(tcp: Socket, wire: Wire): Promise<string> {
  return new Promise((resolve, reject) => {
    let got = EMPTY;
    const late = setTimeout(() => {
      tcp.destroy(new Error('no answer to the handshake'));
    }, CONNECT_WITHIN_MS);
    const onData = (chunk: Buffer) => {
      got = Buffer.concat([got, chunk]);
      const end = got.indexOf('\r\n\r\n');
      if (end < 0) return;
      clearTimeout(late);
      // With thousands of busy sockets more may come in before the turn after this one, and nobody would hear it.
      tcp.pause();
      tcp.off('data', onData);
      resolve(got.toString('latin1', 0, end));
      // What came in the same breath is read after whoever opened it has said what to do with it.
      const rest = got.subarray(end + 4);
      setImmediate(() => {
        wire.read(rest);
      });
    };
    tcp.on('data', onData);
    tcp.on('error', (error) => {
      wire.lost ??= error.message;
      reject(error);
    });
    tcp.on('close', () => {
      wire.lost ??= 'the other side closed';
    });
  });
}

/** Where the payload of the frame at `at` begins and ends; `null` while its head is not all there. Nothing from a server is masked. */
function headAt(bytes: Buffer, at: number): { readonly start: number; readonly end: number } | null {
  if (bytes.length < at + 2) return null;
  const short = bytes[at + 1] ?? 0;
  if (short < TWO_BYTE_LENGTH) return { start: at + 2, end: at + 2 + short };
  if (short === TWO_BYTE_LENGTH) {
    return bytes.length < at + 4 ? null : { start: at + 4, end: at + 4 + bytes.readUInt16BE(at + 2) };
  }
  return bytes.length < at + 10 ? null : { start: at + 10, end: at + 10 + Number(bytes.readBigUInt64BE(at + 2)) };
}

/** A client masks; a mask of zeros is one too, and leaves the bytes as they are. */
function masked(first: number, payload: Buffer): Buffer {
  const { length } = payload;
  const head =
    length < TWO_BYTE_LENGTH
      ? [first, 0x80 | length]
      : length < 65_536
        ? [first, 0x80 | TWO_BYTE_LENGTH, length >> 8, length & 0xff]
        : [
            first,
            0x80 | EIGHT_BYTE_LENGTH,
            0,
            0,
            0,
            0,
            length >>> 24,
            (length >> 16) & 0xff,
            (length >> 8) & 0xff,
            length & 0xff,
          ];
  return Buffer.concat([Buffer.from([...head, 0, 0, 0, 0]), payload]);
}
