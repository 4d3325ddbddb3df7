import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Robot } from '@cyfran/server/robots/robot.ts';
import { GRACE_AFTER_START_MS } from '@cyfran/server/meeting/duties.ts';
import { HandClock } from '../support/hand-clock.ts';
import { begin, oneRound, pause, rule, untilStage, type Evening } from '../support/evening.ts';
import { Hall } from '../support/hall.ts';
import { journalFile, recountByHand } from '../support/ledger.ts';

const ROUND = { activity: 'a1', round: 'a1.1' } as const;
const LAST_CALL = { type: 'LastCall', ...ROUND, seconds: 60 } as const;
const CLOSE_NOW = { type: 'CloseNow', ...ROUND } as const;
const REOPEN = { type: 'Reopen', ...ROUND, reason: { en: 'A bus came late' } } as const;
const SHOW = { type: 'Show', ...ROUND } as const;

describe('two facilitators', () => {
  test('[S11] who press "next" at once skip nothing: the second is told that the meeting has moved on, and by what', async () => {
    const meeting = await (await Hall.open()).meeting({ agenda: [pause, pause, oneRound('live')] });
    const [one, other] = [await meeting.console(), await meeting.console()];
    await rule(one, { type: 'OpenJoining' });
    for (const activity of ['a1', 'a2', 'a3']) {
      const seen = one.view.now!.ruling;
      await other.until(({ now }) => now?.ruling === seen);
      const answers = await Promise.all(
        [one, other].map((console) => console.send({ type: 'StartActivity', activity, seen })),
      );
      expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
      const what = activity === 'a3' ? 'round.opened' : 'activity.started';
      expect(answers.find(({ ok }) => !ok)).toEqual({
        ok: false,
        reason: 'moved-on',
        facts: { by: 'facilitator', what },
      });
      await one.until(({ now }) => now?.current === activity);
    }
    expect(
      meeting
        .record()
        .flatMap(({ types }) => types)
        .filter((type) => type === 'activity.started'),
    ).toHaveLength(3);
  });

  test('[S11] a press on a screen that is behind is refused even when it would still be possible', async () => {
    const meeting = await (await Hall.open()).meeting({ agenda: [oneRound('live')] });
    const { console } = await begin(meeting, 1);
    const seen = console.view.now!.ruling;
    await rule(console, LAST_CALL);
    expect(await console.send({ ...LAST_CALL, seconds: 300, seen })).toMatchObject({
      reason: 'moved-on',
      facts: { what: 'round.last-call' },
    });
  });
});

describe('the announced close', () => {
  test('[A9] [A10] is kept by the clock, not before its time; more time is a new announcement', async () => {
    const { clock, meeting, console, phones } = await votingWithClock();
    expect(await press(console, CLOSE_NOW)).toMatchObject({ ok: false, reason: 'no-last-call' });
    await rule(console, LAST_CALL);
    clock.advance(59_999);
    await rule(console, { ...LAST_CALL, seconds: 120 });
    clock.advance(119_999);
    expect(await phones[0]!.cast([['bridge', 1]])).toMatchObject({ ok: true });
    clock.advance(1);
    await untilStage([console, ...phones], 'a1.1', 'closed');
    expect(await phones[1]!.cast([['bridge', 1]])).toMatchObject({ ok: false, reason: 'closed' });
    await console.until(({ ready }) => ready?.counted);
    const closing = meeting.record().filter(({ types }) => types.includes('round.closed'));
    expect(closing.map(({ by }) => by)).toEqual(['clock']);
  });

  test('[A10] [S10] waits, after a restart, for the phones that the outage cut off', async () => {
    const { clock, hall, meeting, console, phones } = await votingWithClock();
    await rule(console, LAST_CALL);
    await hall.stop();
    clock.advance(3_600_000);
    await hall.start();
    clock.advance(GRACE_AFTER_START_MS - 1);
    const back = await meeting.phone(phones[0]!.secret);
    expect(await back.cast([['roof', 2]])).toMatchObject({ ok: true });
    clock.advance(1);
    await untilStage([back], 'a1.1', 'closed');
    expect(recountByHand(meeting.record(), 'a1.1').totals).toEqual(new Map([['roof', [2, 1]]]));
  });

  test('[A10] [S10] is not put off by a restart when there is time enough, nor is one announced after it', async () => {
    const { clock, hall, meeting, console } = await votingWithClock();
    await rule(console, { ...LAST_CALL, seconds: 300 });
    await hall.stop();
    await hall.start();
    const back = await meeting.console();
    clock.advance(299_999);
    await rule(back, { ...LAST_CALL, seconds: 10 });
    await hall.stop();
    await hall.start();
    const again = await meeting.console();
    await rule(again, { ...LAST_CALL, seconds: 10 });
    clock.advance(9_999);
    expect(again.view.now?.activity).toMatchObject({ stage: 'last-call' });
    expect(meeting.record().flatMap(({ types }) => types)).not.toContain('round.closed');
    clock.advance(1);
    await untilStage([again], 'a1.1', 'closed');
  });

  test('[S10] [O4] a count that a crash has swallowed is made again, and is the same', async () => {
    const { hall, meeting, console, phones } = await votingWithClock();
    await phones[0]!.cast([['roof', 2]]);
    await phones[1]!.cast([['bridge', 2]]);
    await rule(console, LAST_CALL);
    await rule(console, CLOSE_NOW);
    await console.until(({ ready }) => ready?.counted);
    await hall.stop();
    const path = journalFile(hall.folder, meeting.made.sid);
    const lines = readFileSync(path, 'utf8').split('\n');
    const counted = meeting.record().at(-1);
    expect(counted?.types).toEqual(['round.counted']);
    writeFileSync(path, `${lines.slice(0, -2).join('\n')}\n`);
    await hall.start();
    await (await meeting.console()).until(({ ready }) => ready?.counted);
    expect(meeting.record().at(-1)).toEqual(counted);
  });
});

describe('a closed round', () => {
  test('[A11] is opened again before anyone has seen a total: a choice that came too late now counts', async () => {
    const { clock, meeting, console, phones } = await votingWithClock('on-show');
    expect(await press(console, REOPEN)).toMatchObject({ ok: false, reason: 'not-closed' });
    await phones[0]!.cast([['roof', 2]]);
    await rule(console, LAST_CALL);
    await rule(console, CLOSE_NOW);
    const late = phones[1]!.ballot([['bridge', 3]]);
    const id = phones[1]!.nextId(late);
    expect(await phones[1]!.send(late, id)).toMatchObject({ ok: false, reason: 'closed' });
    await console.until(({ ready }) => ready?.counted && ready.canReopen);

    expect(await press(console, { ...REOPEN, reason: { en: ' ' } })).toMatchObject({ ok: false, reason: 'bad-text' });
    await rule(console, REOPEN);
    await untilStage(phones, 'a1.1', 'open');
    expect(await phones[1]!.send(late, id)).toMatchObject({ ok: true });
    clock.advance(600_000);
    expect(await phones[0]!.cast([['roof', 4]])).toMatchObject({ ok: true });
    await rule(console, LAST_CALL);
    await rule(console, CLOSE_NOW);
    await console.until(({ ready }) => ready?.counted);
    await rule(console, SHOW);
    expect(await phones[1]!.until(({ outcome }) => outcome)).toMatchObject({ ballots: 2 });
    const { totals } = recountByHand(meeting.record(), 'a1.1');
    expect(totals).toEqual(
      new Map([
        ['bridge', [3, 1]],
        ['roof', [4, 1]],
      ]),
    );
  });

  test('[A11] stays closed once its totals were seen, shown or live', async () => {
    const shown = await votingWithClock('on-show');
    await closeAndCount(shown.console);
    await rule(shown.console, SHOW);
    expect(await press(shown.console, REOPEN)).toMatchObject({ ok: false, reason: 'tally-seen' });
    expect(await press(shown.console, SHOW)).toMatchObject({ ok: false, reason: 'already-begun' });

    const live = await votingWithClock('live', 5);
    for (const phone of live.phones) await phone.cast([]);
    await closeAndCount(live.console);
    expect(live.console.view.ready?.canReopen).toBe(false);
    expect(await press(live.console, REOPEN)).toMatchObject({ ok: false, reason: 'tally-seen' });
  });

  test('[S6] [S7] must be closed before the meeting moves on or ends; after the end nothing more is taken', async () => {
    const { meeting, console, phones } = await votingWithClock();
    expect(await press(console, { type: 'StartActivity', activity: 'a2' })).toMatchObject({
      ok: false,
      reason: 'round-open',
    });
    expect(await press(console, { type: 'EndMeeting' })).toMatchObject({ ok: false, reason: 'round-open' });
    expect(await press(console, SHOW)).toMatchObject({ ok: false, reason: 'not-closed' });
    await rule(console, LAST_CALL);
    await rule(console, CLOSE_NOW);
    await rule(console, { type: 'EndMeeting' });
    expect(await phones[0]!.cast([['roof', 1]])).toMatchObject({ ok: false, reason: 'session-ended' });
    expect(await press(console, { type: 'StartActivity', activity: 'a2' })).toMatchObject({
      ok: false,
      reason: 'session-ended',
    });
    await console.until(({ ready }) => ready?.counted);
    expect(
      meeting
        .record()
        .map(({ types }) => types.at(-1))
        .slice(-3)
        .sort(),
    ).toEqual(['round.closed', 'round.counted', 'session.closed']);
  });
});

interface Voting {
  readonly clock: HandClock;
  readonly hall: Hall;
  readonly meeting: Evening;
  readonly console: Robot;
  readonly phones: Robot[];
}

async function votingWithClock(reveal: 'live' | 'on-show' = 'live', people = 2): Promise<Voting> {
  const clock = new HandClock();
  const hall = await Hall.open({ clock });
  const meeting = await hall.meeting({ agenda: [oneRound(reveal), oneRound(reveal)] });
  return { clock, hall, meeting, ...(await begin(meeting, people)) };
}

/** Presses a button whatever comes of it. */
function press(console: Robot, asked: Parameters<typeof rule>[1]) {
  return console.send({ ...asked, seen: console.view.now!.ruling });
}

async function closeAndCount(console: Robot): Promise<void> {
  await rule(console, LAST_CALL);
  await rule(console, CLOSE_NOW);
  await console.until(({ ready }) => ready?.counted);
}
