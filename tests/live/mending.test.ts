import { describe, expect, test } from 'vitest';
import type { Robot } from '@cyfran/server/robots/robot.ts';
import { begin, oneRound, rule, untilStage, type Evening } from '../support/evening.ts';
import { Hall } from '../support/hall.ts';
import { HandClock } from '../support/hand-clock.ts';
import { recountByHand } from '../support/ledger.ts';

const FIRST = { activity: 'a1', round: 'a1.1' } as const;
const SECOND = { activity: 'a1', round: 'a1.2' } as const;
const WHY = { cy: 'Pris anghywir', en: 'A wrong price' };

describe('a round that is voided', () => {
  test('[A17] opens again at once on every screen with its reason, and each person finds their own choices again', async () => {
    const { meeting, console, phones } = await voting(3);
    const [ann, bob, cat] = phones as [Robot, Robot, Robot];
    const second = await meeting.phone(ann.secret);
    const stage = await meeting.stage();
    await ann.cast([['bridge', 4]]);
    await bob.cast([['roof', 1]]);
    await rule(console, { type: 'VoidRound', ...FIRST, reason: WHY });
    await untilStage([console, stage, second, ...phones], 'a1.2', 'open');
    for (const screen of [console, stage, ...phones]) {
      expect(screen.view.now?.activity).toMatchObject({ notice: { what: 'restarted', reason: WHY } });
    }
    const returned = async (phone: Robot) => (await phone.until(({ mine }) => mine?.round === 'a1.2' && mine)).returned;
    expect(await returned(ann)).toEqual([['bridge', 4]]);
    expect(await returned(second)).toEqual([['bridge', 4]]);
    expect(await returned(bob)).toEqual([['roof', 1]]);
    expect(await returned(cat)).toBe(null);
    expect((await meeting.phone(ann.secret)).view.mine).toMatchObject({
      round: 'a1.2',
      version: 0,
      returned: [['bridge', 4]],
    });
    await console.until(({ turnout }) => turnout?.round === 'a1.2' && turnout.sent === 0);

    await ann.cast([['garden', 2]]);
    await closeAndCount(console, SECOND);
    await rule(console, { type: 'Show', ...SECOND });
    expect(await bob.until(({ outcome }) => outcome)).toMatchObject({ round: 'a1.2', ballots: 1, funded: ['garden'] });
    expect(recountByHand(meeting.record(), 'a1.1').people).toBe(2);
    expect(recountByHand(meeting.record(), 'a1.2').people).toBe(1);
  });

  test('[A17] refuses a ballot that was on its way to it, which can be sent to the new one under its own id', async () => {
    const { meeting, console, phones } = await voting(1);
    const [phone] = phones as [Robot];
    const late = phone.ballot([['bridge', 4]]);
    const id = phone.nextId(late);
    await rule(console, { type: 'VoidRound', ...FIRST, reason: WHY });
    await untilStage([phone], 'a1.2', 'open');
    expect(await phone.send(late, id)).toMatchObject({ ok: false, reason: 'unknown-round' });
    const again = phone.ballot(late.alloc);
    expect(again.round).toBe('a1.2');
    expect(await phone.send(again)).toMatchObject({ ok: true });
    expect(recountByHand(meeting.record(), 'a1.2').totals).toEqual(new Map([['bridge', [4, 1]]]));
  });

  test('[A17] [S8] is the same after a restart', async () => {
    const { hall, meeting, console, phones } = await voting(1);
    await phones[0]!.cast([['bridge', 4]]);
    await rule(console, { type: 'VoidRound', ...FIRST, reason: WHY });
    const mine = await phones[0]!.until(({ mine: seen }) => seen?.round === 'a1.2' && seen);
    await hall.stop();
    await hall.start();
    const back = await meeting.phone(phones[0]!.secret);
    expect(back.view.mine).toEqual(mine);
    expect(back.view.now?.activity).toMatchObject({ round: 'a1.2', notice: { what: 'restarted', reason: WHY } });
  });
});

describe('a start', () => {
  test('[S12] is taken back while nobody has relied on it: what was on before is on again, on every screen', async () => {
    const meeting = await (await Hall.open()).meeting({ agenda: [oneRound('live'), oneRound('live')] });
    const { console, phones } = await begin(meeting, 1);
    const [phone] = phones as [Robot];
    await phone.cast([['roof', 3]]);
    await closeAndCount(console, FIRST);
    await rule(console, { type: 'StartActivity', activity: 'a2' });
    const late = await meeting.person();
    expect(late.view.mine?.round).toBe('a2.1');
    expect(await console.until(({ undo }) => undo?.start)).toBe('a2');
    await rule(console, { type: 'TakeBackStart', activity: 'a2' });
    for (const screen of [phone, late]) {
      await screen.until(({ now, mine }) => now?.current === 'a1' && mine?.round === 'a1.1');
    }
    expect(phone.view.mine?.alloc).toEqual([['roof', 3]]);
    await rule(console, { type: 'StartActivity', activity: 'a2' });
    await untilStage([phone], 'a2.1', 'open');
    await phone.cast([['roof', 1]]);
    await console.until(({ undo }) => undo?.start === null);
    const seen = console.view.now!.ruling;
    expect(await console.send({ type: 'TakeBackStart', activity: 'a2', seen })).toMatchObject({
      reason: 'cannot-take-back',
    });
  });
});

describe('a phone without a signal', () => {
  test('[A8] [L7] whose ballot comes after the close hears that it was too late, and still holds it when the round is open again', async () => {
    const clock = new HandClock();
    const { meeting, console, phones } = await voting(2, await Hall.open({ clock }));
    const [away, other] = phones as [Robot, Robot];
    await other.cast([['bridge', 1]]);
    const held = away.ballot([['roof', 4]]);
    const id = away.nextId(held);
    away.close();
    await rule(console, { type: 'LastCall', ...FIRST, seconds: 60 });
    clock.advance(60_000);
    await untilStage([console, other], 'a1.1', 'closed');
    const back = await meeting.phone(away.secret);
    expect(back.view.mine).toMatchObject({ version: 0, alloc: [] });
    expect(await back.send(held, id)).toEqual({ ok: false, reason: 'closed' });
    expect(recountByHand(meeting.record(), 'a1.1').people).toBe(1);
    await console.until(({ ready }) => ready?.counted && ready.canReopen);
    await rule(console, { type: 'Reopen', ...FIRST, reason: { en: 'A bus came late' } });
    await untilStage([back], 'a1.1', 'open');
    // What was refused has used up no id: it is the same ballot, and now it counts.
    expect(await back.send(held, id)).toMatchObject({ ok: true });
    await back.until(({ mine }) => mine?.alloc[0]?.[0] === 'roof' && mine.version > 0);
  });
});

async function voting(
  people: number,
  open?: Hall,
): Promise<{ hall: Hall; meeting: Evening; console: Robot; phones: Robot[] }> {
  const hall = open ?? (await Hall.open());
  const meeting = await hall.meeting({ agenda: [oneRound('on-show')] });
  return { hall, meeting, ...(await begin(meeting, people)) };
}

async function closeAndCount(console: Robot, round: typeof FIRST | typeof SECOND): Promise<void> {
  await rule(console, { type: 'LastCall', ...round, seconds: 60 });
  await rule(console, { type: 'CloseNow', ...round });
  await console.until(({ ready }) => ready?.round === round.round && ready.counted);
}
