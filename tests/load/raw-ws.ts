import type { Socket } from 'node:net';
import { WebSocketServer, type WebSocket } from 'ws';
import { answerParent } from './child.ts';
import { usage } from './usage.ts';

const FINAL_TEXT = 0x81;

/** The floor of a push: a bare WebSocket server that writes one buffer, framed once, to every socket, and does nothing else. */
const sockets = new Set<Socket>();

const ways = {
  listen(): Promise<{ port: number }> {
    const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false });
    server.on('connection', (socket: WebSocket) => {
      const { _socket: tcp } = socket as unknown as { readonly _socket: Socket };
      sockets.add(tcp);
      socket.on('close', () => sockets.delete(tcp));
    });
    return new Promise((resolve) => {
      server.once('listening', () => {
        resolve({ port: (server.address() as { port: number }).port });
      });
    });
  },
  /** From now on everybody gets a message of so many bytes every so often. */
  push({ bytes, everyMs }: { readonly bytes: number; readonly everyMs: number }): void {
    const text = 'x'.repeat(bytes);
    setInterval(() => {
      const frame = framed(Buffer.from(text));
      for (const tcp of sockets) tcp.write(frame);
    }, everyMs);
  },
  usage,
};
export type RawWs = typeof ways;

answerParent(ways);

function framed(payload: Buffer): Buffer {
  const { length } = payload;
  const head = length < 126 ? [FINAL_TEXT, length] : [FINAL_TEXT, 126, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from(head), payload]);
}
