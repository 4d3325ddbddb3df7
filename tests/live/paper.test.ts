import { describe, expect, test } from 'vitest';
import type { Robot } from '@cyfran/server/robots/robot.ts';
import type { EnterPaper } from '@cyfran/shared/activities/allocation/commands.ts';
import { begin, oneRound, rule, untilStage, type Evening } from '../support/evening.ts';
import { Hall, noLimits } from '../support/hall.ts';
import { Heard } from '../support/heard.ts';
import { recountByHand, type Lines } from '../support/ledger.ts';

const ROUND = { activity: 'a1', round: 'a1.1' } as const;

describe('a paper ballot', () => {
  test('[D1] without a card is a person of its own; the same paper entered again is in the place of the first', async () => {
    const { meeting, helper, console } = await withPaper();
    expect(await helper.send(paper(7, [['bridge', 2]]))).toMatchObject({ ok: true });
    expect(await helper.send(paper(8, []))).toMatchObject({ ok: true });
    expect(await console.send(paper(7, [['roof', 4]]))).toMatchObject({ ok: true });
    await helper.until(({ papers, turnout }) => papers?.entered.join() === '7,8' && turnout?.sent === 2);
    expect(totals(meeting)).toEqual({ people: 2, totals: new Map([['roof', [4, 1]]]) });
    const doors = meeting.record().flatMap(({ ballot }) => (ballot === null ? [] : [[ballot.door, ballot.serial]]));
    expect(doors).toEqual([
      ['paper', 7],
      ['paper', 8],
      ['paper', 7],
    ]);
  });

  test('[D2] [A15] with a card is that person’s ballot: on the phone and on paper together it is one, and the last counts', async () => {
    const { meeting, helper, console } = await withPaper();
    const { code } = await meeting.desk.card();
    const phone = await meeting.comer({ card: code });
    await phone.send({ type: 'Join' });
    await phone.until(({ meeting: inside }) => inside);
    await phone.cast([['bridge', 1]]);
    expect(await helper.send(paper(7, [['roof', 3]], code))).toMatchObject({ ok: true });
    // The phone hears at once what now stands for it.
    expect((await phone.until(({ mine }) => mine?.alloc[0]?.[0] === 'roof' && mine)).alloc).toEqual([['roof', 3]]);
    expect(totals(meeting)).toEqual({ people: 1, totals: new Map([['roof', [3, 1]]]) });
    expect(await phone.cast([['garden', 2]])).toMatchObject({ ok: true });
    expect(totals(meeting)).toEqual({ people: 1, totals: new Map([['garden', [2, 1]]]) });
    await console.until(({ turnout, people }) => turnout?.sent === 1 && people?.joined === 1);
  });

  test('[D2] [S15] with a card that nobody has come in with takes its seat, so that the phone that comes later finds the ballot', async () => {
    const { meeting, helper, console } = await withPaper();
    const { code } = await meeting.desk.card();
    expect(await helper.send(paper(7, [['roof', 3]], code))).toMatchObject({ ok: true });
    await console.until(({ people }) => people?.joined === 1 && people.here === 0);
    expect(
      meeting
        .record()
        .slice(-2)
        .map(({ types }) => types),
    ).toEqual([['seat.joined'], ['credentials.issued', 'ballot.cast']]);
    const phone = await meeting.comer({ card: code });
    expect(phone.view.mine?.alloc).toEqual([['roof', 3]]);
    expect(await meeting.desk.listed()).toMatchObject([{ used: true }]);
  });

  test('[D2] that was entered for the wrong card moves to the right one and counts once', async () => {
    const { meeting, helper } = await withPaper();
    const [wrong, right] = await meeting.desk.cards(2);
    for (const card of [null, wrong!.code, right!.code, null]) {
      expect(await helper.send(paper(7, [['roof', 3]], card))).toMatchObject({ ok: true });
      expect(totals(meeting)).toEqual({ people: 1, totals: new Map([['roof', [3, 1]]]) });
    }
    await helper.until(({ papers, turnout }) => papers?.entered.join() === '7' && turnout?.sent === 1);
  });

  test('[D2] entered by several helpers at the same instant, for as many cards, counts once', async () => {
    const { meeting, helper } = await withPaper();
    const helpers = [helper, ...(await Promise.all([1, 2, 3].map(() => meeting.linked('helper'))))];
    const cards = await meeting.desk.cards(helpers.length);
    for (const serial of [1, 2, 3, 4, 5, 6, 7, 8]) {
      const answers = await Promise.all(
        helpers.map((one, index) => one.send(paper(serial, [['roof', 3]], cards[index]!.code))),
      );
      for (const answer of answers) expect(answer).toMatchObject({ ok: true });
      const standing = totals(meeting);
      expect([standing.people, standing.totals.get('roof')?.[1]]).toEqual([1, 1]);
      expect(await helper.send({ type: 'SpoilPaper', ...ROUND, serial, why: 'other' })).toMatchObject({ ok: true });
      expect(totals(meeting).people).toBe(0);
    }
  });

  test('[D2] [D3] that was entered for somebody else by mistake gives them back what they had, on their own phone', async () => {
    const { meeting, helper } = await withPaper();
    const cards = await meeting.desk.cards(2);
    const phones = await Promise.all(cards.map(({ code }) => meeting.comer({ card: code })));
    for (const phone of phones) {
      await phone.send({ type: 'Join' });
      await phone.until(({ meeting: inside }) => inside);
      await phone.cast([['bridge', 1]]);
    }
    const stands = (phone: Robot | undefined, proposal: string) =>
      phone?.until(({ mine }) => mine?.alloc[0]?.[0] === proposal);
    await helper.send(paper(7, [['roof', 3]], cards[0]!.code));
    await stands(phones[0], 'roof');
    await helper.send(paper(7, [['roof', 3]], cards[1]!.code));
    await Promise.all([stands(phones[0], 'bridge'), stands(phones[1], 'roof')]);
    await helper.send({ type: 'SpoilPaper', ...ROUND, serial: 7, why: 'other' });
    await stands(phones[1], 'bridge');
    await helper.until(({ turnout, papers }) => turnout?.sent === 2 && papers?.spoiled.length === 1);
  });

  test('[D3] [D4] that is spoiled counts no longer; what was handed out, unused, entered and spoiled stands side by side', async () => {
    const { meeting, helper, console } = await withPaper();
    await helper.send(paper(7, [['roof', 3]]));
    expect(await helper.send({ type: 'SpoilPaper', ...ROUND, serial: 7, why: 'unreadable' })).toMatchObject({
      ok: true,
    });
    expect(await console.send({ type: 'SpoilPaper', ...ROUND, serial: 9, why: 'blank' })).toMatchObject({ ok: true });
    expect(await helper.send(paper(8, [['bridge', 1]]))).toMatchObject({ ok: true });
    expect(await helper.send({ type: 'ReconcilePaper', ...ROUND, issued: 10, unused: 7 })).toMatchObject({ ok: true });
    const papers = {
      round: 'a1.1',
      entered: [8],
      spoiled: [
        [7, 'unreadable'],
        [9, 'blank'],
      ],
      issued: 10,
      unused: 7,
    };
    for (const screen of [helper, console])
      expect(await screen.until((view) => view.papers?.issued === 10 && view.papers)).toEqual(papers);
    expect(totals(meeting)).toEqual({ people: 1, totals: new Map([['bridge', [1, 1]]]) });
  });

  test('[A14] is entered while phones are closed and the count has not begun, and at no other time', async () => {
    const { meeting, helper, console } = await withPaper();
    const phone = await meeting.person();
    await rule(console, { type: 'LastCall', ...ROUND, seconds: 60 });
    await rule(console, { type: 'CloseNow', ...ROUND });
    await untilStage([phone, helper], 'a1.1', 'entering');
    expect(await phone.cast([['bridge', 1]])).toMatchObject({ ok: false, reason: 'closed' });
    const { code } = await meeting.desk.card();
    expect(await helper.send(paper(7, [['roof', 3]], code))).toMatchObject({ ok: true });
    await rule(console, { type: 'CloseNow', ...ROUND });
    await console.until(({ ready }) => ready?.counted);
    const late = await meeting.desk.card();
    const before = meeting.record();
    expect(await helper.send(paper(8, [], late.code))).toMatchObject({ ok: false, reason: 'door-closed' });
    expect(await helper.send(paper(9, []))).toMatchObject({ ok: false, reason: 'door-closed' });
    // Nobody has joined by a paper that was not taken.
    expect(meeting.record()).toEqual(before);
    await rule(console, { type: 'Show', ...ROUND });
    expect(await helper.until(({ outcome }) => outcome)).toMatchObject({ ballots: 1, funded: ['roof'] });
  });

  test('[L7] sent again under its id hears its first answer, also when its card was replaced meanwhile', async () => {
    const { meeting, helper } = await withPaper();
    const { number, code } = await meeting.desk.card();
    const asked = paper(7, [['roof', 3]], code);
    const id = helper.nextId(asked);
    const first = await helper.send(asked, id);
    expect(first).toMatchObject({ ok: true });
    await meeting.desk.replace(number);
    expect(await helper.send(asked, id)).toEqual(first);
    expect(await helper.send(paper(8, [], code))).toMatchObject({ reason: 'unknown-card' });
  });
});

describe('entering papers', () => {
  test('[L8] of cards that are unknown, void or for tests is refused, and trying them out slows the address down', async () => {
    const { meeting, helper } = await withPaper(await Hall.open());
    const [void_] = await meeting.desk.cards(1);
    const test_ = await meeting.desk.card(true);
    await meeting.desk.void(void_!.number);
    const before = meeting.record();
    for (const card of ['ZZZZZZZZ', void_!.code]) {
      expect(await helper.send(paper(7, [], card))).toMatchObject({ ok: false, reason: 'unknown-card' });
    }
    expect(await helper.send(paper(7, [], test_.code))).toMatchObject({ ok: false, reason: 'test-card' });
    expect(meeting.record()).toEqual(before);
    const others = await Promise.all(Array.from({ length: 4 }, () => meeting.linked('helper')));
    for (let tried = 2; tried < 60; tried += 1) await others[tried % 4]!.send(paper(7, [], 'ZZZZZZZZ'));
    await expect(meeting.phone()).rejects.toThrow('too-fast');
    expect(await helper.send(paper(7, [['roof', 1]]))).toMatchObject({ ok: true });
  });

  test('[S1] [T5] is for helpers and facilitators, who see which papers are in and never what is on them', async () => {
    const { meeting, helper } = await withPaper();
    const [watching, hall] = [new Heard(), new Heard()];
    await meeting.linked('helper', watching.listen);
    await meeting.stage(hall.listen);
    const { code } = await meeting.desk.card();
    const phone = await meeting.person();
    // A participant learns nothing about cards, right or wrong.
    for (const card of [code, 'ZZZZZZZZ']) {
      expect(await phone.send(paper(7, [['roof', 3]], card))).toEqual({ ok: false, reason: 'not-allowed' });
    }
    await helper.send(paper(7, [['roof', 3]], code));
    await expect.poll(() => watching.said('papers').at(-1)).toMatchObject({ entered: [7] });
    expect(watching.packets.join('')).not.toContain('["roof",3]');
    for (const { packets } of [watching, hall]) expect(packets.join('')).not.toContain(code);
    expect(hall.said('papers')).toEqual([]);
  });

  test('[A16] belongs to meetings that take paper', async () => {
    const meeting = await (await Hall.open()).meeting({ agenda: [oneRound('live')] });
    await begin(meeting, 0);
    const helper = await meeting.linked('helper');
    expect(await helper.send(paper(7, []))).toMatchObject({ ok: false, reason: 'door-closed' });
    expect(helper.view.papers).toBe(null);
  });
});

async function withPaper(open?: Hall): Promise<{ meeting: Evening; helper: Robot; console: Robot }> {
  const hall = open ?? (await Hall.open({ limiter: noLimits }));
  const meeting = await hall.meeting({ paper: true, agenda: [oneRound('on-show')] });
  const { console } = await begin(meeting, 0);
  const helper = await meeting.linked('helper');
  await untilStage([helper], 'a1.1', 'open');
  return { meeting, helper, console };
}

function paper(serial: number, alloc: Lines, card: string | null = null): EnterPaper {
  const lines = alloc.map(([proposal, tokens]): [string, number] => [proposal, tokens]);
  return { type: 'EnterPaper', ...ROUND, serial, card, alloc: lines, salt: 'AAAAAAAAAAAAAAAAAAAAAA' };
}

function totals(meeting: Evening): ReturnType<typeof recountByHand> {
  return recountByHand(meeting.record(), 'a1.1');
}
