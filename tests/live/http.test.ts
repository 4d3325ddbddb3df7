import { describe, expect, test } from 'vitest';
import { realFiles } from '@cyfran/server/journal/files.ts';
import type { Evening } from '../support/evening.ts';
import { Hall } from '../support/hall.ts';
import { systemError, troubledFiles } from '../support/journal-files.ts';
import { ask, type RawAnswer } from '../support/raw.ts';

const JSON_TYPE = { 'content-type': 'application/json' };

describe('health', () => {
  test('says that the process answers, and that it can record', async () => {
    const { url } = await Hall.open();
    expect(await ask(url, '/healthz')).toMatchObject({ status: 200, body: '{"ok":true}' });
    expect(await ask(url, '/readyz')).toMatchObject({ status: 200, body: '{"ok":true}' });
  });

  test('says that it cannot record once the disk has failed, asks to be stopped, and answers nothing that might be lost', async () => {
    let broken = false;
    const files = troubledFiles(realFiles, (step) => {
      if (broken && step === 'datasync') throw systemError('EIO');
      return undefined;
    });
    const hall = await Hall.open({ files });
    const meeting = await hall.meeting();
    const console = await meeting.console();
    broken = true;
    const answered: unknown[] = [];
    void console.send({ type: 'OpenJoining', seen: 1 }).then(
      (ack) => answered.push(ack),
      () => {},
    );
    await expect.poll(() => hall.fatal.length).toBe(1);
    expect(await ask(hall.url, '/readyz')).toMatchObject({ status: 503, body: '{"ok":false}' });
    expect(await ask(hall.url, '/healthz')).toMatchObject({ status: 200 });
    expect(answered).toEqual([]);
  });
});

describe('the join form', () => {
  test('leads to the meeting, however the code is typed, and back with the reason when there is none', async () => {
    const { hall, meeting } = await opened();
    const { code } = meeting.made;
    const leadsTo = async (typed: string) => {
      const { status, headers } = await ask(hall.url, `/join${typed}`);
      expect(status).toBe(303);
      return headers.location;
    };
    const dashed = `${code.slice(0, 3)}-${code.slice(3)}`.toLowerCase();
    for (const typed of [code, code.toLowerCase(), dashed, `%20${dashed.replace('-', '%20-%20')}%20`]) {
      expect(await leadsTo(`?code=${typed}`)).toBe(`/s/${code}`);
    }
    for (const empty of ['', '?', '?code=', '?code=%20-%20', '?other=1', `?code=${code}&code=${code}`]) {
      expect(await leadsTo(empty)).toMatch(/^\/\?code=.*&problem=empty$/);
    }
    expect(await leadsTo('?code=BBBBBB')).toBe('/?code=BBBBBB&problem=unknown-session');
    expect(await leadsTo('?code=AEIOU1')).toBe('/?code=AEIOU1&problem=unknown-session');
    expect(await leadsTo(`?code=${'%22%3E%3Cscript%3E'.repeat(50)}`)).toMatch(
      /^\/\?code=(%22%3E%3Cscript%3E){4}&problem=unknown-session$/,
    );
    expect(await leadsTo('?code=%0d%0aset-cookie:%20a=b')).toMatch(/^\/\?code=[^\r\n]+&problem=unknown-session$/);
  });
});

describe('the choice of a language', () => {
  test('is kept, and leads back to one of our own pages, never to another site', async () => {
    const { url } = await Hall.open();
    const chosen = async (to: string, language = 'cy') => ask(url, `/lang/${language}?to=${encodeURIComponent(to)}`);
    const back = await chosen('/s/BCDFGH?a=1');
    expect(back).toMatchObject({ status: 303, headers: { location: '/s/BCDFGH?a=1' } });
    expect(String(back.headers['set-cookie'])).toMatch(
      /^cyfran-lang=cy; Max-Age=31536000; Path=\/; Expires=[^;]+; SameSite=Lax$/,
    );
    expect(String((await chosen('/', 'en')).headers['set-cookie'])).toMatch(/^cyfran-lang=en;/);
    const elsewhere = [
      '//evil.example',
      '/\\evil.example',
      '\\\\evil.example',
      'https://evil.example',
      'javascript:alert(1)',
      '',
      'evil',
      ' //evil.example',
      '/\t/evil.example',
      '/\n/evil.example',
      '/\r\nlocation: //evil.example',
      '///evil.example',
      '/.//evil.example',
    ];
    for (const to of elsewhere) {
      const { status, headers } = await chosen(to);
      expect(status).toBe(303);
      expect(new URL(String(headers.location), 'http://hall.example/lang/cy').origin, to).toBe('http://hall.example');
    }
    expect((await ask(url, '/lang/cy?to=/a&to=//evil.example')).headers.location).toBe('/');
    expect((await ask(url, '/lang/de')).status).toBe(404);
  });
});

describe('every answer', () => {
  test('tells browsers to guess no types, to name no referrer, to stand in no frame; and of https only behind https', async () => {
    const hall = await Hall.open({ environment: { CYFRAN_PROXY_HOPS: '1' } });
    const answers = await everyKind(hall, {});
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 303, 400, 401, 403, 404, 413]));
    for (const { path, headers } of answers) {
      expect(headers, path).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'x-frame-options': 'DENY',
      });
      expect(headers, path).not.toHaveProperty('strict-transport-security');
      expect(headers, path).not.toHaveProperty('x-powered-by');
    }
    for (const { path, headers } of await everyKind(hall, {
      'x-forwarded-proto': 'https',
      'x-forwarded-for': '192.0.2.1',
    })) {
      expect(headers, path).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'x-frame-options': 'DENY',
      });
      if (!path.startsWith('/socket.io/'))
        expect(headers['strict-transport-security'], path).toMatch(/^max-age=31536000/);
    }
    // Without a proxy that is known, nobody is believed about https.
    const plain = await Hall.open();
    expect((await ask(plain.url, '/', { headers: { 'x-forwarded-proto': 'https' } })).headers).not.toHaveProperty(
      'strict-transport-security',
    );
  });

  test('holds no stack and no path of this machine', async () => {
    const hall = await Hall.open();
    for (const answer of await everyKind(hall, {}))
      expect(answer.body, answer.path).not.toMatch(/node_modules|\bat \S+ \(|\/src\/|node:internal/);
  });
});

/** Answers of each kind that there is, with the path that was asked for. */
async function everyKind(
  { url, hostKey }: Hall,
  headers: Readonly<Record<string, string>>,
): Promise<(RawAnswer & { path: string })[]> {
  const post = { method: 'POST', headers: { ...headers, ...JSON_TYPE } };
  const known = { ...post, headers: { ...post.headers, authorization: `Bearer ${hostKey}` } };
  const asked: readonly (readonly [string, Parameters<typeof ask>[2]?])[] = [
    ['/'],
    ['/healthz'],
    ['/readyz'],
    ['/join'],
    ['/join?code=BBBBBB'],
    ['/lang/cy'],
    ['/favicon.ico'],
    ['/no/such/page'],
    ['/%E0%A4%A'],
    ['/..%2f..%2fetc/passwd'],
    ['/s/BCDFGH'],
    ['/_app/version.json'],
    ['/_app/none.js'],
    ['/api/sessions'],
    ['/api/sessions', { ...post, body: '{' }],
    ['/api/sessions', { ...known, body: '{' }],
    ['/api/sessions', { ...known, body: `"${'x'.repeat(1_000_000)}"` }],
    ['/api/sessions', known],
    ['/api/sessions', { ...post, headers: { ...post.headers, origin: 'http://evil.example' } }],
    ['/api/sessions/none/set-up', { headers: known.headers }],
    ['/api/sessions/s-0123456789abcdef/set-up', { headers: known.headers }],
    ['/api/sessions/s-0123456789abcdef/links', post],
    ['/api/my-card', { ...known, body: '{"code":"BBBBBB"}' }],
    ['/', { method: 'POST', body: 'x'.repeat(2_000_000) }],
    ['/', { method: 'PUT' }],
    ['/healthz', { method: 'DELETE' }],
    ['/socket.io/?EIO=4&transport=polling'],
    ['/socket.io/?EIO=4&transport=polling', { headers: { origin: 'http://evil.example' } }],
    ['/socket.io/?EIO=4&transport=lantern'],
    ['/socket.io/?EIO=4&transport=polling&sid=none'],
    ['/socket.io/?EIO=3&transport=polling'],
    ['/socket.io/'],
    ['/socket.io/socket.io.js'],
  ];
  return Promise.all(
    asked.map(async ([path, request]) => ({
      path,
      ...(await ask(url, path, { ...request, headers: { ...headers, ...request?.headers } })),
    })),
  );
}

async function opened(): Promise<{ hall: Hall; meeting: Evening }> {
  const hall = await Hall.open();
  return { hall, meeting: await hall.meeting() };
}
