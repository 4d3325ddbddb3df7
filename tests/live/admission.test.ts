import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Request } from '@cyfran/shared/session/commands.ts';
import { PROTOCOL_VERSION } from '@cyfran/shared/protocol.ts';
import { begin, oneRound, rule, type Evening } from '../support/evening.ts';
import { Hall } from '../support/hall.ts';
import { Heard } from '../support/heard.ts';
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
    const { code } = meeting.made;
    expect(await knock(hall.url, { v, code, secret: newSecret() })).toEqual({ reason: 'session-ended' });
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

describe('who may do what', () => {
  test('[L1] [S3] a newcomer sees what the meeting is about, and nothing else, before and after joining opens', async () => {
    const { meeting } = await draft();
    const heard = new Heard();
    const phone = await meeting.phone(undefined, heard.listen);
    expect(phone.view).toEqual({
      joining: {
        title: { en: 'Our village' },
        purpose: { en: 'Share a small pot' },
        voters: { en: 'Everyone here' },
        state: 'draft',
        currency: 'GBP',
        potMinor: 80_000,
      },
    });
    expect(await phone.send({ type: 'Join' })).toMatchObject({ ok: false, reason: 'joining-closed' });
    const { phones } = await begin(meeting, 5);
    for (const person of phones) await person.cast([['tea', 1]]);
    await phone.until(({ joining }) => joining?.state === 'open');
    expect(new Set(heard.sections.map(({ name }) => name))).toEqual(new Set(['joining']));
    expect(await phone.send({ type: 'Join' })).toMatchObject({ ok: true });
    await phone.until(({ tally }) => tally);
  });

  test('[S1] each role may send its own commands, and every other is refused and changes nothing', async () => {
    const { meeting } = await draft();
    const { console, phones } = await begin(meeting, 1);
    const screens = {
      newcomer: await meeting.phone(),
      participant: phones[0]!,
      facilitator: console,
      stage: await meeting.stage(),
    };
    const seen = console.view.now!.ruling;
    const rulings: Request[] = [
      { type: 'OpenJoining', seen },
      { type: 'StartActivity', activity: 'a2', seen },
      { type: 'EndMeeting', seen },
      { type: 'LastCall', ...ROUND, seconds: 60, seen },
      { type: 'CloseNow', ...ROUND, seen },
      { type: 'Reopen', ...ROUND, reason: { en: 'So' }, seen },
      { type: 'Show', ...ROUND, seen },
    ];
    const cast: Request = { type: 'CastBallot', ...ROUND, alloc: [], replaces: 0, salt: newSecret() };
    const before = meeting.record();
    const mayNot: Readonly<Record<keyof typeof screens, readonly Request[]>> = {
      newcomer: [...rulings, cast],
      participant: rulings,
      facilitator: [cast, { type: 'Join' }],
      stage: [...rulings, cast, { type: 'Join' }],
    };
    for (const [role, commands] of Object.entries(mayNot) as [keyof typeof screens, readonly Request[]][]) {
      for (const command of commands) {
        expect(await screens[role].send(command), `${role} ${command.type}`).toEqual({
          ok: false,
          reason: 'not-allowed',
        });
      }
    }
    for (const machine of [
      { type: 'Close', ...ROUND, lastCall: 1 },
      { type: 'Count', ...ROUND },
    ]) {
      expect(await console.send(machine as never)).toEqual({ ok: false, reason: 'invalid' });
    }
    expect(meeting.record()).toEqual(before);
  });
});

describe('limits', () => {
  test('[L8] wrong codes slow their address down, never those who hold a secret, nor another address', async () => {
    const hall = await Hall.open({ environment: { CYFRAN_PROXY_HOPS: '1' } });
    const meeting = await hall.meeting();
    const { phones } = await begin(meeting, 1);
    const { code, sid, facilitator } = meeting.made;
    const from = (address: string) => ({ 'x-forwarded-for': `10.9.9.9, ${address}` });
    const guesses = Array.from({ length: 60 }, () =>
      knock(hall.url, { v, code: 'ZZZZZZ', secret: newSecret() }, from('203.0.113.5')),
    );
    expect(new Set((await Promise.all(guesses)).map((refused) => refused?.reason))).toEqual(
      new Set(['unknown-session']),
    );

    const slowed = { reason: 'too-fast', retryAfterMs: expect.any(Number) as number };
    expect(await knock(hall.url, { v, code: 'ZZZZZZ', secret: newSecret() }, from('203.0.113.5'))).toEqual(slowed);
    const newcomer = { v, code, secret: newSecret() };
    const refused = await knock(hall.url, newcomer, from('203.0.113.5'));
    expect(refused).toEqual(slowed);
    expect(refused?.retryAfterMs).toBeGreaterThan(0);
    expect((await ask(hall.url, `/join?code=${code}`, { headers: from('203.0.113.5') })).headers.location).toContain(
      'problem=too-fast',
    );
    expect(await knock(hall.url, { v, code, secret: phones[0]!.secret }, from('203.0.113.5'))).toBe(null);
    expect(await knock(hall.url, { v, sid, secret: facilitator }, from('203.0.113.5'))).toBe(null);
    expect(await knock(hall.url, newcomer, from('203.0.113.6'))).toBe(null);
  });

  test('[L8] two hundred people behind one address all get in at once', async () => {
    const meeting = await (await Hall.open()).meeting();
    await rule(await meeting.console(), { type: 'OpenJoining' });
    const people = await meeting.people(200);
    await people[0]!.until(({ people: now }) => now?.joined === 200);
  });

  test('[L8] who sends without pause is told when to go on, and is then heard; nobody else is slowed', async () => {
    const meeting = await (await Hall.open()).meeting({ agenda: [oneRound('live')] });
    const { phones } = await begin(meeting, 2);
    const [flooding, other] = [phones[0]!, phones[1]!];
    let refused;
    for (let n = 0; n < 40 && refused === undefined; n += 1) {
      const ack = await flooding.cast([['bridge', (n % 4) + 1]]);
      if (!ack.ok) refused = ack;
    }
    expect(refused).toEqual({ ok: false, reason: 'too-fast', retryAfterMs: expect.any(Number) as number });
    expect(refused?.retryAfterMs).toBeGreaterThan(0);
    // The limit is the person's: another phone or connection of the same seat does not get round it.
    const second = await meeting.phone(flooding.secret);
    expect(await second.cast([])).toMatchObject({ ok: false, reason: 'too-fast' });
    expect(await other.cast([['roof', 1]])).toMatchObject({ ok: true });
    expect(await flooding.sendSurely(flooding.ballot([['garden', 4]]))).toMatchObject({ ok: true });
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
