import { describe, expect, test } from 'vitest';
import { memoryKeep, type Keep } from '#lib/live/keep.ts';
import { readMeetings } from '#lib/device/meetings.ts';
import { copyMeeting, makeMeeting, openMeeting, rememberMeeting, runSecret } from './access.ts';
import { hostCalls, type Answer, type HostCalls } from './calls.ts';
import { fullSetUp, SmallServer } from './testing.ts';

const server = new SmallServer(fullSetUp());

/** A server that knows these secrets, and makes links with the host's key. */
function knowing(...secrets: string[]) {
  return (secret: string): HostCalls => ({
    ...server.calls,
    setUp: () =>
      secrets.includes(secret) ? server.calls.setUp('s-1') : Promise.resolve({ ok: false, reason: 'unknown-secret' }),
    link: (sid, role) =>
      Promise.resolve<Answer<{ role: typeof role; secret: string; url: string }>>(
        secret === 'host'
          ? { ok: true, got: { role, secret: 'fresh', url: `http://hall/run/${sid}#fresh` } }
          : { ok: false, reason: 'unknown-secret' },
      ),
  });
}

/** The address bar of a page that was opened without a fragment. */
function withoutFragment<T>(work: () => Promise<T>): Promise<T> {
  Object.assign(globalThis, { location: { hash: '', pathname: '/', search: '' } });
  return work();
}

function device(values: Readonly<Record<string, unknown>>): Keep {
  const keep = memoryKeep();
  for (const [name, value] of Object.entries(values)) keep.write(name, value);
  return keep;
}

describe('a meeting on this device', () => {
  test('that was just made has its links here, and nowhere else', async () => {
    const keep = memoryKeep();
    const made = { sid: 's-2', code: 'BCDFGH', facilitator: 'f', stage: 's', joinUrl: 'http://hall/s/BCDFGH' };
    await makeMeeting(keep, { ...server.calls, create: () => Promise.resolve({ ok: true, got: made }) }, fullSetUp());
    expect(keep.read('cyfran.run.s-2')).toBe('f');
    expect(keep.read('cyfran.stage.s-2')).toBe('s');
    expect(readMeetings(keep).map(({ sid, title }) => [sid, title.en])).toEqual([['s-2', 'Village meeting']]);
  });

  test('that is copied keeps what was prepared, and nothing of that one evening', async () => {
    const made = { sid: 's-2', code: 'BCDFGH', facilitator: 'f', stage: 's', joinUrl: 'http://hall/s/BCDFGH' };
    const setUp = fullSetUp();
    const held = fullSetUp({ agenda: setUp.agenda.map((item) => ({ ...item, skipped: true })) });
    const asked: unknown[] = [];
    const calls: HostCalls = {
      ...new SmallServer(held, 'closed').calls,
      create: (...all) => {
        asked.push(all);
        return Promise.resolve({ ok: true, got: made });
      },
    };
    expect(await copyMeeting(memoryKeep(), calls, 's-1')).toMatchObject({ ok: true, got: { sid: 's-2' } });
    expect(asked).toEqual([[{ ...setUp, day: null, bookedMinutes: null, questionsUntil: null }, 's-1']]);
  });

  test('opens with the secret kept here', async () => {
    const keep = device({ 'cyfran.run.s-1': 'mine' });
    const opened = await withoutFragment(() => openMeeting(keep, 's-1', knowing('mine')));
    expect(opened.ok).toBe(true);
  });

  test('that was set up elsewhere opens with a fresh link, for whoever has the host’s key', async () => {
    const keep = device({ 'cyfran.host': 'host' });
    const opened = await withoutFragment(() => openMeeting(keep, 's-1', knowing('fresh')));
    expect(opened.ok).toBe(true);
    expect(keep.read('cyfran.run.s-1')).toBe('fresh');
  });

  test('whose secret is not known any more gets a fresh one with the host’s key, and says so without', async () => {
    const host = device({ 'cyfran.host': 'host', 'cyfran.run.s-1': 'old' });
    expect((await withoutFragment(() => openMeeting(host, 's-1', knowing('fresh')))).ok).toBe(true);
    const other = device({ 'cyfran.run.s-1': 'old' });
    expect(await withoutFragment(() => openMeeting(other, 's-1', knowing('fresh')))).toMatchObject({
      reason: 'unknown-secret',
    });
  });

  test('does not open for someone with neither', async () => {
    expect(await withoutFragment(() => runSecret(memoryKeep(), 's-1', knowing()))).toEqual({
      ok: false,
      reason: 'no-secret',
    });
  });

  test('is listed under its newest name, also on a co-host’s device', () => {
    const keep = device({ 'cyfran.run.s-1': 'mine' });
    rememberMeeting(keep, server.meeting);
    rememberMeeting(keep, { ...server.meeting, setUp: fullSetUp({ title: { en: 'Renamed' } }) });
    expect(readMeetings(keep).map(({ title, stage }) => [title.en, stage])).toEqual([['Renamed', null]]);
  });
});

describe('what the server answers', () => {
  const answering = (status: number, body: string) =>
    hostCalls('k', () => Promise.resolve(new Response(body, { status }))).setUp('s-1');

  test.for([
    [200, '{"sid":"s-1"}', { ok: true, got: { sid: 's-1' } }],
    [200, '<html>', { ok: false, reason: 'internal' }],
    [409, '{"ok":false,"reason":"moved-on"}', { ok: false, reason: 'moved-on' }],
    [401, '', { ok: false, reason: 'unknown-secret' }],
    [413, '<html>', { ok: false, reason: 'too-large' }],
    [507, '', { ok: false, reason: 'storage-full' }],
    [502, '<html>Bad gateway', { ok: false, reason: 'internal' }],
  ] as const)('%s %s is told apart', async ([status, body, answer]) => {
    expect(await answering(status, body)).toEqual(answer);
  });

  test('no answer is no answer', async () => {
    const lost = hostCalls('k', () => Promise.reject(new TypeError('fetch failed')));
    expect(await lost.sessions()).toEqual({ ok: false, reason: 'unreachable' });
  });

  test('a saved set-up goes whole, with the ruling it was made from', async () => {
    const asked: unknown[] = [];
    const calls = hostCalls('k', (url, init) => {
      asked.push([
        url,
        init?.method,
        (init?.headers as Record<string, string>).authorization,
        JSON.parse(init?.body as string),
      ]);
      return Promise.resolve(new Response('{"seen":8}'));
    });
    await calls.save('s-1', 7, fullSetUp());
    expect(asked).toEqual([['/api/sessions/s-1/set-up', 'PUT', 'Bearer k', { seen: 7, setUp: fullSetUp() }]]);
  });
});
