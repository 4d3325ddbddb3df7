import { expect, test } from 'vitest';
import type { Robot } from '@cyfran/server/robots/robot.ts';
import { begin, oneRound, rule, type Evening } from '../support/evening.ts';
import { Hall } from '../support/hall.ts';
import { Heard } from '../support/heard.ts';
import type { Lines } from '../support/ledger.ts';

const ROUND = { activity: 'a1', round: 'a1.1' } as const;

/** Totals that stand nowhere else in a packet: bridge 41, garden 29, roof 17, in this order of funding. */
const WISHES: readonly Lines[] = [
  ...times(9, [
    ['bridge', 4],
    ['garden', 3],
    ['roof', 1],
  ]),
  ...times(1, [
    ['bridge', 4],
    ['garden', 2],
    ['roof', 4],
  ]),
  ...times(1, [
    ['bridge', 1],
    ['roof', 4],
  ]),
];
const TOTALS = { bridge: 41, garden: 29, roof: 17 } as const;

test('[O5] [L1] what is shown one by one is told one by one: no packet to any screen ever holds what is not shown yet', async () => {
  const { console, screens } = await counted(
    await (await Hall.open()).meeting({ potMinor: 120_000, agenda: [oneRound('on-show')] }),
  );
  expect(hiddenIn(screens, ['bridge', 'garden', 'roof'])).toEqual([]);

  await rule(console, { type: 'ShowNext', ...ROUND });
  await allShow(screens, 1);
  expect(hiddenIn(screens, ['garden', 'roof'])).toEqual([]);
  await rule(console, { type: 'ShowNext', ...ROUND });
  await allShow(screens, 2);
  expect(hiddenIn(screens, ['roof'])).toEqual([]);
  for (const { robot } of screens) {
    expect(robot.view.outcome).toMatchObject({ complete: false, funded: ['bridge', 'garden'], spentMinor: 70_000 });
  }

  await rule(console, { type: 'ShowNext', ...ROUND });
  await allShow(screens, 3);
  await rule(console, { type: 'ShowNext', ...ROUND });
  for (const { robot } of screens) {
    const outcome = await robot.until((view) => view.outcome?.complete === true && view.outcome);
    const totals = outcome.rows.map(({ proposal, tokens }) => [proposal, tokens]);
    expect(Object.fromEntries(totals)).toEqual(TOTALS);
  }
  // What the search finds, now that it is there.
  expect(hiddenIn(screens, ['bridge', 'garden', 'roof']).length).toBeGreaterThan(screens.length);
});

test('[O5] [L1] a phone that comes back while results are being shown gets what is shown, and no more', async () => {
  const { meeting, console, phones } = await counted(
    await (await Hall.open()).meeting({ potMinor: 120_000, agenda: [oneRound('on-show')] }),
  );
  await rule(console, { type: 'ShowNext', ...ROUND });
  const heard = new Heard();
  const back = await meeting.phone(phones[0]!.secret, heard.listen);
  expect(back.view.outcome).toMatchObject({ complete: false, funded: ['bridge'] });
  expect(back.view.tally).toBe(null);
  expect(hiddenIn([{ name: 'back', robot: back, heard }], ['garden', 'roof'])).toEqual([]);
});

test('[T6] [T3] totals that were hidden while they were live are told to nobody until they are shown', async () => {
  const meeting = await (await Hall.open()).meeting({ potMinor: 120_000, agenda: [oneRound('live')] });
  const { console, phones } = await begin(meeting, WISHES.length);
  await rule(console, { type: 'HideTotals', ...ROUND });
  const screens = await watching(meeting, console);
  for (const [index, phone] of phones.entries()) await phone.cast(WISHES[index]!);
  await Promise.all(screens.map(({ robot }) => robot.until(({ turnout }) => turnout?.sent === WISHES.length)));
  expect(hiddenIn(screens, ['bridge', 'garden', 'roof'])).toEqual([]);
  for (const { heard } of screens) expect(heard.said('tally').filter((tally) => tally !== null)).toEqual([]);
});

interface Screen {
  readonly name: string;
  readonly robot: Robot;
  readonly heard: Heard;
}

/** A round with all ballots in, closed and counted, and screens of every role that have heard all of it. */
async function counted(
  meeting: Evening,
): Promise<{ meeting: Evening; console: Robot; phones: Robot[]; screens: Screen[] }> {
  const { console, phones } = await begin(meeting, WISHES.length);
  const screens = await watching(meeting, console);
  for (const [index, phone] of phones.entries()) expect(await phone.cast(WISHES[index]!)).toMatchObject({ ok: true });
  await rule(console, { type: 'LastCall', ...ROUND, seconds: 60 });
  await rule(console, { type: 'CloseNow', ...ROUND });
  await console.until(({ ready }) => ready?.counted);
  return { meeting, console, phones, screens };
}

/** The hall, a second console, a helper, and a person who sends nothing. */
async function watching(meeting: Evening, console: Robot): Promise<Screen[]> {
  const heard = Array.from({ length: 4 }, () => new Heard());
  const robots = [
    await meeting.stage(heard[0]!.listen),
    await meeting.console(heard[1]!.listen),
    await meeting.linked('helper', heard[2]!.listen),
    await meeting.person(heard[3]!.listen),
  ];
  await console.until(({ people }) => people?.joined === WISHES.length + 1);
  return ['stage', 'console', 'helper', 'person'].map((name, index) => ({
    name,
    robot: robots[index]!,
    heard: heard[index]!,
  }));
}

async function allShow(screens: readonly Screen[], funded: number): Promise<void> {
  await Promise.all(screens.map(({ robot }) => robot.until(({ outcome }) => outcome?.funded.length === funded)));
}

/** Which of these totals stand in the packets that each screen was sent, byte for byte. */
function hiddenIn(screens: readonly Screen[], proposals: readonly (keyof typeof TOTALS)[]): string[] {
  return screens.flatMap(({ name, heard }) => {
    const said = heard.packets.filter((packet) => packet.startsWith('2["frame"')).join('\n');
    return proposals
      .filter((proposal) =>
        new RegExp(`"tokens":${String(TOTALS[proposal])}\\b|\\[${String(TOTALS[proposal])},`).test(said),
      )
      .map((proposal) => `${name} was told of ${proposal}`);
  });
}

function times(many: number, lines: Lines): Lines[] {
  return Array.from({ length: many }, () => lines);
}
