import { describe, expect, test } from 'vitest';
import { templatePlans } from '@cyfran/shared/activities/templates.ts';
import { emptySetUp, type SetUp, type SetUpProposal } from '@cyfran/shared/session/set-up.ts';
import { realFiles } from '@cyfran/server/journal/files.ts';
import { Desk } from '../support/desk.ts';
import { evening, PROPOSALS, rule, type Evening, setUp } from '../support/evening.ts';
import { Hall } from '../support/hall.ts';
import { systemError, troubledFiles } from '../support/journal-files.ts';

describe('a set-up', () => {
  test('[S2] [S13] is kept as it is, however much is missing, and opens once nothing is', async () => {
    const hall = await Hall.open();
    const draft = { ...emptySetUp(templatePlans('hybrid')), title: { cy: 'Ein pentref' } };
    const made = await setUp(hall, draft);
    expect(made.status).toBe(201);
    const meeting = await hall.meeting({ title: {}, voters: {}, potMinor: 0, proposals: [] });
    const console = await meeting.console();
    const open = () => console.send({ type: 'OpenJoining', seen: console.view.now!.ruling });
    expect(await open()).toMatchObject({ ok: false, reason: 'not-ready', facts: { what: 'title' } });

    const saved = await save(meeting, evening({ proposals: [] }));
    await console.until(({ now }) => now?.ruling === saved.seen);
    expect(await open()).toMatchObject({ ok: false, reason: 'not-ready', facts: { what: 'proposals' } });
    const whole = await save(meeting, evening());
    await console.until(({ now }) => now?.ruling === whole.seen);
    expect(await open()).toMatchObject({ ok: true });
    const refused = await meeting.desk.ask('PUT', '/set-up', { seen: whole.seen, setUp: saved.setUp });
    expect(refused).toMatchObject({ status: 409, json: { reason: 'moved-on' } });
    const { seen } = await meeting.desk.setUp();
    const otherDoor = { ...whole.setUp, admission: 'cards' };
    expect(await meeting.desk.ask('PUT', '/set-up', { seen, setUp: otherDoor })).toMatchObject({
      status: 409,
      json: { ok: false, reason: 'already-begun', facts: { field: 'admission' } },
    });
  });

  test('[S3] is mended while the meeting is under way: everybody sees it at once, and whom to ask after the end too', async () => {
    const hall = await Hall.open();
    const meeting = await hall.meeting();
    const console = await meeting.console();
    await rule(console, { type: 'OpenJoining' });
    const [phone] = await meeting.people(1);
    const { setUp: opened } = await meeting.desk.setUp();
    const mended = await save(meeting, { ...opened, potMinor: opened.potMinor + 100 });
    expect(mended.changeable).toContain('proposals');
    await phone!.until(({ meeting: told }) => told?.potMinor === opened.potMinor + 100);
    await rule(console, { type: 'EndMeeting' });
    const after = await save(meeting, { ...mended.setUp, contact: { en: 'The clerk' }, questionsUntil: '2027-01-31' });
    expect(after.changeable).toEqual(['controller', 'contact', 'questionsUntil']);
    await hall.stop();
    await hall.start();
    expect(await meeting.desk.setUp()).toEqual(after);
  });

  test('[S2] comes back whole, before and after a restart, in the hands of the host and of a facilitator', async () => {
    const hall = await Hall.open();
    const meeting = await hall.meeting();
    const asked = evening({
      title: { cy: 'Ein pentref', en: 'Our village' },
      promise: { cy: 'Bydd y cyngor yn talu', en: 'The council pays' },
      together: { en: 'Ann and the health board' },
      contact: { en: 'ann@example.org' },
      questionsUntil: '2026-12-24',
      day: '2026-11-23',
      bookedMinutes: 120,
      admission: 'cards',
      paper: true,
      oneLanguage: { en: 'A translator sits at every table' },
      groupNames: { citizens: { cy: 'Trigolion' }, professionals: { en: 'Staff' } },
      agenda: templatePlans('decision-day'),
      proposals: PROPOSALS.map((one, index) => ({
        ...one,
        short: { en: `Short ${String(index)}` },
        outcome: { cy: 'Bywyd gwell', en: 'A better life' },
        about: { en: 'Two lines\nof it' },
        by: { en: 'The school' },
      })),
    });
    const { setUp: kept, seen } = await save(meeting, asked);
    expect(sorted(kept)).toEqual(sorted(asked));
    const { sid, code, facilitator } = meeting.made;
    const whole = {
      sid,
      code,
      joinUrl: expect.stringContaining(`/s/${code}`) as string,
      state: 'draft',
      rehearsalOf: null,
      seen,
      setUp: kept,
      changeable: expect.arrayContaining(['agenda', 'admission']) as string[],
    };
    expect((await meeting.desk.ask('GET', '/set-up')).json).toEqual(whole);
    await hall.stop();
    await hall.start();
    expect((await meeting.desk.ask('GET', '/set-up')).json).toEqual(whole);
    expect((await new Desk(hall.url, sid, facilitator).ask('GET', '/set-up')).json).toEqual(whole);
  });

  test('[S11] saved by two hosts at once is one of them; the other is told that it moved on, and by whom', async () => {
    const meeting = await (await Hall.open()).meeting();
    const { seen } = await meeting.desk.setUp();
    const [one, other] = [evening({ potMinor: 1000 }), evening({ potMinor: 2000 })];
    const answers = await Promise.all(
      [one, other].map((asked) => meeting.desk.ask('PUT', '/set-up', { seen, setUp: asked })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)?.json).toEqual({
      ok: false,
      reason: 'moved-on',
      facts: { by: 'facilitator', what: 'set-up.saved' },
    });
    const winner = answers.findIndex(({ status }) => status === 200);
    expect((await meeting.desk.setUp()).setUp.potMinor).toBe([1000, 2000][winner]);

    // Sent again, as its answer was lost on the way, it is the same save; not once somebody has saved since.
    const won = { seen, setUp: [one, other][winner] };
    expect(await meeting.desk.ask('PUT', '/set-up', won)).toEqual(answers[winner]);
    await save(meeting, evening({ potMinor: 3000 }));
    expect(await meeting.desk.ask('PUT', '/set-up', won)).toMatchObject({ status: 409, json: { reason: 'moved-on' } });
    expect(meeting.record().filter(({ types }) => types.includes('set-up.saved'))).toHaveLength(3);
  });

  test('[S2] keeps the order of the proposals that it knows, whatever is sent, and draws a place for those that are new', async () => {
    const meeting = await (await Hall.open()).meeting({ proposals: proposals(40) });
    const first = orderOf((await meeting.desk.setUp()).setUp);
    expect([...first].sort()).toEqual(ids(proposals(40)).sort());
    expect(first).not.toEqual(ids(proposals(40)));
    const second = orderOf((await save(meeting, evening({ proposals: proposals(80).reverse() }))).setUp);
    expect(second.filter((id) => first.includes(id))).toEqual(first);
    expect(second.slice(0, 40)).not.toEqual(first);
    const third = orderOf((await save(meeting, evening({ proposals: proposals(80).slice(20) }))).setUp);
    expect(third).toEqual(second.filter((id) => !ids(proposals(20)).includes(id)));
    expect(orderOf((await save(meeting, evening({ proposals: proposals(80).slice(20) }))).setUp)).toEqual(third);
  });

  test('[S2] holds two hundred proposals in two languages with their descriptions, up to the phone', async () => {
    const meeting = await (await Hall.open()).meeting();
    const many = proposals(200).map((one) => ({ ...one, about: { cy: 'ŵ'.repeat(700), en: 'x'.repeat(900) } }));
    const { setUp: kept } = await save(meeting, evening({ proposals: many }));
    expect(kept.proposals).toHaveLength(200);
    await rule(await meeting.console(), { type: 'OpenJoining' });
    const phone = await meeting.person();
    expect(phone.view.meeting?.proposals).toEqual(kept.proposals);
  });

  test('[S2] is refused with the field that is wrong, and when it is more than a meeting can hold; nothing is kept', async () => {
    const meeting = await (await Hall.open()).meeting();
    const { seen } = await meeting.desk.setUp();
    const before = meeting.record();
    const put = (body: unknown) => meeting.desk.ask('PUT', '/set-up', body);
    const bad = { seen, setUp: { ...evening(), title: { en: 'A\u202eB' } } };
    expect(await put(bad)).toMatchObject({ status: 400, json: { reason: 'bad-text', facts: { field: 'title' } } });
    for (const [body, field] of [
      [{ setUp: evening() }, 'seen'],
      [{ seen: -1, setUp: evening() }, 'seen'],
      [{ seen, setUp: { ...evening(), potMinor: 0.5 } }, 'setUp.potMinor'],
      [{ seen, setUp: evening(), force: true }, ''],
    ] as const) {
      expect(await put(body)).toMatchObject({ status: 400, json: { reason: 'invalid', facts: { field } } });
    }
    const twice = evening({ proposals: [PROPOSALS[0]!, PROPOSALS[0]!] });
    expect(await put({ seen, setUp: twice })).toMatchObject({ status: 400, json: { reason: 'duplicate-proposal' } });
    const long = proposals(200).map((one) => ({ ...one, about: { cy: '猫'.repeat(1000), en: '猫'.repeat(1000) } }));
    expect(await put({ seen, setUp: evening({ proposals: long }) })).toEqual({
      status: 413,
      json: { ok: false, reason: 'too-large' },
    });
    expect(meeting.record()).toEqual(before);
  });

  test('[J11] is refused while the disk is full, and kept once there is room', async () => {
    let full = false;
    const files = troubledFiles(realFiles, (step) => {
      if (full && step === 'write') throw systemError('ENOSPC');
      return undefined;
    });
    const meeting = await (await Hall.open({ files })).meeting();
    const { seen } = await meeting.desk.setUp();
    const asked = { seen, setUp: evening({ potMinor: 5000 }) };
    full = true;
    const storageFull = { status: 507, json: { ok: false, reason: 'storage-full' } };
    expect(await meeting.desk.ask('PUT', '/set-up', asked)).toEqual(storageFull);
    expect(await meeting.desk.ask('POST', '/cards', { count: 2, test: false })).toEqual(storageFull);
    full = false;
    expect(await meeting.desk.listed()).toEqual([]);
    expect((await meeting.desk.ask('PUT', '/set-up', asked)).status).toBe(200);
    const [card] = await meeting.desk.cards(1);
    full = true;
    expect(await meeting.desk.ask('POST', `/cards/${String(card!.number)}/replace`)).toEqual(storageFull);
    full = false;
    // The card that could not be replaced is still good.
    await rule(await meeting.console(), { type: 'OpenJoining' });
    expect(await (await meeting.comer({ card: card!.code })).send({ type: 'Join' })).toMatchObject({ ok: true });
  });
});

interface Saved {
  readonly seen: number;
  readonly setUp: SetUp;
  readonly changeable: readonly string[];
}

async function save(meeting: Evening, asked: SetUp): Promise<Saved> {
  const { seen } = await meeting.desk.setUp();
  const { status, json } = await meeting.desk.ask('PUT', '/set-up', { seen, setUp: asked });
  expect([status, json]).toEqual([
    200,
    {
      seen: expect.any(Number) as number,
      setUp: expect.any(Object) as object,
      changeable: expect.any(Array) as string[],
    },
  ]);
  return json as unknown as Saved;
}

function proposals(many: number): SetUpProposal[] {
  return Array.from({ length: many }, (_, index) => ({
    proposal: `p${String(index)}`,
    costMinor: 1000 + index,
    name: { cy: `Cynnig ${String(index)}`, en: `Proposal ${String(index)}` },
  }));
}

function ids(all: readonly SetUpProposal[]): string[] {
  return all.map(({ proposal }) => proposal);
}

function orderOf({ proposals: all }: SetUp): string[] {
  return ids(all);
}

/** Without the order that the lot drew. */
function sorted(setUpOf: SetUp): SetUp {
  return { ...setUpOf, proposals: [...setUpOf.proposals].sort((a, b) => (a.proposal < b.proposal ? -1 : 1)) };
}
