import { describe, expect, test } from 'vitest';
import { PROTOCOL_VERSION } from '@cyfran/shared/protocol.ts';
import type { Robot } from '@cyfran/server/robots/robot.ts';
import type { Admission } from '@cyfran/shared/session/set-up.ts';
import { oneRound, rule, untilStage, type Evening } from '../support/evening.ts';
import { Hall } from '../support/hall.ts';
import { knock } from '../support/raw.ts';

const v = PROTOCOL_VERSION;

describe('a tablet that somebody looks after', () => {
  test('[A15] takes one person after the other, each with a seat and a ballot of their own, through its own door', async () => {
    const { meeting, console, tablet } = await withTablet('open');
    const phone = await meeting.person();
    await rule(console, { type: 'StartActivity', activity: 'a1' });
    await untilStage([phone], 'a1.1', 'open');
    expect(await phone.cast([['roof', 1]])).toMatchObject({ ok: true });
    for (const tokens of [2, 3]) {
      const person = await sitDown(meeting, tablet);
      await person.until(({ meeting: inside }) => inside);
      expect(person.view.mine).toMatchObject({ version: 0, alloc: [] });
      expect(await person.cast([['roof', tokens]])).toMatchObject({ ok: true });
      await console.until(({ people }) => people?.here === 2);
      person.close();
      // Nobody sits at it now: a tablet is no person.
      await console.until(({ people, pending }) => people?.here === 1 && pending?.outOfTouch === 0);
    }
    await console.until(({ turnout, people }) => turnout?.sent === 3 && people?.joined === 3);
    const doors = meeting.record().flatMap(({ ballot }) => (ballot === null ? [] : [ballot.door]));
    expect(doors).toEqual(['phone', 'tablet', 'tablet']);
  });

  test('[S14] lets people in without anybody at the door', async () => {
    const { meeting, tablet } = await withTablet('let-in');
    const person = await sitDown(meeting, tablet);
    await person.until(({ meeting: inside }) => inside);
    const outside = await meeting.phone();
    expect(await outside.send({ type: 'Join' })).toMatchObject({ ok: true });
    await outside.until(({ door }) => door);
  });

  test('[S15] [A15] takes a card where a card is needed, and then it is that seat, whatever device it was at before', async () => {
    const { meeting, console, tablet } = await withTablet('cards');
    expect(await (await meeting.comer({ tablet })).send({ type: 'Join' })).toMatchObject({ reason: 'card-needed' });
    const { code } = await meeting.desk.card();
    const phone = await meeting.comer({ card: code });
    await phone.send({ type: 'Join' });
    await rule(console, { type: 'StartActivity', activity: 'a1' });
    await untilStage([phone], 'a1.1', 'open');
    await phone.cast([['roof', 1]]);
    const person = await meeting.comer({ tablet, card: code });
    expect(person.view.mine?.alloc).toEqual([['roof', 1]]);
    expect(await person.cast([['bridge', 2]])).toMatchObject({ ok: true });
    await phone.until(({ mine }) => mine?.alloc[0]?.[0] === 'bridge');
    await console.until(({ turnout, people }) => turnout?.sent === 1 && people?.joined === 1 && people.here === 1);
  });

  test('knows its meeting by its link, without the code', async () => {
    const { hall, meeting, tablet } = await withTablet('open');
    const { sid } = meeting.made;
    expect(await knock(hall.url, { v, sid, secret: 'A'.repeat(22), tablet })).toBe(null);
  });

  test('[L5] is none without the secret of its own link, and its link is nobody by itself', async () => {
    const { hall, meeting, tablet } = await withTablet('let-in');
    const elsewhere = await (await hall.meeting()).desk.link('tablet');
    const { sid, code, facilitator, stage } = meeting.made;
    const helper = await meeting.desk.link('helper');
    const secret = 'A'.repeat(22);
    const unknown = { reason: 'unknown-secret' };
    for (const wrong of [facilitator, stage, helper, elsewhere, secret]) {
      expect(await knock(hall.url, { v, code, secret, tablet: wrong })).toEqual(unknown);
      expect(await knock(hall.url, { v, sid, secret, tablet: wrong })).toEqual(unknown);
    }
    expect(await knock(hall.url, { v, sid, secret: tablet })).toEqual(unknown);
    expect(await knock(hall.url, { v, code, secret: tablet })).toEqual(unknown);
    expect(await knock(hall.url, { v, code, secret: tablet, tablet })).toEqual(unknown);
    expect(await knock(hall.url, { v, code, tablet })).toEqual(unknown);
    // Who has a seat on a phone does not get through the tablet's door by naming any tablet.
    const person = await sitDown(meeting, tablet);
    expect(await knock(hall.url, { v, code, secret: person.secret, tablet: secret })).toEqual(unknown);
    expect(await knock(hall.url, { v, code, secret: person.secret })).toBe(null);
  });
});

async function withTablet(admission: Admission): Promise<{
  hall: Hall;
  meeting: Evening;
  console: Robot;
  tablet: string;
}> {
  const hall = await Hall.open();
  const meeting = await hall.meeting({ admission, agenda: [oneRound('live')] });
  const console = await meeting.console();
  await rule(console, { type: 'OpenJoining' });
  return { hall, meeting, console, tablet: await meeting.desk.link('tablet') };
}

async function sitDown(meeting: Evening, tablet: string): Promise<Robot> {
  const person = await meeting.comer({ tablet });
  expect(await person.send({ type: 'Join' })).toMatchObject({ ok: true });
  return person;
}
