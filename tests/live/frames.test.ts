import { expect, test } from 'vitest';
import type { Robot } from '@cyfran/server/robots/robot.ts';
import { PROTOCOL_VERSION } from '@cyfran/shared/protocol.ts';
import { begin, oneRound, rule, untilStage } from '../support/evening.ts';
import { Hall, noLimits } from '../support/hall.ts';
import { HandClock } from '../support/hand-clock.ts';
import { Heard } from '../support/heard.ts';
import { Poller } from '../support/raw.ts';

/** At most ten frames a second. */
const FRAME_MS = 100;

test('[L3] the first change goes at once, what follows is merged, a ruling takes with it what waits', async () => {
  const clock = new HandClock(0);
  const meeting = await (await Hall.open({ clock })).meeting({ agenda: [oneRound('live')] });
  const stage = await meeting.stage();
  const { console, phones } = await begin(meeting, 4);
  clock.advance(FRAME_MS);
  await stage.until(({ people }) => people?.here === 4);
  clock.advance(FRAME_MS);

  await phones[0]!.cast([['bridge', 1]]);
  await stage.until(({ turnout }) => turnout?.sent === 1);
  const { frames } = stage;
  await phones[1]!.cast([['bridge', 1]]);
  await phones[2]!.cast([['bridge', 1]]);
  await allIsHeard(stage);
  expect([stage.frames, stage.view.turnout?.sent]).toEqual([frames, 1]);
  clock.advance(FRAME_MS);
  await stage.until(({ turnout }) => turnout?.sent === 3);
  expect(stage.frames).toBe(frames + 1);

  await phones[3]!.cast([['bridge', 1]]);
  await allIsHeard(stage);
  expect(stage.view.turnout?.sent).toBe(3);
  await rule(console, { type: 'LastCall', activity: 'a1', round: 'a1.1', seconds: 60 });
  await untilStage([stage], 'a1.1', 'last-call');
  expect(stage.view.turnout?.sent).toBe(4);
  expect(stage.frames).toBe(frames + 2);
});

test('[L3] a ruling that is made while a frame is being sent to a full hall follows it at once', async () => {
  const clock = new HandClock(0);
  const hall = await Hall.open({ clock, limiter: noLimits });
  const meeting = await hall.meeting({ agenda: [oneRound('live')] });
  const { console, phones } = await begin(meeting, 300);
  for (let round = 0; round < 20; round += 1) {
    clock.advance(FRAME_MS);
    const seen = console.view.now!.ruling;
    const casting = phones[0]!.cast([['bridge', (round % 4) + 1]]);
    const ruling = console.send({ type: 'LastCall', activity: 'a1', round: 'a1.1', seconds: 900 - round, seen });
    expect(await Promise.all([casting, ruling])).toMatchObject([{ ok: true }, { ok: true }]);
    await Promise.all(
      [console, ...phones].map((screen) => screen.until(({ now }) => now !== undefined && now.ruling > seen)),
    );
  }
});

test('[L4] [L2] a phone that is behind holds nobody up, and then gets the newest instead of all that it missed', async () => {
  const clock = new HandClock(0);
  const hall = await Hall.open({ clock, limiter: noLimits });
  const meeting = await hall.meeting({ agenda: [oneRound('live')] });
  const { phones } = await begin(meeting, 6);
  const behind = await Poller.open(hall.url);
  const heard = new Heard();
  const listen = async () => {
    for (const packet of await behind.poll()) heard.listen(packet);
  };
  await behind.say(`40${JSON.stringify({ v: PROTOCOL_VERSION, code: meeting.made.code, secret: phones[0]!.secret })}`);
  while (heard.said('now').length === 0) await listen();
  const before = heard.sections.length;

  const [watching] = phones as [Robot];
  const seen = watching.frames;
  for (let change = 0; change < 60; change += 1) {
    const ack = await phones[change % 6]!.cast([
      ['bridge', (change % 4) + 1],
      ['roof', change % 3],
    ]);
    clock.advance(FRAME_MS);
    await watching.until(
      () =>
        ack.ok && ack.version !== null && [...watching.versions.values()].some((version) => version >= ack.version!),
    );
  }
  expect(watching.frames - seen).toBeGreaterThanOrEqual(60);

  const tally = JSON.stringify(watching.view.tally);
  while (JSON.stringify(heard.said('tally').at(-1)) !== tally) {
    const more = listen();
    clock.advance(FRAME_MS);
    await more;
  }
  // What was on its way when it stopped listening, what waited since, and the newest.
  expect(heard.sections.slice(before).filter(({ name }) => name === 'tally').length).toBeLessThanOrEqual(3);
  expect(heard.steppedBack).toEqual([]);
  expect(heard.said('mine').at(-1)).toEqual(watching.view.mine);
});

/** Whatever was sent to this screen before has come: what it asks now is answered. */
async function allIsHeard({ socket }: Robot): Promise<void> {
  expect(await socket.emitWithAck('command', {} as never)).toMatchObject({ reason: 'invalid' });
}
