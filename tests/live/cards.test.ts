import { describe, expect, test } from 'vitest';
import { PROTOCOL_VERSION } from '@cyfran/shared/protocol.ts';
import type { Robot } from '@cyfran/server/robots/robot.ts';
import { oneRound, rule, untilStage, type Evening } from '../support/evening.ts';
import { Hall } from '../support/hall.ts';
import { callApi } from '../support/desk.ts';
import { recountByHand } from '../support/ledger.ts';
import { ask, knock } from '../support/raw.ts';

const v = PROTOCOL_VERSION;

describe('a meeting with cards', () => {
  test('[S15] takes nobody without one, and each card is one seat', async () => {
    const { meeting, console } = await withCards();
    const stranger = await meeting.phone();
    expect(await stranger.send({ type: 'Join' })).toMatchObject({ ok: false, reason: 'card-needed' });
    const cards = await meeting.desk.cards(3);
    expect(cards.map(({ number }) => number)).toEqual([1, 2, 3]);
    const people = await Promise.all(cards.map(({ code }) => personWith(meeting, code)));
    await console.until(({ people: now }) => now?.joined === 3 && now.here === 3);
    expect(await meeting.desk.listed()).toEqual(cards.map(({ number }) => ({ number, state: 'issued', used: true })));
    expect(people[0]!.view.meeting?.admission).toBe('cards');
  });

  test('[S15] [S4] a card that turns up twice is one seat with one ballot, on two phones', async () => {
    const { meeting, console } = await withCards();
    const { code } = await meeting.desk.card();
    const [first, second] = [await meeting.comer({ card: code }), await meeting.comer({ card: code })];
    expect(await first.send({ type: 'Join' })).toMatchObject({ ok: true });
    // The other phone need not ask: its seat has joined.
    for (const phone of [first, second]) await phone.until(({ meeting: inside }) => inside);
    const third = await meeting.comer({ card: code });
    expect(third.view.meeting).toBeDefined();
    await start(console, [first, second, third]);
    expect(await first.cast([['bridge', 1]])).toMatchObject({ ok: true });
    await second.until(({ mine }) => mine?.alloc[0]?.[1] === 1);
    expect(await second.cast([['roof', 3]])).toMatchObject({ ok: true });
    await third.until(({ mine }) => mine?.alloc[0]?.[0] === 'roof');
    await console.until(({ turnout, people }) => turnout?.sent === 1 && people?.joined === 1 && people.here === 1);
    expect(recountByHand(meeting.record(), 'a1.1')).toEqual({ people: 1, totals: new Map([['roof', [3, 1]]]) });
  });

  test('[S15] a phone that came with a card comes back by its own secret, with the card named or not, also after a restart', async () => {
    const { hall, meeting, console } = await withCards();
    const { code } = await meeting.desk.card();
    const phone = await meeting.comer({ card: code });
    const early = await meeting.phone(phone.secret);
    expect(await early.send({ type: 'Join' })).toMatchObject({ ok: true });
    await start(console, [early]);
    await early.cast([['garden', 2]]);
    await hall.stop();
    await hall.start();
    for (const words of [{ card: code }, {}]) {
      const back = await meeting.comer({ secret: phone.secret, ...words });
      expect(back.view.mine?.alloc).toEqual([['garden', 2]]);
    }
  });

  test('[S15] the eight letters that a phone shows move its seat to another phone, until it shows others', async () => {
    const { hall, meeting, console } = await withCards();
    const phone = await personWith(meeting, (await meeting.desk.card()).code);
    await start(console, [phone]);
    await phone.cast([['garden', 2]]);
    const first = await shown(hall, meeting, phone.secret);
    const moved = await meeting.comer({ card: first });
    expect(moved.view.mine?.alloc).toEqual([['garden', 2]]);
    const second = await shown(hall, meeting, moved.secret);
    expect(second).not.toBe(first);
    expect(await knocking(hall, meeting, { card: first })).toEqual({ reason: 'unknown-card' });
    // Whoever came with the letters before has their own key by now.
    expect((await meeting.comer({ secret: moved.secret, card: first })).view.mine?.alloc).toEqual([['garden', 2]]);
    expect((await meeting.comer({ card: second })).view.mine?.alloc).toEqual([['garden', 2]]);
    await console.until(({ people }) => people?.joined === 1 && people.here === 1);
  });

  test('[S15] a phone that has a seat takes another card’s seat, and is told of a card that is none', async () => {
    const { hall, meeting, console } = await withCards();
    const [own, other] = await meeting.desk.cards(2);
    const phone = await personWith(meeting, own!.code);
    await start(console, [phone]);
    await phone.cast([['garden', 2]]);
    const { code } = meeting.made;
    expect(await knock(hall.url, { v, code, secret: phone.secret, card: 'ZZZZZZZZ' })).toEqual({
      reason: 'unknown-card',
    });
    const changed = await meeting.comer({ secret: phone.secret, card: other!.code });
    expect(await changed.send({ type: 'Join' })).toMatchObject({ ok: true });
    expect(await changed.cast([['roof', 1]])).toMatchObject({ ok: true });
    expect((await meeting.phone(phone.secret)).view.mine?.alloc).toEqual([['roof', 1]]);
    expect((await meeting.comer({ card: own!.code })).view.mine?.alloc).toEqual([['garden', 2]]);
    await console.until(({ people, turnout }) => people?.joined === 2 && turnout?.sent === 2);
  });

  test('[S15] a card that was replaced keeps its seat and ballot, and turns away every phone that came with it', async () => {
    const { hall, meeting, console } = await withCards();
    const { number, code } = await meeting.desk.card();
    const phone = await personWith(meeting, code);
    await start(console, [phone]);
    await phone.cast([['garden', 2]]);
    const letters = await shown(hall, meeting, phone.secret);
    const moved = await meeting.comer({ card: letters });
    const leaving = [phone, moved].map(leaves);
    const again = await meeting.desk.replace(number);
    expect(again).toEqual({ number, code: expect.not.stringContaining(code) as string });
    await Promise.all(leaving);
    await console.until(({ people }) => people?.here === 0 && people.joined === 1);

    for (const card of [code, letters])
      expect(await knocking(hall, meeting, { card })).toEqual({ reason: 'unknown-card' });
    const back = await meeting.phone(phone.secret);
    expect(back.view.meeting).toBe(undefined);
    expect(await back.send({ type: 'Join' })).toMatchObject({ reason: 'card-needed' });
    const found = await meeting.comer({ card: again.code });
    expect(found.view.mine?.alloc).toEqual([['garden', 2]]);
    expect(await found.cast([['roof', 4]])).toMatchObject({ ok: true });
    await console.until(({ turnout, people }) => turnout?.sent === 1 && people?.joined === 1);
  });

  test('[S15] a card that is void opens nothing; what was sent with it still counts', async () => {
    const { hall, meeting, console } = await withCards();
    const [card, unused] = await meeting.desk.cards(2);
    const phone = await personWith(meeting, card!.code);
    await start(console, [phone]);
    await phone.cast([['garden', 2]]);
    const leaving = leaves(phone);
    await meeting.desk.void(card!.number);
    await meeting.desk.void(unused!.number);
    await leaving;
    for (const { code } of [card!, unused!]) {
      expect(await knocking(hall, meeting, { card: code })).toEqual({ reason: 'unknown-card' });
    }
    expect(await meeting.desk.ask('POST', `/cards/${String(unused!.number)}/replace`)).toEqual({
      status: 404,
      json: { ok: false, reason: 'unknown-card' },
    });
    await closeNow(console);
    expect(recountByHand(meeting.record(), 'a1.1')).toEqual({ people: 1, totals: new Map([['garden', [2, 1]]]) });
    expect(await meeting.desk.listed()).toEqual([
      { number: 1, state: 'void', used: true },
      { number: 2, state: 'void', used: false },
    ]);
  });

  test('[S15] a test card takes part in practice, and in nothing that counts', async () => {
    const { meeting, console } = await withCards([oneRound('live', { practice: true }), oneRound('live')]);
    const tried = await personWith(meeting, (await meeting.desk.card(true)).code);
    const real = await personWith(meeting, (await meeting.desk.card()).code);
    await start(console, [tried, real]);
    expect(await tried.cast([['tea', 2]])).toMatchObject({ ok: true });
    await rule(console, { type: 'CloseNow', activity: 'a1', round: 'a1.1' });
    await rule(console, { type: 'StartActivity', activity: 'a2' });
    await untilStage([tried, real], 'a2.1', 'open');
    expect(await tried.cast([['roof', 2]])).toMatchObject({ ok: false, reason: 'test-card' });
    const back = await meeting.phone(tried.secret);
    expect(await back.cast([['roof', 2]])).toMatchObject({ ok: false, reason: 'test-card' });
    expect(await real.cast([['roof', 1]])).toMatchObject({ ok: true });
    expect(await meeting.desk.listed()).toMatchObject([{ state: 'test' }, { state: 'issued' }]);
  });

  test('[S15] the record knows the numbers of cards, never their letters and never whose they are', async () => {
    const { meeting } = await withCards();
    const cards = await meeting.desk.cards(3);
    const again = await meeting.desk.replace(2);
    await meeting.desk.void(3);
    await personWith(meeting, again.code);
    const said = JSON.stringify(meeting.record());
    expect(meeting.record().flatMap(({ events }) => events.filter(({ type }) => type === 'cards.recorded'))).toEqual([
      { type: 'cards.recorded', what: 'issued', numbers: [1, 2, 3] },
      { type: 'cards.recorded', what: 'replaced', numbers: [2] },
      { type: 'cards.recorded', what: 'voided', numbers: [3] },
    ]);
    for (const { code } of [...cards, again]) expect(said).not.toContain(code);
  });
});

describe('wrong cards', () => {
  test('[L8] slow their address down as wrong codes do, never those who hold a secret', async () => {
    const { hall, meeting, console } = await withCards();
    const { code } = await meeting.desk.card();
    const phone = await personWith(meeting, code);
    const other = await meeting.desk.card();
    const guesses = Array.from({ length: 60 }, () => knocking(hall, meeting, { card: 'ZZZZZZZZ' }));
    expect(new Set((await Promise.all(guesses)).map((refused) => refused?.reason))).toEqual(new Set(['unknown-card']));
    for (const card of ['ZZZZZZZZ', other.code]) {
      expect(await knocking(hall, meeting, { card })).toMatchObject({ reason: 'too-fast' });
    }
    expect((await ask(hall.url, `/join?code=${meeting.made.code}`)).headers.location).toContain('too-fast');
    expect((await meeting.comer({ secret: phone.secret, card: code })).view.meeting).toBeDefined();
    expect((await meeting.console()).view.meeting).toEqual(console.view.meeting);
  });
});

async function withCards(agenda = [oneRound('live')]): Promise<{ hall: Hall; meeting: Evening; console: Robot }> {
  const hall = await Hall.open();
  const meeting = await hall.meeting({ admission: 'cards', agenda });
  const console = await meeting.console();
  await rule(console, { type: 'OpenJoining' });
  return { hall, meeting, console };
}

async function personWith(meeting: Evening, card: string): Promise<Robot> {
  const phone = await meeting.comer({ card });
  expect(await phone.send({ type: 'Join' })).toMatchObject({ ok: true });
  await phone.until(({ meeting: inside }) => inside);
  return phone;
}

async function start(console: Robot, phones: readonly Robot[]): Promise<void> {
  await rule(console, { type: 'StartActivity', activity: 'a1' });
  await untilStage(phones, 'a1.1', 'open');
}

async function closeNow(console: Robot): Promise<void> {
  await rule(console, { type: 'LastCall', activity: 'a1', round: 'a1.1', seconds: 60 });
  await rule(console, { type: 'CloseNow', activity: 'a1', round: 'a1.1' });
}

/** The letters that a phone shows to move to another. */
async function shown({ url }: Hall, { made }: Evening, secret: string): Promise<string> {
  const answer = await callApi(url, secret, 'POST', '/api/my-card', { code: made.code });
  expect(answer.status).toBe(200);
  return ((await answer.json()) as { card: string }).card;
}

/** What a phone with a fresh secret hears at the door. */
function knocking({ url }: Hall, { made }: Evening, words: { readonly card: string }) {
  const secret = crypto.randomUUID().replaceAll('-', '').slice(0, 22);
  return knock(url, { v, code: made.code, secret, ...words });
}

function leaves({ socket }: Robot): Promise<unknown> {
  return new Promise((resolve) => socket.once('disconnect', resolve));
}
