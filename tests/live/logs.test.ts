import { appendFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Robot } from '@cyfran/server/robots/robot.ts';
import { PROTOCOL_VERSION } from '@cyfran/shared/protocol.ts';
import { ChildServer, dataFolder } from '../support/child.ts';
import { freePort } from '../support/free-port.ts';
import { callApi } from '../support/desk.ts';
import { Evening, oneRound, PROPOSALS, rule, setUp, evening, untilStage } from '../support/evening.ts';
import { journalFile } from '../support/ledger.ts';
import { ask, knock } from '../support/raw.ts';

const CANARY = 'Canary-yellow';
const ADDRESS = '203.0.113.77';
const ROUND = { activity: 'a1', round: 'a1.1' } as const;

test('the logs of a whole meeting, at their most talkative, hold no seat, secret, card, ballot, text or address', async () => {
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
    agenda: [oneRound('on-show')],
  });
  const { code, facilitator, stage } = meeting.made;

  await meeting.stage();
  const { console, phones, secrets } = await throughEveryDoor(meeting, server);
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
  await enterPapers(meeting, secrets);
  await rule(console, { type: 'LastCall', ...ROUND, seconds: 60 });
  await rule(console, { type: 'CloseNow', ...ROUND });
  await rule(console, { type: 'CloseNow', ...ROUND });
  await rule(console, { type: 'Reopen', ...ROUND, reason: { en: `${CANARY} reason` } });
  await rule(console, { type: 'LastCall', ...ROUND, seconds: 60 });
  await rule(console, { type: 'CloseNow', ...ROUND });
  await rule(console, { type: 'CloseNow', ...ROUND });
  await console.until(({ ready }) => ready?.counted);
  await rule(console, { type: 'Show', ...ROUND });
  const statement = { en: `${CANARY} it is` };
  await rule(console, {
    type: 'WriteDecision',
    statement,
    actions: [{ what: statement, who: statement, until: null }],
    reason: null,
  });

  const from = { 'x-forwarded-for': ADDRESS };
  await knock(url, { v: PROTOCOL_VERSION, code: 'BBBBBB', secret: CANARY.padEnd(22, 'x') }, from);
  await knock(url, { v: PROTOCOL_VERSION, code: CANARY }, from);
  await ask(url, `/join?code=${CANARY}`, { headers: from });
  await ask(url, `/${CANARY}/%E0%A4%A`, { headers: { ...from, cookie: CANARY } });
  await knock(url, { v: PROTOCOL_VERSION, code, secret: 'A'.repeat(22), card: 'ZZZZZZZZ' }, from);
  await setUp(server, { ...evening(), title: { en: `${CANARY}\u202e` } });
  await callApi(url, CANARY.padEnd(22, 'x'), 'GET', `/api/sessions/${meeting.made.sid}/cards`);
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
  expect([seats.length, credentials.length]).toEqual([5, 5]);
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
    ...secrets,
    ...salts,
    ...seats,
    ...credentials,
  ];
  expect(hidden.filter((word) => said.includes(word))).toEqual([]);
  // Beside its logs, the first link that it prints is the only secret that it tells, to whoever started it.
  const printed = server.out.replaceAll(hostKey, '') + again.out.replaceAll(hostKey, '');
  expect(hidden.filter((word) => !['127.0.0.1', '::1'].includes(word) && printed.includes(word))).toEqual([]);
});

/** Two who wait at the door, one with a card, one at a tablet; `secrets`: every word that lets somebody in. */
async function throughEveryDoor(
  meeting: Evening,
  { url }: ChildServer,
): Promise<{ console: Robot; phones: Robot[]; secrets: string[] }> {
  const [console, helper] = [await meeting.console(), await meeting.linked('helper')];
  await rule(console, { type: 'OpenJoining' });
  const waiting = [await meeting.phone(), await meeting.phone()];
  for (const phone of waiting) await phone.send({ type: 'Join' });
  const seats = await helper.until((view) => view.waiting?.seats.length === 2 && view.waiting.seats);
  await helper.send({ type: 'LetIn', seats: seats.map(({ seat }) => seat) });
  const [card, onPaper] = await meeting.desk.cards(2);
  const tablet = await meeting.desk.link('tablet');
  const others = [await meeting.comer({ card: card!.code }), await meeting.comer({ tablet })];
  for (const phone of others) await phone.send({ type: 'Join' });
  const phones = [...waiting, ...others];
  await rule(console, { type: 'StartActivity', activity: 'a1' });
  await untilStage(phones, 'a1.1', 'open');
  const shown = await callApi(url, others[0]!.secret, 'POST', '/api/my-card', { code: meeting.made.code });
  const { card: letters } = (await shown.json()) as { card: string };
  return { console, phones: phones.slice(0, 3), secrets: [onPaper!.code, card!.code, letters, tablet, helper.secret] };
}

/** One with a card that nobody came in with, one without. */
async function enterPapers(meeting: Evening, [code = '']: readonly string[]): Promise<void> {
  const helper = await meeting.linked('helper');
  const alloc: [string, number][] = [[`${CANARY}0`, 1]];
  for (const [serial, card] of [code, null, 'ZZZZZZZZ'].entries()) {
    const salt = 'A'.repeat(22);
    await helper.send({ type: 'EnterPaper', ...ROUND, serial: serial + 1, card, alloc, salt });
  }
}
