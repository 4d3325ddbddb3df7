import { expect, test } from 'vitest';
import type { Robot } from '@cyfran/server/robots/robot.ts';
import type { ActivityPlan } from '@cyfran/shared/activities/registry.ts';
import { decidingRound } from '@cyfran/shared/activities/templates.ts';
import type { Group } from '@cyfran/shared/words/groups.ts';
import { rule, untilStage, type Evening } from '../support/evening.ts';
import { Hall, noLimits } from '../support/hall.ts';
import { HandClock } from '../support/hand-clock.ts';
import { Heard } from '../support/heard.ts';

const ROUND = { activity: 'a3', round: 'a3.1' } as const;
const SALT = 'A'.repeat(22);
const AGENDA: readonly ActivityPlan[] = [
  { kind: 'how', minutes: 5 },
  { kind: 'talk', minutes: 20 },
  decidingRound({ voice: 'citizen-floor', decision: 'both-groups' }),
];
const PROPOSALS = [
  { proposal: 'bridge', name: { en: 'A bridge' }, costMinor: 40_000 },
  { proposal: 'garden', name: { en: 'A garden' }, costMinor: 30_000 },
  { proposal: 'roof', name: { en: 'A roof' }, costMinor: 50_000 },
];

test('[K1] [K2] [S16] questions before the rules are frozen, a talk with a clock, and a run of show that changes on the way', async () => {
  const { clock, console, helper, phones } = await gathered();
  await rule(console, { type: 'StartActivity', activity: 'a1' });
  for (const phone of phones.slice(0, 2)) {
    await phone.until(({ now }) => now?.activity?.kind === 'how');
    expect(await phone.send({ type: 'RaiseQuestion', activity: 'a1', raised: true })).toMatchObject({ ok: true });
  }
  await helper.until(({ questions }) => questions?.open === 2);
  await rule(console, { type: 'AnswerQuestions', activity: 'a1' });
  await phones[0]!.until(({ questions, now }) => questions?.open === 0 && JSON.stringify(now).includes('"answered":1'));

  await rule(console, { type: 'StartActivity', activity: 'a2' });
  const clockSays = (endsAt: number) =>
    phones[3]!.until(({ now }) => now?.activity?.kind === 'talk' && now.activity.endsAt === endsAt);
  await clockSays(clock.now() + 20 * 60_000);
  await rule(console, { type: 'SetTimer', activity: 'a2', seconds: 90 });
  await clockSays(clock.now() + 90_000);

  const before = console.view.meeting!.agenda.map((item) => ({ ...item }));
  const inserted = {
    activity: null,
    plan: { kind: 'break', minutes: 10 } as const,
    text: { cy: 'Te' },
    skipped: false,
  };
  await rule(console, { type: 'SetAgenda', items: [before[0]!, before[1]!, inserted, before[2]!] });
  const agenda = await phones[4]!.until(({ meeting }) => meeting?.agenda.length === 4 && meeting.agenda);
  expect(agenda[2]).toEqual({ ...inserted, activity: 'a4' });
  await rule(console, { type: 'SetAgenda', items: before });
  await phones[4]!.until(({ meeting }) => meeting?.agenda.length === 3);
});

test('[G1] [G2] [A14] citizens and professionals through every door: who is which is nobody else’s to see, and paper comes last', async () => {
  const { clock, meeting, console, helper, phones } = await gathered();
  const heard = [new Heard(), new Heard(), new Heard()];
  await meeting.stage(heard[0]!.listen);
  await meeting.console(heard[1]!.listen);
  const bystander = await personWith(meeting, heard[2]!.listen);
  await through(console, ['a1', 'a2', 'a3']);
  await untilStage([...phones, bystander], 'a3.1', 'open');
  expect(await phones[0]!.cast([['bridge', 1]])).toMatchObject({ ok: false, reason: 'group-missing' });
  for (const [index, phone] of phones.entries()) await vote(phone, index);
  expect((await meeting.phone(phones[6]!.secret)).view.mine).toMatchObject({ group: 'professionals' });

  await rule(console, { type: 'LastCall', ...ROUND, seconds: 60 });
  clock.advance(60_000);
  await untilStage([console, helper, ...phones], 'a3.1', 'entering');
  const [card] = await meeting.desk.cards(1);
  const paper = {
    type: 'EnterPaper',
    ...ROUND,
    serial: 1,
    card: card!.code,
    alloc: [['roof', 4]],
    salt: SALT,
  } as const;
  const alloc = paper.alloc.map(([proposal, tokens]): [string, number] => [proposal, tokens]);
  expect(await helper.send({ ...paper, alloc })).toMatchObject({ reason: 'group-missing' });
  expect(await helper.send({ ...paper, alloc, group: 'citizens' })).toMatchObject({ ok: true });
  // The clock closes phones; papers wait for the helpers, however long.
  clock.advance(3_600_000);
  expect(console.view.now?.activity).toMatchObject({ stage: 'entering' });
  await rule(console, { type: 'CloseNow', ...ROUND });
  await console.until(({ ready }) => ready?.counted);
  for (const { packets } of heard) expect(packets.join('')).not.toMatch(/"group":"|"sizes"/);

  await rule(console, { type: 'Show', ...ROUND });
  const outcome = await bystander.until((view) => view.outcome);
  expect(outcome).toMatchObject({ ballots: 13, groups: { sizes: { citizens: 7, professionals: 6, undeclared: 0 } } });
  expect(outcome.funded).toEqual(['bridge', 'garden']);
});

test('[O6] [O7] [A18] after the showing a paper is corrected, what is left is shared, and the decision is written down', async () => {
  const { meeting, console, helper, phones } = await gathered();
  await through(console, ['a1', 'a2', 'a3']);
  await untilStage(phones, 'a3.1', 'open');
  for (const [index, phone] of phones.entries()) await vote(phone, index);
  const paper = {
    type: 'EnterPaper',
    ...ROUND,
    card: null,
    alloc: [['bridge', 4]] as [string, number][],
    salt: SALT,
  } as const;
  for (const serial of [1, 2]) await helper.send({ ...paper, serial, group: 'citizens' });
  await closeAndShow(console);
  const first = await phones[0]!.until(({ outcome }) => outcome);
  expect(first).toMatchObject({ version: 1, ballots: 14 });

  const reason = { cy: 'Papur ddwywaith', en: 'A paper twice' };
  await rule(console, { type: 'Correct', ...ROUND, reason });
  await untilStage([helper, ...phones], 'a3.1', 'entering');
  expect(await helper.send({ type: 'SpoilPaper', ...ROUND, serial: 2, why: 'other' })).toMatchObject({ ok: true });
  await helper.until(({ papers }) => papers?.spoiled.length === 1);
  // What was shown stands until the new version is.
  expect((await meeting.phone(phones[0]!.secret)).view.outcome).toEqual(first);
  await rule(console, { type: 'CloseNow', ...ROUND });
  await console.until(({ ready }) => ready?.counted);
  await rule(console, { type: 'Show', ...ROUND });
  const second = await phones[0]!.until(({ outcome }) => outcome?.version === 2 && outcome);
  expect(second).toMatchObject({ ballots: 13, corrections: [reason] });

  await console.until(({ ready }) => ready?.canShareLeft);
  const items = [
    ...console.view.meeting!.agenda,
    { activity: null, plan: decidingRound({ leftOf: 'a3' }), text: {}, skipped: false },
  ];
  await rule(console, { type: 'SetAgenda', items });
  await rule(console, { type: 'StartActivity', activity: 'a4' });
  await untilStage(phones, 'a4.1', 'open');
  expect(phones[0]!.view.now?.activity).toMatchObject({ leftOver: true, potMinor: 50_000, proposals: ['roof'] });
  await rule(console, { type: 'LastCall', activity: 'a4', round: 'a4.1', seconds: 60 });
  await rule(console, { type: 'CloseNow', activity: 'a4', round: 'a4.1' });
  await rule(console, { type: 'CloseNow', activity: 'a4', round: 'a4.1' });
  await rule(console, { type: 'EndMeeting' });

  const decision = {
    type: 'WriteDecision',
    statement: { en: 'We build the bridge' },
    actions: [],
    reason: null,
  } as const;
  await rule(console, { ...decision, actions: [{ what: { en: 'Ask' }, who: { en: 'Ann' }, until: '2026-12-01' }] });
  await phones[0]!.until(({ decision: written }) => written?.edition === 1);
  const seen = console.view.now!.ruling;
  expect(await console.send({ ...decision, actions: [], seen })).toMatchObject({ reason: 'reason-missing' });
});

/** Twelve people with their cards, half of them citizens, a helper, and the console. */
async function gathered() {
  const clock = new HandClock();
  const meeting = await (
    await Hall.open({ clock, limiter: noLimits })
  ).meeting({ admission: 'cards', paper: true, potMinor: 120_000, proposals: PROPOSALS, agenda: AGENDA });
  const [console, helper] = [await meeting.console(), await meeting.linked('helper')];
  await rule(console, { type: 'OpenJoining' });
  const phones = await Promise.all(Array.from({ length: 12 }, () => personWith(meeting)));
  return { clock, meeting, console, helper, phones };
}

async function personWith(meeting: Evening, heard?: (packet: string) => void): Promise<Robot> {
  const [card] = await meeting.desk.cards(1);
  const phone = await meeting.comer({ card: card!.code }, heard);
  expect(await phone.send({ type: 'Join' })).toMatchObject({ ok: true });
  await phone.until(({ meeting: inside }) => inside);
  return phone;
}

async function through(console: Robot, activities: readonly string[]): Promise<void> {
  for (const activity of activities) await rule(console, { type: 'StartActivity', activity });
}

/** Both sides want the bridge, citizens the garden as well; only one professional wants the roof. */
async function vote(phone: Robot, index: number): Promise<void> {
  const group: Group = index < 6 ? 'citizens' : 'professionals';
  const lines: [string, number][] = [
    ['bridge', 4],
    ['garden', index < 6 ? 4 : 2],
  ];
  const last: [string, number][] = index === 11 ? [['roof', 1]] : [];
  expect(await phone.send(phone.ballot([...lines, ...last], group))).toMatchObject({ ok: true });
}

async function closeAndShow(console: Robot): Promise<void> {
  await rule(console, { type: 'LastCall', ...ROUND, seconds: 60 });
  await rule(console, { type: 'CloseNow', ...ROUND });
  await rule(console, { type: 'CloseNow', ...ROUND });
  await console.until(({ ready }) => ready?.counted);
  await rule(console, { type: 'Show', ...ROUND });
}
