import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { PROTOCOL_VERSION } from '@cyfran/shared/protocol.ts';
import { begin, oneRound, rule } from '../support/evening.ts';
import { Hall } from '../support/hall.ts';
import { ask, knock } from '../support/raw.ts';

const v = PROTOCOL_VERSION;
const newSecret = () => randomBytes(16).toString('base64url');

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
