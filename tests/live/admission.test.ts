import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { PROTOCOL_VERSION } from '@cyfran/shared/protocol.ts';
import { begin, rule, type Evening } from '../support/evening.ts';
import { Hall } from '../support/hall.ts';
import { ask, knock, Poller } from '../support/raw.ts';

const v = PROTOCOL_VERSION;
const ROUND = { activity: 'a1', round: 'a1.1' } as const;
const POLLING = '/socket.io/?EIO=4&transport=polling';
const UPGRADE = {
  connection: 'Upgrade',
  upgrade: 'websocket',
  'sec-websocket-version': '13',
  'sec-websocket-key': randomBytes(16).toString('base64'),
};

const newSecret = () => randomBytes(16).toString('base64url');

describe('a connection', () => {
  test('[L5] of another protocol version is told to reload, whatever else it says', async () => {
    const { url } = await Hall.open();
    for (const other of [0, v + 1, -1, 1.5]) {
      expect(await knock(url, { v: other, code: 'BCDFGH', secret: newSecret() })).toEqual({ reason: 'reload' });
      expect(await knock(url, { v: other, lantern: { deep: ['x'] } })).toEqual({ reason: 'reload' });
    }
  });

  test('[L5] whose words are malformed is refused as invalid', async () => {
    const { hall, meeting } = await draft();
    const { code, sid } = meeting.made;
    const secret = newSecret();
    const malformed: unknown[] = [
      {},
      { v: String(v), code, secret },
      { v: null, code, secret },
      { code, secret },
      { v, code: code.toLowerCase(), secret },
      { v, code: `${code}B`, secret },
      { v, code: [code], secret },
      { v, code: { toString: code }, secret },
      { v, code, secret: '' },
      { v, code, secret: 'short' },
      { v, code, secret: `${secret}AA` },
      { v, code, secret: 7 },
      { v, code, secret: null },
      { v, sid: `${sid}x`, secret },
      { v, sid: `../${sid}`, secret },
      { v, code, secret, role: 'facilitator' },
      { v, code, secret, seat: 'p-0123456789abcdef' },
      { v, code, secret, card: 'BCDFGH' },
      { v, code, secret, card: 'bcdfghjk' },
      { v, code, secret, card: 12345678 },
      { v, code, secret, tablet: 'tablet' },
      { v, code, secret, tablet: true },
      JSON.parse(`{"v":${String(v)},"__proto__":{"code":"${code}"}}`),
    ];
    const heard = await Promise.all(malformed.map((auth) => knock(hall.url, auth)));
    const invalid = heard.map((refused) => refused?.reason);
    // The last one has no code of its own, so it is a stranger's: what stands in its prototype is not believed.
    expect(invalid.slice(0, -1)).toEqual(malformed.slice(1).map(() => 'invalid'));
    expect(['invalid', 'unknown-session']).toContain(invalid.at(-1));
  });

  test('[L5] with an unknown code, address or secret is refused as such', async () => {
    const { hall, meeting } = await draft();
    const other = await hall.meeting();
    const { code, sid, facilitator } = meeting.made;
    const mistyped = code.slice(0, 5) + (code.endsWith('B') ? 'C' : 'B');
    expect(await knock(hall.url, { v, code: mistyped, secret: newSecret() })).toEqual({ reason: 'unknown-session' });
    expect(await knock(hall.url, { v, secret: newSecret() })).toEqual({ reason: 'unknown-session' });
    expect(await knock(hall.url, { v, sid: 's-0000000000000000', secret: facilitator })).toEqual({
      reason: 'unknown-session',
    });
    expect(await knock(hall.url, { v, code })).toEqual({ reason: 'unknown-secret' });
    expect(await knock(hall.url, { v, sid })).toEqual({ reason: 'unknown-secret' });
    expect(await knock(hall.url, { v, sid, secret: newSecret() })).toEqual({ reason: 'unknown-secret' });
    expect(await knock(hall.url, { v, sid: other.made.sid, secret: facilitator })).toEqual({
      reason: 'unknown-secret',
    });
    expect(await knock(hall.url, { v, sid, secret: hall.hostKey })).toEqual({ reason: 'unknown-secret' });
    expect(await knock(hall.url, { v, sid, secret: facilitator })).toBe(null);
  });

  test('[L5] to an ended meeting is refused to newcomers; who has a seat still sees how it ended', async () => {
    const { hall, meeting } = await draft();
    const { console, phones } = await begin(meeting, 1);
    await rule(console, { type: 'CloseNow', ...ROUND });
    await rule(console, { type: 'EndMeeting' });
    const { code, sid } = meeting.made;
    expect(await knock(hall.url, { v, code, secret: newSecret() })).toEqual({
      reason: 'session-ended',
      facts: { sid },
    });
    const back = await meeting.phone(phones[0]!.secret);
    expect(back.view.meeting?.state).toBe('closed');
    expect((await meeting.stage()).view.meeting?.state).toBe('closed');
  });
});

describe("another site's page", () => {
  test('[L5] is refused, by websocket and by polling alike; our own pages and those without an Origin pass', async () => {
    const { hall, meeting } = await draft();
    const { host, port } = new URL(hall.url);
    const auth = { v, code: meeting.made.code, secret: newSecret() };
    const foreign = [
      'http://evil.example',
      `http://evil.example:${port}`,
      `http://127.0.0.1.evil.example:${port}`,
      'http://127.0.0.1:1',
      'null',
      'file://',
      '',
      `http://${host}@evil.example`,
      'evil',
    ];
    for (const origin of foreign) {
      expect(await ask(hall.url, POLLING, { headers: { origin } }), origin).toMatchObject({ status: 403 });
      const upgrade = await ask(hall.url, POLLING.replace('polling', 'websocket'), { headers: { ...UPGRADE, origin } });
      expect(upgrade, origin).toMatchObject({ status: 400, body: 'Forbidden' });
      await expect(knock(hall.url, auth, { origin })).rejects.toThrow();
    }
    expect(await ask(hall.url, POLLING, { headers: { origin: `http://${host}` } })).toMatchObject({ status: 200 });
    expect(await ask(hall.url, POLLING)).toMatchObject({ status: 200 });
    expect(await knock(hall.url, auth, { origin: `http://${host}` })).toBe(null);
    expect(await knock(hall.url, auth)).toBe(null);
  });

  test('[L5] is refused over polling with its reason, and let in with the right words', async () => {
    const { hall, meeting } = await draft();
    expect(await overPolling(hall.url, { v: v + 1 })).toMatchObject({ data: { reason: 'reload' } });
    expect(await overPolling(hall.url, { v, code: 'BBBBBB', secret: newSecret() })).toMatchObject({
      data: { reason: 'unknown-session' },
    });
    expect(await overPolling(hall.url, { v, code: meeting.made.code, secret: newSecret() })).toMatchObject({
      sid: expect.any(String) as string,
    });
  });
});

async function draft(): Promise<{ hall: Hall; meeting: Evening }> {
  const hall = await Hall.open();
  return { hall, meeting: await hall.meeting() };
}

/** What a connection hears over long-polling. */
async function overPolling(url: string, auth: unknown): Promise<unknown> {
  const poller = await Poller.open(url);
  expect(await poller.say(`40${JSON.stringify(auth)}`)).toMatchObject({ status: 200 });
  const [first = ''] = await poller.poll();
  return JSON.parse(first.slice(1));
}
