import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Robot } from '@cyfran/server/robots/robot.ts';
import { PROTOCOL_VERSION, type Ack } from '@cyfran/shared/protocol.ts';
import { ChildServer, dataFolder } from '../support/child.ts';
import { freePort } from '../support/free-port.ts';
import { oneOfEach } from '../support/commands.ts';
import { callApi } from '../support/desk.ts';
import { begin, evening, Evening, oneRound } from '../support/evening.ts';
import { hostile, hostileWords, RAW_PACKETS, RAW_REQUESTS } from '../support/hostile.ts';
import { ask, knock, Poller, sendBytes } from '../support/raw.ts';

const CASES = 1000;
const SALT = 'AAAAAAAAAAAAAAAAAAAAAA';
const ID = 'AAAAAAAAAAAAAAAA.1';

/** One right message of every kind; each is refused as it stands, by its role, its round or the ruling that it names. */
const COMMANDS = oneOfEach(0, 'a1.9').map((command) => ({ id: ID, command }));

describe('whatever a client sends', () => {
  test(`[L6] as ${String(CASES)} commands of each role is answered, and the session is as before`, async () => {
    const middle = await inTheMiddle();
    const refusals = new Map<string, number>();
    for (const screen of middle.screens) {
      await fc.assert(
        fc.asyncProperty(hostile(COMMANDS), async (message) => {
          const ack: Ack = await screen.socket.emitWithAck('command', message as never);
          if (ack.ok) throw new Error('a hostile command was accepted');
          refusals.set(ack.reason, (refusals.get(ack.reason) ?? 0) + 1);
        }),
        { numRuns: CASES },
      );
    }
    expect(refusals.get('invalid')).toBeGreaterThan(CASES);
    expect(refusals.has('internal')).toBe(false);
    await stillWell(middle);
  });

  test(`[L6] as ${String(CASES)} messages of presence, of unknown names, or without a way to answer, changes nothing`, async () => {
    const middle = await inTheMiddle();
    const names = ['presence', 'command', 'frame', 'error', 'join', '__proto__', 'constructor', 'message', 'data', ''];
    for (const screen of middle.screens) {
      const emit = screen.socket.emit.bind(screen.socket) as (name: string, ...words: unknown[]) => void;
      fc.assert(
        fc.property(fc.constantFrom(...names), hostileWords([...COMMANDS, { unsent: true }]), (name, words) => {
          emit(name, ...words);
        }),
        { numRuns: CASES },
      );
      // All of them have been read once this one is answered.
      expect(await screen.socket.emitWithAck('command', null as never)).toMatchObject({ reason: 'invalid' });
    }
    await stillWell(middle);
  });

  test('[L6] as packets that are none of Socket.IO, over websocket and over polling, stops nobody', async () => {
    const middle = await inTheMiddle();
    const { server, meeting } = middle;
    const auth = { v: PROTOCOL_VERSION, code: meeting.made.code, secret: SALT };
    for (const packet of [...RAW_PACKETS, new Uint8Array([0, 1, 2, 255]), new Uint8Array(20_000)]) {
      await overWebSocket(server.url, null, packet);
      await overWebSocket(server.url, `40${JSON.stringify(auth)}`, packet);
    }
    for (const packet of RAW_PACKETS) await overPolling(server.url, packet);
    await overPolling(server.url, RAW_PACKETS.slice(0, 30).join('\u001e'));
    await stillWell(middle);
  });

  test('[L6] as requests that are hardly HTTP, stops nobody', async () => {
    const middle = await inTheMiddle();
    const { server } = middle;
    for (const request of RAW_REQUESTS) {
      const said = await sendBytes(server.url, Buffer.from(request, 'latin1'));
      expect(said.slice(0, 15), request.slice(0, 80)).not.toMatch(/ 5\d\d/);
    }
    await stillWell(middle);
  });

  test('[L6] as the body of a request to the API, is refused or done, and stops nobody', async () => {
    const middle = await inTheMiddle();
    const { server, meeting } = middle;
    const statuses = new Map<number, number>();
    for (const [method, path, body] of BODIES) {
      for (const sent of fc.sample(hostile([body]), CASES / BODIES.length)) {
        const where = path.replace(':sid', meeting.made.sid);
        const { status } = await callApi(server.url, server.hostKey, method, where, sent ?? null);
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
      }
    }
    expect([...statuses.keys()].filter((status) => status < 400 || status >= 500)).toEqual([]);
    expect(statuses.get(400)).toBeGreaterThan(CASES / 3);
    await stillWell(middle);
  });

  test(`[L6] as the words of ${String(CASES)} connections, lets nobody in that should not be`, async () => {
    const middle = await inTheMiddle();
    const { server, meeting } = middle;
    const { sid, code } = meeting.made;
    const v = PROTOCOL_VERSION;
    const right = [
      { v, code: 'BBBBBB', secret: SALT },
      { v, sid, secret: SALT },
      { v, sid, code: code.toLowerCase(), secret: SALT },
      { v, code, secret: 'short', card: 'BCDFGHJK' },
      { v, sid, secret: SALT, tablet: SALT },
    ];
    const heard = new Map<string, number>();
    const attempts = fc.sample(hostile(right), CASES);
    while (attempts.length > 0) {
      const refusals = attempts
        .splice(0, 20)
        .map((auth) => knock(server.url, auth).catch(() => ({ reason: 'cut off' })));
      for (const refused of await Promise.all(refusals)) {
        const reason = refused?.reason ?? 'let in';
        heard.set(reason, (heard.get(reason) ?? 0) + 1);
      }
    }
    expect(heard.has('let in') || heard.has('internal')).toBe(false);
    expect(heard.get('invalid')).toBeGreaterThan(CASES / 4);
    await stillWell(middle);
  });
});

/** Bodies of each way to ask the API, wrong in so much that they stay refused whatever one part of them becomes. */
const BODIES: readonly (readonly [method: 'POST' | 'PUT', path: string, body: Readonly<Record<string, unknown>>])[] = [
  ['POST', '/api/sessions', { ...evening(), title: { en: 'A\u202eB' }, currency: 'pounds' }],
  ['PUT', '/api/sessions/:sid/set-up', { seen: 0, setUp: evening() }],
  ['POST', '/api/sessions/:sid/links', { role: 'steward' }],
  ['POST', '/api/sessions/:sid/cards', { count: 2001, test: 1 }],
  ['POST', '/api/my-card', { code: 'BBBBBB' }],
];

interface Middle {
  readonly server: ChildServer;
  readonly meeting: Evening;
  /** A newcomer, a participant, a facilitator, a helper and a stage. */
  readonly screens: readonly Robot[];
  readonly good: Robot;
  readonly before: unknown;
}

/** A server in a process of its own, which any uncaught error would end, with a round open. */
async function inTheMiddle(): Promise<Middle> {
  const server = await ChildServer.start(dataFolder(), await freePort(), { CYFRAN_LOG: 'error' });
  const meeting = await Evening.setUp(() => server, { paper: true, agenda: [oneRound('live'), oneRound('live')] });
  const newcomer = await meeting.phone();
  const { console, phones } = await begin(meeting, 2);
  const screens = [newcomer, phones[0]!, console, await meeting.linked('helper'), await meeting.stage()];
  return { server, meeting, screens, good: phones[1]!, before: meeting.record() };
}

/** The same process answers a good phone; nothing was recorded and no fault was logged meanwhile. */
async function stillWell({ server, meeting, good, before }: Middle): Promise<void> {
  expect(meeting.record()).toEqual(before);
  expect(await good.cast([['bridge', 1]])).toMatchObject({ ok: true });
  expect(await ask(server.url, '/readyz')).toMatchObject({ status: 200 });
  expect(server.runs).toBe(true);
  expect(server.out.split('\n').filter((line) => line.startsWith('{'))).toEqual([]);
  expect(server.errors).toBe('');
}

/** Says it on a websocket of its own, let in first if there are words for that; done when the server has heard it or has hung up. */
function overWebSocket(url: string, connect: string | null, packet: string | Uint8Array<ArrayBuffer>): Promise<void> {
  return new Promise((resolve) => {
    const socket = new WebSocket(`${url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`);
    const say = () => {
      socket.send(packet);
      socket.close();
    };
    socket.addEventListener('open', () => {
      if (connect === null) say();
      else socket.send(connect);
    });
    socket.addEventListener('message', ({ data }) => {
      if (String(data).startsWith('40')) say();
    });
    for (const end of ['close', 'error']) {
      socket.addEventListener(end, () => {
        resolve();
      });
    }
  });
}

async function overPolling(url: string, packets: string): Promise<void> {
  const { status } = await (await Poller.open(url)).say(packets);
  expect([200, 400, 413]).toContain(status);
}
