import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { SharedFrame, writeFrame, type PhoneSocket } from '@cyfran/server/live/frame-writer.ts';
import type { Frame, PhoneToServer, ServerToPhone } from '@cyfran/shared/protocol.ts';
import { Server, type Socket } from 'socket.io';
import { io } from 'socket.io-client';

/** As long as the head of a WebSocket frame has a length of one, two and eight bytes; with letters of two bytes. */
const LENGTHS = [20, 125, 126, 400, 65_535, 65_536, 200_000];

test.each(['websocket', 'polling'] as const)('[L2] a frame of any length arrives whole over %s', async (transport) => {
  const { phone, frames } = await connected(transport);
  const sent = LENGTHS.map((length) => frameOf('ŵ'.repeat(length)));
  for (const frame of sent) writeFrame(phone, new SharedFrame(frame));
  await expect.poll(() => frames.length, { timeout: 10_000 }).toBe(sent.length);
  expect(frames).toEqual(sent);
});

test('[L2] a frame is written past Socket.IO where it can be, and given to Socket.IO where it cannot', async () => {
  const websocket = await connected('websocket');
  expect(packetsMade(websocket.phone)).toBe(0);

  const polling = await connected('polling');
  expect(packetsMade(polling.phone)).toBe(1);

  // As if another version of what carries the frames had no such parts.
  const unknown = await connected('websocket');
  const inner = innerWebSocket(unknown.phone);
  const tcp = inner._socket;
  inner._socket = undefined;
  expect(packetsMade(unknown.phone)).toBe(1);
  inner._socket = tcp;
  await expect.poll(() => unknown.frames.length).toBe(1);
});

test('[L2] frames and answers arrive in the order in which they were given', async () => {
  const { phone, heard } = await connected('websocket');
  const given: string[] = [];
  for (let index = 0; index < 200; index += 1) {
    const text = String(index);
    given.push(text);
    // Two answers in one turn, so that one of them still waits in Socket.IO when the frame comes.
    if (index % 4 < 2) (phone as unknown as Socket).emit('answer', text);
    else writeFrame(phone, new SharedFrame(frameOf(text)));
    if (index % 8 === 7) await new Promise((resolve) => setImmediate(resolve));
  }
  await expect.poll(() => heard.length).toBe(given.length);
  expect(heard).toEqual(given);
});

test('[L2] a frame for a screen that has just left is lost without a word', async () => {
  const { phone, close } = await connected('websocket');
  close();
  await expect.poll(() => phone.connected).toBe(false);
  writeFrame(phone, new SharedFrame(frameOf('too late')));
});

/** One screen of a bare Socket.IO server: `phone` is the server's end, `frames` and `heard` what came out at the other. */
async function connected(transport: 'websocket' | 'polling') {
  const http = createServer();
  const server = new Server<PhoneToServer, ServerToPhone>(http, { perMessageDeflate: false });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const arrived = new Promise<PhoneSocket>((resolve) => server.on('connection', resolve));
  const client = io(`http://127.0.0.1:${String((http.address() as AddressInfo).port)}`, { transports: [transport] });
  onTestFinished(async () => {
    client.close();
    await server.close();
  });
  const frames: Frame[] = [];
  const heard: string[] = [];
  client.on('frame', (frame: Frame) => {
    frames.push(frame);
    heard.push(textOf(frame));
  });
  client.on('answer', (text: string) => heard.push(text));
  await new Promise<void>((resolve) => client.on('connect', resolve));
  const phone = await arrived;
  return { phone, frames, heard, close: () => client.close() };
}

/** How many packets Socket.IO makes of one frame. */
function packetsMade(phone: PhoneSocket): number {
  let made = 0;
  phone.conn.on('packetCreate', () => (made += 1));
  writeFrame(phone, new SharedFrame(frameOf('once')));
  return made;
}

function innerWebSocket(phone: PhoneSocket): { _socket: unknown } {
  return (phone.conn as unknown as { readonly transport: { readonly socket: { _socket: unknown } } }).transport.socket;
}

function frameOf(text: string): Frame {
  return { now: 1, sections: { invite: { version: 1, data: { code: text, joinUrl: '' } } } };
}

function textOf({ sections }: Frame): string {
  return sections.invite?.data.code ?? '';
}
