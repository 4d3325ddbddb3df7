import { describe, expect, test } from 'vitest';
import { Request } from '@cyfran/shared/session/commands.ts';
import { oneOfEach } from '../support/commands.ts';
import { begin } from '../support/evening.ts';
import { Hall, noLimits } from '../support/hall.ts';
import { Heard } from '../support/heard.ts';

const RUN = [
  ...['OpenJoining', 'StartActivity', 'TakeBackStart', 'EndMeeting', 'SetAgenda', 'WriteDecision'],
  ...['LastCall', 'WithdrawLastCall', 'CloseNow', 'Reopen', 'VoidRound', 'HideTotals', 'ShowNext', 'Show', 'Correct'],
  ...['AnswerQuestions', 'SetTimer'],
];
const HELP = ['LetIn', 'TurnAway', 'EnterPaper', 'SpoilPaper', 'ReconcilePaper'];

/** Who may send what; what is not named here is refused. */
const MAY = {
  newcomer: ['Join'],
  participant: ['Join', 'CastBallot', 'RaiseQuestion'],
  helper: HELP,
  facilitator: [...RUN, ...HELP],
  stage: [],
} as const;

describe('who may do what', () => {
  test('[S1] each role may send its own commands, and every other is refused and changes nothing', async () => {
    const meeting = await (await Hall.open({ limiter: noLimits })).meeting({ paper: true });
    const { console, phones } = await begin(meeting, 1);
    const screens = {
      newcomer: await meeting.phone(),
      participant: phones[0]!,
      helper: await meeting.linked('helper'),
      facilitator: console,
      stage: await meeting.stage(),
    };
    const commands = oneOfEach(console.view.now!.ruling);
    expect(commands.map(({ type }) => type).sort()).toEqual(typesOf(Request).sort());
    const before = meeting.record();
    for (const role of Object.keys(MAY) as (keyof typeof MAY)[]) {
      const own: readonly string[] = MAY[role];
      for (const command of commands.filter(({ type }) => !own.includes(type))) {
        expect(await screens[role].send(command), `${role} ${command.type}`).toEqual({
          ok: false,
          reason: 'not-allowed',
        });
      }
    }
    expect(meeting.record()).toEqual(before);
  });

  test('[S1] nobody may send what the server itself owes, or what comes over HTTP', async () => {
    const meeting = await (await Hall.open()).meeting();
    const { console, phones } = await begin(meeting, 1);
    const { seen, setUp } = await meeting.desk.setUp();
    const before = meeting.record();
    for (const machine of [
      { type: 'Close', activity: 'a1', round: 'a1.1', lastCall: 1 },
      { type: 'Count', activity: 'a1', round: 'a1.1' },
      { type: 'SaveSetUp', setUp, seen },
      { type: 'RecordCards', what: 'issued', numbers: [1] },
    ]) {
      for (const screen of [console, phones[0]!]) {
        expect(await screen.send(machine as never)).toEqual({ ok: false, reason: 'invalid' });
      }
    }
    expect(meeting.record()).toEqual(before);
  });

  test('[L1] [S3] a newcomer sees what the meeting is about, and nothing else, before and after joining opens', async () => {
    const meeting = await (await Hall.open()).meeting({ promise: { en: 'The council pays' } });
    const heard = new Heard();
    const phone = await meeting.phone(undefined, heard.listen);
    expect(phone.view).toEqual({
      joining: {
        rehearsalOf: null,
        sid: meeting.made.sid,
        title: { en: 'Our village' },
        purpose: { en: 'Share a small pot' },
        promise: { en: 'The council pays' },
        voters: { en: 'Everyone here' },
        together: {},
        admission: 'open',
        mode: 'private',
        linkDays: 28,
        state: 'draft',
        currency: 'GBP',
        potMinor: 80_000,
      },
    });
    expect(await phone.send({ type: 'Join' })).toMatchObject({ ok: false, reason: 'joining-closed' });
    const { phones } = await begin(meeting, 5);
    for (const person of phones) await person.cast([['tea', 1]]);
    await phone.until(({ joining }) => joining?.state === 'open');
    expect(new Set(heard.sections.map(({ name }) => name))).toEqual(new Set(['joining']));
    expect(await phone.send({ type: 'Join' })).toMatchObject({ ok: true });
    await phone.until(({ tally }) => tally);
  });

  test('[T3] [L1] a helper sees who waits and which papers are in, and never a total before it is shown', async () => {
    const meeting = await (await Hall.open()).meeting({ paper: true });
    const heard = new Heard();
    await meeting.linked('helper', heard.listen);
    const { phones } = await begin(meeting, 5);
    for (const person of phones) await person.cast([['tea', 2]]);
    await phones[0]!.until(({ tally }) => tally);
    await expect.poll(() => heard.said('turnout').at(-1)).toMatchObject({ sent: 5 });
    expect(heard.said('tally')).toEqual([]);
    expect(heard.said('mine')).toEqual([]);
    expect(heard.said('waiting')).toEqual([{ seats: [] }]);
  });
});

/** The name of every command in a union of unions. */
function typesOf(schema: object): string[] {
  const { options, shape } = schema as { options?: readonly object[]; shape?: { type: { value: string } } };
  return shape === undefined ? (options ?? []).flatMap(typesOf) : [shape.type.value];
}
