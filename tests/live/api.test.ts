import { describe, expect, test } from 'vitest';
import { callApi, Desk } from '../support/desk.ts';
import { begin, rule, type Evening } from '../support/evening.ts';
import { Hall } from '../support/hall.ts';
import { HandClock } from '../support/hand-clock.ts';
import { ask, knock } from '../support/raw.ts';
import { PROTOCOL_VERSION } from '@cyfran/shared/protocol.ts';

const v = PROTOCOL_VERSION;
const UNKNOWN = { status: 401, json: { ok: false, reason: 'unknown-secret' } };

/** Each way to ask about one session, as it is asked rightly. */
const ROUTES = [
  ['GET', '/set-up', undefined],
  ['PUT', '/set-up', { seen: 0, setUp: {} }],
  ['POST', '/links', { role: 'helper' }],
  ['GET', '/cards', undefined],
  ['POST', '/cards', { count: 1, test: false }],
  ['POST', '/cards/1/replace', undefined],
  ['POST', '/cards/1/void', undefined],
] as const;

describe('the list of meetings', () => {
  test('is for whoever holds the host key: newest first, each with its code, title and state', async () => {
    const clock = new HandClock();
    const hall = await Hall.open({ clock });
    const first = await hall.meeting({ title: { cy: 'Yr hen un' } });
    clock.advance(60_000);
    const second = await hall.meeting({ title: {} });
    await rule(await first.console(), { type: 'OpenJoining' });
    const listed = async () =>
      (await (await callApi(hall.url, hall.hostKey, 'GET', '/api/sessions')).json()) as unknown;
    const sessions = [
      {
        sid: second.made.sid,
        code: second.made.code,
        title: {},
        state: 'draft',
        copyOf: null,
        rehearsal: false,
        createdAt: '2026-11-03T19:01:00.000Z',
      },
      {
        sid: first.made.sid,
        code: first.made.code,
        title: { cy: 'Yr hen un' },
        state: 'open',
        copyOf: null,
        rehearsal: false,
        createdAt: '2026-11-03T19:00:00.000Z',
      },
    ];
    expect(await listed()).toEqual({ sessions });
    await hall.stop();
    await hall.start();
    expect(await listed()).toEqual({ sessions });
    const asFacilitator = await callApi(hall.url, first.made.facilitator, 'GET', '/api/sessions');
    expect([asFacilitator.status, await asFacilitator.json()]).toEqual([401, UNKNOWN.json]);
  });
});

describe('what is about one session', () => {
  test('[S1] is for the host and its facilitators; no other secret, and no facilitator of another meeting, gets anything', async () => {
    const hall = await Hall.open();
    const [meeting, other] = [await hall.meeting(), await hall.meeting()];
    const { phones } = await begin(other, 1);
    const { sid, stage } = meeting.made;
    const strangers = [
      other.made.facilitator,
      stage,
      await meeting.desk.link('helper'),
      await meeting.desk.link('tablet'),
      phones[0]!.secret,
      'A'.repeat(22),
    ];
    const before = meeting.record();
    for (const secret of strangers) {
      for (const [method, path, body] of ROUTES) {
        expect(await new Desk(hall.url, sid, secret).ask(method, path, body), path).toEqual(UNKNOWN);
      }
    }
    expect(meeting.record()).toEqual(before);
    for (const secret of [hall.hostKey, meeting.made.facilitator]) {
      for (const [method, path, body] of ROUTES) {
        expect((await new Desk(hall.url, sid, secret).ask(method, path, body)).status, path).not.toBe(401);
      }
    }
  });

  test('is unknown when there is no such session, to the host alone: nobody else can tell', async () => {
    const hall = await Hall.open();
    const meeting = await hall.meeting();
    for (const sid of ['s-0000000000000000', 'none', '..', '%00', `${meeting.made.sid}x`]) {
      const host = await callApi(hall.url, hall.hostKey, 'GET', `/api/sessions/${sid}/set-up`);
      if (sid === '..') continue;
      expect([host.status, await host.json()], sid).toEqual([404, { ok: false, reason: 'unknown-session' }]);
      const other = await callApi(hall.url, meeting.made.facilitator, 'GET', `/api/sessions/${sid}/set-up`);
      expect([other.status, await other.json()], sid).toEqual([401, UNKNOWN.json]);
    }
    for (const number of ['0', '-1', '1.5', '01', 'one', '99999', '100000', '1e3', '__proto__']) {
      expect(await meeting.desk.ask('POST', `/cards/${number}/replace`), number).toEqual({
        status: 404,
        json: { ok: false, reason: 'unknown-card' },
      });
    }
  });

  test('[L5] is never asked from another site’s page, and never kept on the way', async () => {
    const hall = await Hall.open();
    const meeting = await hall.meeting();
    const path = `/api/sessions/${meeting.made.sid}/set-up`;
    const authorization = `Bearer ${hall.hostKey}`;
    for (const origin of ['http://evil.example', 'null', 'http://127.0.0.1:1']) {
      expect(await ask(hall.url, path, { headers: { authorization, origin } })).toMatchObject({
        status: 403,
        body: '{"ok":false,"reason":"not-allowed"}',
      });
    }
    const own = await ask(hall.url, path, { headers: { authorization, origin: hall.url } });
    expect(own).toMatchObject({ status: 200, headers: { 'cache-control': 'no-store' } });
    expect(own.headers).not.toHaveProperty('access-control-allow-origin');
    expect(own.headers).not.toHaveProperty('set-cookie');
  });

  test('[L8] slows down an address that tries secrets, never one that holds a right one, nor newcomers from there', async () => {
    const hall = await Hall.open();
    const meeting = await hall.meeting();
    const stranger = new Desk(hall.url, meeting.made.sid, 'A'.repeat(22));
    const answers = await Promise.all(Array.from({ length: 61 }, () => stranger.ask('GET', '/cards')));
    expect(
      answers
        .map(({ status }) => status)
        .sort()
        .slice(-2),
    ).toEqual([401, 429]);
    expect((await stranger.ask('GET', '/cards')).json).toEqual({
      ok: false,
      reason: 'too-fast',
      retryAfterMs: expect.any(Number) as number,
    });
    expect(await meeting.desk.listed()).toEqual([]);
    expect((await new Desk(hall.url, meeting.made.sid, meeting.made.facilitator).ask('GET', '/cards')).status).toBe(
      200,
    );
    expect((await meeting.phone()).view.joining).toBeDefined();
  });
});

describe('a link', () => {
  test('opens what it is for; a fresh one leaves those before as they are', async () => {
    const hall = await Hall.open();
    const meeting = await hall.meeting();
    const { sid, facilitator, stage } = meeting.made;
    const secrets = new Set([facilitator, stage]);
    for (const [role, page, sees] of [
      ['facilitator', 'run', 'undo'],
      ['helper', 'help', 'waiting'],
      ['stage', 'stage', 'invite'],
      ['tablet', 'tablet', null],
    ] as const) {
      for (let made = 0; made < 2; made += 1) {
        const { status, json } = await meeting.desk.ask('POST', '/links', { role });
        const secret = String(json.secret);
        expect(status).toBe(201);
        expect(json).toEqual({
          role,
          secret,
          url: expect.stringMatching(new RegExp(`^http://.+/${page}/${sid}#${secret}$`)) as string,
        });
        secrets.add(secret);
        if (sees === null) expect(await knock(hall.url, { v, sid, secret: 'A'.repeat(22), tablet: secret })).toBe(null);
        else expect((await meeting.comer({ sid, secret })).view).toHaveProperty(sees);
      }
    }
    expect(secrets.size).toBe(10);
    expect((await meeting.console()).view.undo).toBeDefined();
    expect((await meeting.stage()).view.invite).toBeDefined();
    for (const role of ['participant', 'host', '', null]) {
      expect(await meeting.desk.ask('POST', '/links', { role })).toMatchObject({
        status: 400,
        json: { reason: 'invalid' },
      });
    }
  });

  test('of a co-facilitator is as good as the first: they make links and rule the same meeting', async () => {
    const hall = await Hall.open();
    const meeting = await hall.meeting();
    const colleague = new Desk(hall.url, meeting.made.sid, await meeting.desk.link('facilitator'));
    const third = await colleague.link('facilitator');
    const console = await meeting.comer({ sid: meeting.made.sid, secret: third });
    await rule(console, { type: 'OpenJoining' });
    await (await meeting.console()).until(({ meeting: now }) => now?.state === 'open');
  });
});

describe('the letters that move a seat', () => {
  test('are for a phone that has joined, and for the meeting that it joined', async () => {
    const hall = await Hall.open();
    const [meeting, other] = [await hall.meeting(), await hall.meeting()];
    const { phones } = await begin(meeting, 1);
    const newcomer = await meeting.phone();
    const asking = async (secret: string, of: Evening) => {
      const answer = await callApi(hall.url, secret, 'POST', '/api/my-card', { code: of.made.code });
      return { status: answer.status, json: (await answer.json()) as unknown };
    };
    expect(await asking(phones[0]!.secret, meeting)).toEqual({
      status: 200,
      json: { card: expect.stringMatching(/^[BCDFGHJKLMNPQRSTVWXZ2-9]{8}$/) as string },
    });
    const { facilitator } = meeting.made;
    // With a card in its hand, it has a seat that has not joined.
    const carrying = await meeting.comer({ card: (await meeting.desk.card()).code });
    for (const secret of [newcomer.secret, carrying.secret, facilitator, hall.hostKey, 'A'.repeat(22)]) {
      expect(await asking(secret, meeting)).toEqual(UNKNOWN);
    }
    expect(await asking(phones[0]!.secret, other)).toEqual(UNKNOWN);
    const wrong = await callApi(hall.url, phones[0]!.secret, 'POST', '/api/my-card', { code: 'ZZZZZZ' });
    expect([wrong.status, await wrong.json()]).toEqual([404, { ok: false, reason: 'unknown-session' }]);
    for (const body of [{}, { code: 'zzzzzz' }, { code: meeting.made.code, seat: 'p-0123456789abcdef' }, null]) {
      expect((await callApi(hall.url, phones[0]!.secret, 'POST', '/api/my-card', body)).status).toBe(400);
    }
  });

  test('[L8] are not asked for without pause', async () => {
    const hall = await Hall.open();
    const meeting = await hall.meeting();
    const { phones } = await begin(meeting, 1);
    const asked = Array.from({ length: 25 }, () =>
      callApi(hall.url, phones[0]!.secret, 'POST', '/api/my-card', { code: meeting.made.code }),
    );
    const statuses = (await Promise.all(asked)).map(({ status }) => status);
    expect(new Set(statuses)).toEqual(new Set([200, 429]));
  });
});
