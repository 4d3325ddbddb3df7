import { describe, expect, test } from 'vitest';
import { realFiles } from '@cyfran/server/journal/files.ts';
import { callApi } from '../support/desk.ts';
import { evening, PROPOSALS, rule, setUp } from '../support/evening.ts';
import { Hall } from '../support/hall.ts';
import { ask } from '../support/raw.ts';

const JSON_TYPE = { 'content-type': 'application/json' };
const LONE = '\ud800';

describe('setting up a meeting', () => {
  test('[S2] gives its links once to whoever holds the host key', async () => {
    const hall = await Hall.open();
    const meeting = await hall.meeting();
    const { sid, code, facilitator, stage } = meeting.made;
    expect(meeting.made).toMatchObject({
      joinUrl: expect.stringMatching(new RegExp(`^http://.+/s/${code}$`)) as string,
    });
    expect(new Set([facilitator, stage, hall.hostKey]).size).toBe(3);
    expect(sid).toMatch(/^s-[a-z0-9]{16}$/);
    expect((await meeting.console()).view.meeting).toMatchObject({ title: { en: 'Our village' }, state: 'draft' });
  });

  test('[S2] [S8] is listed as the copy that it is, also after a restart, and is a copy of nothing that is not there', async () => {
    const hall = await Hall.open();
    const original = (await hall.meeting()).made.sid;
    const copy = (copyOf: string) =>
      callApi(hall.url, hall.hostKey, 'POST', `/api/sessions?copyOf=${encodeURIComponent(copyOf)}`, evening());
    const { sid } = (await (await copy(original)).json()) as { sid: string };
    for (const nothing of ['s-0000000000000000', '', '../x']) {
      expect((await copy(nothing)).status).toBe(404);
    }
    const listed = async () => {
      const answer = await callApi(hall.url, hall.hostKey, 'GET', '/api/sessions');
      const { sessions } = (await answer.json()) as { sessions: { sid: string; copyOf: string | null }[] };
      return new Map(sessions.map((one) => [one.sid, one.copyOf]));
    };
    const both = new Map([
      [original, null],
      [sid, original],
    ]);
    expect(await listed()).toEqual(both);
    await hall.stop();
    await hall.start();
    expect(await listed()).toEqual(both);
  });

  test('[J14] deletes a draft for good, for whoever holds the host key; its screens leave', async () => {
    const hall = await Hall.open();
    const meeting = await hall.meeting();
    const other = await hall.meeting();
    const { sid, facilitator } = meeting.made;
    const console = await meeting.console();
    const left = new Promise((resolve) => console.socket.on('disconnect', resolve));
    const remove = (key: string, of: string) => callApi(hall.url, key, 'DELETE', `/api/sessions/${of}`);
    expect((await remove(facilitator, sid)).status).toBe(401);
    expect((await remove(hall.hostKey, sid)).status).toBe(200);
    await left;
    expect((await remove(hall.hostKey, sid)).status).toBe(404);
    await expect(meeting.console()).rejects.toThrow('unknown-session');
    await hall.stop();
    expect(await realFiles.list(`${hall.folder}/sessions`)).toEqual([other.made.sid]);
    await hall.start();
    const answer = await callApi(hall.url, hall.hostKey, 'GET', '/api/sessions');
    expect(await answer.json()).toMatchObject({ sessions: [{ sid: other.made.sid }] });
  });

  test('[J14] deletes nothing once joining is open', async () => {
    const hall = await Hall.open();
    const meeting = await hall.meeting();
    await rule(await meeting.console(), { type: 'OpenJoining' });
    const answer = await callApi(hall.url, hall.hostKey, 'DELETE', `/api/sessions/${meeting.made.sid}`);
    expect([answer.status, await answer.json()]).toEqual([409, { ok: false, reason: 'already-begun' }]);
    expect((await meeting.console()).view.meeting).toMatchObject({ state: 'open' });
  });

  test('is refused without the host key, before anything that was sent is read', async () => {
    const { url, hostKey, folder } = await Hall.open();
    const body = JSON.stringify(evening());
    const keys = [
      undefined,
      '',
      'Bearer',
      'Bearer ',
      `Bearer ${hostKey}x`,
      `bearer ${hostKey}`,
      `Basic ${hostKey}`,
      hostKey,
      `Bearer ${'A'.repeat(22)}`,
    ];
    for (const authorization of keys) {
      const headers = { ...JSON_TYPE, ...(authorization === undefined ? {} : { authorization }) };
      expect(await ask(url, '/api/sessions', { method: 'POST', headers, body }), authorization).toMatchObject({
        status: 401,
        body: '{"ok":false,"reason":"unknown-secret"}',
      });
      expect(await ask(url, '/api/sessions', { method: 'POST', headers, body: '{' })).toMatchObject({ status: 401 });
    }
    expect(await realFiles.list(`${folder}/sessions`)).toEqual([]);
  });

  test('[S2] is refused with the field that is wrong', async () => {
    const hall = await Hall.open();
    const whole = evening();
    const wrong: readonly (readonly [string, object, unknown])[] = [
      ['title', { title: { en: ' ' } }, 'bad-text'],
      ['title', { title: { en: 'A\u0000B' } }, 'bad-text'],
      ['title', { title: { en: 'A\u202eB' } }, 'bad-text'],
      ['title', { title: { en: 'A\u2066B' } }, 'bad-text'],
      ['purpose', { purpose: { en: 'A\u200bB' } }, 'bad-text'],
      ['purpose', { purpose: { cy: 'Iawn', en: 'A\u0007B' } }, 'bad-text'],
      ['voters', { voters: { en: `A${LONE}B` } }, 'bad-text'],
      ['voters', { voters: { en: 'e\u0301' } }, 'bad-text'],
      ['name.0', { proposals: [{ ...PROPOSALS[0]!, name: { en: '\ufeffA' } }] }, 'bad-text'],
      ['about.0', { proposals: [{ ...PROPOSALS[0]!, about: { cy: 'A\u0000' } }] }, 'bad-text'],
      ['item.a1', { agenda: [{ ...whole.agenda[0]!, text: { en: '\u200b' } }] }, 'bad-text'],
      ['title', { title: undefined }, 'invalid'],
      ['title', { title: 'Our village' }, 'invalid'],
      ['title.en', { title: { en: 'x'.repeat(121) } }, 'invalid'],
      ['title', { title: { en: 'A', fr: 'B' } }, 'invalid'],
      ['currency', { currency: 'pounds' }, 'invalid'],
      ['potMinor', { potMinor: 1.5 }, 'invalid'],
      ['potMinor', { potMinor: -1 }, 'invalid'],
      ['potMinor', { potMinor: 1e300 }, 'invalid'],
      ['potMinor', { potMinor: '1000' }, 'invalid'],
      [
        'proposals',
        { proposals: Array.from({ length: 201 }, (_, n) => ({ ...PROPOSALS[0]!, proposal: `p${String(n)}` })) },
        'invalid',
      ],
      ['proposals.0.proposal', { proposals: [{ ...PROPOSALS[0]!, proposal: 'a b' }] }, 'invalid'],
      ['proposals.0.proposal', { proposals: [{ ...PROPOSALS[0]!, proposal: 'a\u202e' }] }, 'invalid'],
      ['agenda', { agenda: [] }, 'invalid'],
      ['agenda.0.plan.kind', { agenda: [{ ...whole.agenda[0]!, plan: { kind: 'party' } }] }, 'invalid'],
      ['admission', { admission: 'everyone' }, 'invalid'],
      ['day', { day: 'tomorrow' }, 'invalid'],
      ['', { extra: 1 }, 'invalid'],
    ];
    for (const [field, changes, reason] of wrong) {
      const answer = await setUp(hall, { ...whole, ...changes });
      expect(answer.status, field).toBe(400);
      expect(await answer.json(), field).toMatchObject({ ok: false, reason, facts: { field } });
    }
    const twice = await setUp(hall, { ...whole, proposals: [PROPOSALS[0], PROPOSALS[0]] });
    expect([twice.status, await twice.json()]).toEqual([400, { ok: false, reason: 'duplicate-proposal' }]);
    expect(await realFiles.list(`${hall.folder}/sessions`)).toEqual([]);
  });

  test('is refused when it is no JSON, too large, or in a form that nobody asked for', async () => {
    const { url, hostKey, folder } = await Hall.open();
    const post = (body: string, type = 'application/json', more = {}) =>
      ask(url, '/api/sessions', {
        method: 'POST',
        headers: { authorization: `Bearer ${hostKey}`, 'content-type': type, ...more },
        body,
      });
    const whole = JSON.stringify(evening());
    for (const body of [
      '',
      '{',
      'null',
      '[]',
      '"text"',
      '1',
      whole.slice(0, -1),
      `${whole}x`,
      '{"__proto__":{"title":{"en":"x"}}}',
      '['.repeat(200_000),
    ]) {
      expect(await post(body)).toMatchObject({
        status: 400,
        body: expect.stringContaining('"reason":"invalid"') as string,
      });
    }
    expect(await post(whole, 'text/plain')).toMatchObject({ status: 400 });
    expect(await post(whole, 'application/x-www-form-urlencoded')).toMatchObject({ status: 400 });
    expect(await post(whole, 'application/json; charset=lantern')).toMatchObject({
      status: 415,
      body: '{"ok":false,"reason":"invalid"}',
    });
    expect(await post(whole, 'application/json', { 'content-encoding': 'gzip' })).toMatchObject({ status: 400 });
    expect(await post(JSON.stringify({ ...evening(), purpose: { en: 'x'.repeat(1_000_000) } }))).toMatchObject({
      status: 413,
      body: '{"ok":false,"reason":"too-large"}',
    });
    expect(await realFiles.list(`${folder}/sessions`)).toEqual([]);
    expect('polluted' in {} || 'title' in {}).toBe(false);
  });
});
