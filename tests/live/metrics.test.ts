import { expect, test } from 'vitest';
import { begin, oneRound } from '../support/evening.ts';
import { Hall } from '../support/hall.ts';
import { ask } from '../support/raw.ts';
import { Town } from '../support/town.ts';

const KEY = 'a key for those who measure';

/** The value of a measure as Prometheus reads it. */
function valueIn(text: string, name: string): number {
  const line = text.split('\n').find((one) => one.startsWith(`${name} `));
  if (line === undefined) throw new Error(`there is no ${name}`);
  return Number(line.slice(name.length + 1));
}

test('[N4] a server tells Prometheus what it does, and not one word of a meeting or a person', async () => {
  const hall = await Hall.open({ environment: { CYFRAN_METRICS_KEY: KEY } });
  const meeting = await hall.meeting({ agenda: [oneRound('on-show')] });
  const { phones } = await begin(meeting, 3);
  for (const phone of phones) expect(await phone.cast([['garden', 1]])).toMatchObject({ ok: true });
  const refused = await phones[0]!.cast([['garden', 99]]);
  const { status, body, headers } = await ask(hall.url, '/metrics');
  expect([status, headers['content-type']]).toEqual([200, expect.stringContaining('text/plain')]);
  expect(valueIn(body, 'cyfran_ballots_total')).toBe(3);
  expect(valueIn(body, 'cyfran_screens{role="person"}')).toBe(3);
  expect(valueIn(body, 'cyfran_screens{role="facilitator"}')).toBe(1);
  expect(valueIn(body, `cyfran_refused_total{reason="${refused.ok ? '' : refused.reason}"}`)).toBe(1);
  for (const name of ['ack_seconds', 'frame_cost_seconds', 'journal_batch_entries', 'journal_batch_seconds']) {
    expect(valueIn(body, `cyfran_${name}_count`)).toBeGreaterThan(0);
  }
  expect(valueIn(body, 'cyfran_journal_batch_entries_sum')).toBeGreaterThanOrEqual(8);
  expect(body).toContain('nodejs_eventloop_lag_p99_seconds');
  const { sid, code } = meeting.made;
  for (const word of [sid, code, 'garden', ...phones.map(({ secret }) => secret)]) expect(body).not.toContain(word);

  const elsewhere = { 'x-forwarded-for': '192.0.2.1' };
  for (const authorization of ['', `Bearer ${KEY.slice(1)}`]) {
    expect((await ask(hall.url, '/metrics', { headers: { ...elsewhere, authorization } })).status).toBe(404);
  }
  const withKey = { ...elsewhere, authorization: `Bearer ${KEY}` };
  expect((await ask(hall.url, '/metrics', { headers: withKey })).status).toBe(200);
});

test('[N4] `/readyz` is red while Redis cannot be written to, and green again by itself', async () => {
  const town = await Town.open(1);
  const [node] = town.nodes;
  const ready = async () => (await ask(node!.url, '/readyz')).status;
  expect(await ready()).toBe(200);
  await town.redis.kill();
  await expect.poll(ready, { timeout: 10_000 }).toBe(503);
  expect((await ask(node!.url, '/healthz')).status).toBe(200);
  await town.redis.begin();
  await expect.poll(ready, { timeout: 10_000 }).toBe(200);
  expect(node!.faults.join()).toContain('Redis cannot be written to');
  node!.faults.length = 0;
});
