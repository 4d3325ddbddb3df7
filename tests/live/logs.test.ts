import { appendFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { PROTOCOL_VERSION } from '@cyfran/shared/protocol.ts';
import { ChildServer, dataFolder, freePort } from '../support/child.ts';
import { begin, Evening, oneRound, PROPOSALS, rule, setUp, evening } from '../support/evening.ts';
import { journalFile } from '../support/ledger.ts';
import { ask, knock } from '../support/raw.ts';

const CANARY = 'Canary-yellow';
const ADDRESS = '203.0.113.77';
const ROUND = { activity: 'a1', round: 'a1.1' } as const;

test('the logs of a whole meeting, at their most talkative, hold no seat, secret, ballot, text or address', async () => {
  const folder = dataFolder();
  const port = await freePort();
  const server = await ChildServer.start(folder, port, { CYFRAN_LOG: 'debug', CYFRAN_PROXY_HOPS: '1' });
  const { url, hostKey } = server;
  const proposals = PROPOSALS.map(({ costMinor }, index) => ({
    proposal: `${CANARY}${String(index)}`,
    name: { en: `${CANARY} name` },
    costMinor,
  }));
  const meeting = await Evening.setUp(() => server, {
    title: { en: `${CANARY} title` },
    voters: { cy: `${CANARY} pawb` },
    proposals,
    together: { en: `${CANARY} and friends` },
    admission: 'let-in',
    paper: true,
    agenda: [oneRound('live')],
  });
  const { code, facilitator, stage } = meeting.made;
  const helped = await hands(meeting, url);

  await meeting.stage();
  const { console, phones } = await begin(meeting, 3);
  const salts = [];
  for (const [index, phone] of phones.entries()) {
    const ballot = phone.ballot([[`${CANARY}${String(index)}`, 3]]);
    salts.push(ballot.salt);
    expect(await phone.send(ballot)).toMatchObject({ ok: true });
    expect(await phone.cast([[`${CANARY}9`, 3]])).toMatchObject({ reason: 'unknown-proposal' });
    expect(
      await phone.cast([
        [`${CANARY}1`, 4],
        [`${CANARY}2`, 4],
        [`${CANARY}0`, 4],
      ]),
    ).toMatchObject({ reason: 'tokens-exceeded' });
    await phone.socket.emitWithAck('command', { id: CANARY } as never);
  }
  await rule(console, { type: 'LastCall', ...ROUND, seconds: 60 });
  await rule(console, { type: 'CloseNow', ...ROUND });
  await rule(console, { type: 'Reopen', ...ROUND, reason: { en: `${CANARY} reason` } });
  await rule(console, { type: 'LastCall', ...ROUND, seconds: 60 });
  await rule(console, { type: 'CloseNow', ...ROUND });
  await console.until(({ ready }) => ready?.counted);
  await rule(console, { type: 'Show', ...ROUND });

  const from = { 'x-forwarded-for': ADDRESS };
  await knock(url, { v: PROTOCOL_VERSION, code: 'BBBBBB', secret: CANARY.padEnd(22, 'x') }, from);
  await knock(url, { v: PROTOCOL_VERSION, code: CANARY }, from);
  await ask(url, `/join?code=${CANARY}`, { headers: from });
  await ask(url, `/${CANARY}/%E0%A4%A`, { headers: { ...from, cookie: CANARY } });
  await setUp(server, { ...evening(), title: { en: `${CANARY}\u202e` } });
  await ask(url, '/api/sessions', {
    method: 'POST',
    headers: { ...from, authorization: `Bearer ${hostKey}`, 'content-type': 'application/json' },
    body: `{"${CANARY}`,
  });
  await server.kill('SIGKILL');
  appendFileSync(journalFile(folder, meeting.made.sid), `{"${CANARY}`);
  const again = await ChildServer.start(folder, port, { CYFRAN_LOG: 'debug' });
  await again.kill('SIGTERM');

  const record = meeting.record();
  const seats = record
    .flatMap(({ events }) => events)
    .filter((event) => event.type === 'seat.joined')
    .map((event) => String(event.seat));
  const credentials = record.flatMap(({ ballot }) => (ballot === null ? [] : [ballot.credential]));
  expect([seats.length, credentials.length]).toEqual([3, 3]);
  const said = [server, again]
    .flatMap(({ out, errors }) => [...out.split('\n').filter((line) => line.startsWith('{')), ...errors.split('\n')])
    .join('\n');
  for (const told of ['"command"', '"duty"', '"CastBallot"', 'a torn tail was cut']) expect(said).toContain(told);
  const hidden = [
    CANARY,
    ADDRESS,
    '127.0.0.1',
    '::1',
    hostKey,
    code,
    facilitator,
    stage,
    ...phones.map(({ secret }) => secret),
    ...salts,
    ...seats,
    ...credentials,
  ];
  expect(hidden.filter((word) => said.includes(word))).toEqual([]);
  // Beside its logs, the first link that it prints is the only secret that it tells, to whoever started it.
  const printed = server.out.replaceAll(hostKey, '') + again.out.replaceAll(hostKey, '');
  expect(hidden.filter((word) => !['127.0.0.1', '::1'].includes(word) && printed.includes(word))).toEqual([]);
});
