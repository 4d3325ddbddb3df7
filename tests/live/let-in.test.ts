import { describe, expect, test } from 'vitest';
import { PROTOCOL_VERSION } from '@cyfran/shared/protocol.ts';
import type { Robot } from '@cyfran/server/robots/robot.ts';
import { oneRound, rule, untilStage, type Evening } from '../support/evening.ts';
import { Hall, noLimits } from '../support/hall.ts';
import { Heard } from '../support/heard.ts';
import { knock } from '../support/raw.ts';

describe('a meeting with somebody at the door', () => {
  test('[S14] [L1] whoever presses join waits under a number, sees nothing of the meeting, and comes in when a helper lets them', async () => {
    const { meeting, console, helper } = await doorOpen();
    const heard = new Heard();
    const [ann, bob] = [await meeting.phone(undefined, heard.listen), await meeting.phone()];
    const first = await ann.send({ type: 'Join' });
    expect(first).toMatchObject({ ok: true });
    expect(await ann.until(({ door }) => door)).toEqual({ number: 1 });
    expect(await bob.send({ type: 'Join' })).toMatchObject({ ok: true });
    expect(await bob.until(({ door }) => door)).toEqual({ number: 2 });

    const seats = await waitingFor(helper, 2);
    expect(seats.map(({ number }) => number)).toEqual([1, 2]);
    expect(await waitingFor(console, 2)).toEqual(seats);
    expect(console.view.people).toEqual({ here: 0, joined: 0 });
    expect(await ann.send({ type: 'Join' })).toEqual(first);
    expect(await ann.send({ type: 'RaiseQuestion', activity: 'a1', raised: true })).toMatchObject({
      reason: 'not-allowed',
    });
    expect(new Set(heard.sections.map(({ name }) => name))).toEqual(new Set(['joining', 'door']));

    expect(await helper.send({ type: 'LetIn', seats: [seats[0]!.seat] })).toMatchObject({ ok: true });
    await ann.until(({ meeting: inside, mine, door }) => inside && mine === null && door === null);
    await console.until(({ people }) => people?.joined === 1 && people.here === 1);
    expect(await waitingFor(helper, 1)).toEqual([seats[1]]);
    expect(bob.view).toMatchObject({ door: { number: 2 } });
    expect(bob.view.meeting).toBe(undefined);

    await rule(console, { type: 'StartActivity', activity: 'a1' });
    await untilStage([ann], 'a1.1', 'open');
    expect(await ann.cast([['bridge', 2]])).toMatchObject({ ok: true });
    // The answer to the very first press is still the same.
    expect(await ann.send({ type: 'Join' })).toEqual(first);
  });

  test('[S14] who waits is seen by helpers and facilitators alone', async () => {
    const { meeting, helper } = await doorOpen();
    const [stage, inside, outside] = [new Heard(), new Heard(), new Heard()];
    await meeting.stage(stage.listen);
    const ann = await meeting.phone(undefined, inside.listen);
    await ann.send({ type: 'Join' });
    const [seat] = await waitingFor(helper, 1);
    await helper.send({ type: 'LetIn', seats: [seat!.seat] });
    await ann.until(({ meeting: now }) => now);
    const bob = await meeting.phone(undefined, outside.listen);
    await bob.send({ type: 'Join' });
    const [other] = await waitingFor(helper, 1);
    for (const { packets } of [stage, inside, outside]) expect(packets.join('')).not.toContain(other!.seat);
  });

  test('[S4] two tabs of one phone wait as one person, and come in together', async () => {
    const { meeting, console, helper } = await doorOpen();
    const first = await meeting.phone();
    const second = await meeting.phone(first.secret);
    const answers = await Promise.all([first.send({ type: 'Join' }), second.send({ type: 'Join' })]);
    expect(answers[1]).toEqual(answers[0]);
    for (const tab of [first, second]) expect(await tab.until(({ door }) => door)).toEqual({ number: 1 });
    const seats = await waitingFor(helper, 1);
    await helper.send({ type: 'LetIn', seats: seats.map(({ seat }) => seat) });
    for (const tab of [first, second]) await tab.until(({ meeting: inside }) => inside);
    await console.until(({ people }) => people?.joined === 1 && people.here === 1);
  });

  test('[S14] a whole queue comes in at once; whoever is let in twice, or was never there, is nobody waiting', async () => {
    const { meeting, console, helper } = await doorOpen();
    const phones = await Promise.all(Array.from({ length: 60 }, () => meeting.phone()));
    await Promise.all(phones.map((phone) => phone.send({ type: 'Join' })));
    const seats = (await waitingFor(helper, 60)).map(({ seat }) => seat);
    const strangers = ['p-0000000000000000'];
    expect(await console.send({ type: 'LetIn', seats: [...seats, ...seats, ...strangers] })).toMatchObject({
      ok: true,
    });
    await Promise.all(phones.map((phone) => phone.until(({ meeting: inside }) => inside)));
    await console.until(({ people }) => people?.joined === 60 && people.here === 60);
    for (const gone of [seats.slice(0, 1), strangers]) {
      expect(await helper.send({ type: 'LetIn', seats: gone })).toMatchObject({ reason: 'nobody-waiting' });
    }
  });
});

describe('a phone that waits', () => {
  test('[S14] and is not let in hears so, also after a restart, and can ask again', async () => {
    const { hall, meeting, helper } = await doorOpen();
    const ann = await meeting.phone();
    await ann.send({ type: 'Join' });
    const [first] = await waitingFor(helper, 1);
    expect(await helper.send({ type: 'TurnAway', seat: first!.seat })).toMatchObject({ ok: true });
    await ann.until(({ door }) => door?.number === null);
    expect(await helper.send({ type: 'TurnAway', seat: first!.seat })).toMatchObject({ reason: 'nobody-waiting' });
    expect(await ann.send({ type: 'Join' })).toMatchObject({ ok: true });
    await ann.until(({ door }) => door?.number === 2);
    const [again] = await waitingFor(helper, 1);
    await helper.send({ type: 'TurnAway', seat: again!.seat });
    await hall.stop();
    await hall.start();
    const back = await meeting.phone(ann.secret);
    expect(back.view.door).toEqual({ number: null });
    expect(await back.send({ type: 'Join' })).toMatchObject({ ok: true });
    const greeter = await meeting.linked('helper');
    const [third] = await waitingFor(greeter, 1);
    expect(third).toMatchObject({ number: 3 });
    await greeter.send({ type: 'LetIn', seats: [third!.seat] });
    await back.until(({ meeting: inside }) => inside);
  });

  test('[S14] [S8] still waits under its number after the server was started again', async () => {
    const { hall, meeting } = await doorOpen();
    const [ann, bob] = [await meeting.phone(), await meeting.phone()];
    for (const phone of [ann, bob]) await phone.send({ type: 'Join' });
    await hall.stop();
    await hall.start();
    const back = await meeting.phone(bob.secret);
    expect(back.view).toMatchObject({ door: { number: 2 }, joining: { state: 'open' } });
    const helper = await meeting.linked('helper');
    const seats = await waitingFor(helper, 2);
    await helper.send({ type: 'LetIn', seats: [seats[1]!.seat] });
    await back.until(({ meeting: inside }) => inside);
    expect(await back.send({ type: 'Join' })).toMatchObject({ ok: true });
  });

  test('[S14] and was let in while it was away comes back into the meeting, without asking again', async () => {
    const { hall, meeting, helper } = await doorOpen();
    const ann = await meeting.phone();
    await ann.send({ type: 'Join' });
    const [seat] = await waitingFor(helper, 1);
    ann.close();
    expect(await helper.send({ type: 'LetIn', seats: [seat!.seat] })).toMatchObject({ ok: true });
    expect((await meeting.phone(ann.secret)).view.meeting).toBeDefined();
    await hall.stop();
    await hall.start();
    expect((await meeting.phone(ann.secret)).view.meeting).toBeDefined();
  });

  test('[S14] [L5] is told that the meeting has ended, and where its record is', async () => {
    const { hall, meeting, console, helper } = await doorOpen();
    const ann = await meeting.phone();
    await ann.send({ type: 'Join' });
    const [seat] = await waitingFor(helper, 1);
    await rule(console, { type: 'EndMeeting' });
    expect((await ann.until(({ joining }) => joining?.state === 'closed' && joining)).sid).toBe(meeting.made.sid);
    expect(await helper.send({ type: 'LetIn', seats: [seat!.seat] })).toMatchObject({ reason: 'session-ended' });
    const { sid, code } = meeting.made;
    expect(await knock(hall.url, { v: PROTOCOL_VERSION, code, secret: ann.secret })).toEqual({
      reason: 'session-ended',
      facts: { sid },
    });
  });

  test('[S15] need not wait with a card in its hand', async () => {
    const { meeting, console } = await doorOpen();
    const { code } = await meeting.desk.card();
    const ann = await meeting.comer({ card: code });
    expect(await ann.send({ type: 'Join' })).toMatchObject({ ok: true });
    await ann.until(({ meeting: inside }) => inside);
    await console.until(({ people }) => people?.joined === 1);
    expect(ann.view.door).toBe(null);
  });
});

async function doorOpen(): Promise<{ hall: Hall; meeting: Evening; console: Robot; helper: Robot }> {
  const hall = await Hall.open({ limiter: noLimits });
  const meeting = await hall.meeting({ admission: 'let-in', agenda: [oneRound('live')] });
  const [console, helper] = [await meeting.console(), await meeting.linked('helper')];
  await rule(console, { type: 'OpenJoining' });
  await helper.until(({ meeting: now }) => now?.state === 'open');
  return { hall, meeting, console, helper };
}

/** Whoever waits, once there are so many. */
function waitingFor(screen: Robot, many: number) {
  return screen.until(({ waiting }) => waiting?.seats.length === many && waiting.seats);
}
