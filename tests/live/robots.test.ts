import { readFileSync, readdirSync } from 'node:fs';
import type { CreatedMeeting } from '@cyfran/server/meeting/create-meeting.ts';
import { takePart } from '@cyfran/server/robots/taking-part.ts';
import { decidingRound, practiceRound } from '@cyfran/shared/activities/templates.ts';
import { describe, expect, test } from 'vitest';
import { ChildServer, dataFolder } from '../support/child.ts';
import { freePort } from '../support/free-port.ts';
import { begin, Evening, oneRound, rule, setUp, evening, type Place } from '../support/evening.ts';
import { callApi } from '../support/desk.ts';
import { Hall, noLimits } from '../support/hall.ts';

const ROBOTS = 20;
const FAST = 100;

describe('a rehearsal with robots', () => {
  test('[S17] they come, practise and vote; it is marked, leaves its draft alone, and is cleared for good', async () => {
    const hall = await Hall.open();
    const draft = await hall.meeting({ agenda: [practiceRound(), decidingRound({ reveal: 'live' })] });
    const before = draft.record();
    const rehearsal = await rehearse(hall, draft);
    const { sid } = rehearsal.made;
    const console = await rehearsal.console();
    expect(console.view.meeting).toMatchObject({
      state: 'draft',
      title: { en: 'Rehearsal: Our village' },
      rehearsalOf: draft.made.sid,
      proposals: [...(await draft.console()).view.meeting!.proposals],
    });
    const person = await rehearsal.phone();
    expect(person.view.joining).toMatchObject({ rehearsalOf: draft.made.sid });
    await rule(console, { type: 'OpenJoining' });
    expect(await person.send({ type: 'Join' })).toMatchObject({ ok: true });
    await console.until(({ people }) => people?.joined === ROBOTS + 1);
    await rule(console, { type: 'StartActivity', activity: 'a1' });
    await console.until(({ turnout }) => (turnout?.sent ?? 0) > ROBOTS / 2);
    await rule(console, { type: 'CloseNow', activity: 'a1', round: 'a1.1' });
    await console.until(({ ready }) => ready?.counted);
    await rule(console, { type: 'StartActivity', activity: 'a2' });
    await console.until(({ turnout }) => turnout?.round === 'a2.1' && turnout.sent > ROBOTS / 2);
    await rule(console, { type: 'LastCall', activity: 'a2', round: 'a2.1', seconds: 60 });
    await rule(console, { type: 'CloseNow', activity: 'a2', round: 'a2.1' });
    await console.until(({ ready }) => ready?.counted);
    await rule(console, { type: 'Show', activity: 'a2', round: 'a2.1' });
    const { outcome } = await person.until((view) => (view.outcome ? { outcome: view.outcome } : null));
    expect(outcome.ballots).toBeGreaterThan(ROBOTS / 2);
    const json = (await (await fetch(`${hall.url}/r/${sid}/record.json`)).json()) as object;
    expect(json).toMatchObject({ rehearsal: true, meeting: { title: { en: 'Rehearsal: Our village' } } });
    expect(json).toMatchObject({ cards: { issued: ROBOTS / 5 } });

    expect(draft.record()).toEqual(before);
    const left = new Promise((resolve) => person.socket.on('disconnect', resolve));
    expect(await rehearsal.desk.ask('DELETE', '/rehearsal')).toMatchObject({ status: 200 });
    await left;
    expect(robotsOf(sid)).toEqual([]);
    expect((await fetch(`${hall.url}/r/${sid}/record.json`)).status).toBe(404);
    expect(await sessionsOf(hall)).toEqual([draft.made.sid]);
  });

  test('[S17] one rehearsal of a draft at a time; with the draft it goes, even while people try it out', async () => {
    const hall = await Hall.open();
    const draft = await hall.meeting();
    const first = await rehearse(hall, draft);
    const second = await rehearse(hall, draft);
    expect((await sessionsOf(hall)).sort()).toEqual([draft.made.sid, second.made.sid].sort());
    expect(robotsOf(first.made.sid)).toEqual([]);
    await rule(await second.console(), { type: 'OpenJoining' });
    expect(await callApi(hall.url, hall.hostKey, 'DELETE', `/api/sessions/${draft.made.sid}`)).toMatchObject({
      status: 200,
    });
    expect(await sessionsOf(hall)).toEqual([]);
    expect(robotsOf(second.made.sid)).toEqual([]);
  });

  test('[S17] is cleared also while people send, by two hands at once, and the server goes on', async () => {
    const hall = await Hall.open({ limiter: noLimits });
    const draft = await hall.meeting({ agenda: [decidingRound({ reveal: 'live' })] });
    const rehearsal = await rehearse(hall, draft, 5);
    const { phones } = await begin(rehearsal, 20);
    let goingOn = true;
    const sending = phones.map(async (phone) => {
      while (goingOn && phone.socket.connected) {
        await phone.cast([['bridge', 1]]).catch(() => null);
      }
    });
    const clear = () => rehearsal.desk.ask('DELETE', '/rehearsal');
    for (const { status } of await Promise.all([clear(), clear()])) expect([200, 401, 404]).toContain(status);
    goingOn = false;
    for (const phone of phones) phone.close();
    expect(await sessionsOf(hall)).toEqual([draft.made.sid]);
    await Promise.race([Promise.all(sending), new Promise((resolve) => setTimeout(resolve, 1000))]);
  });

  test('[S17] where cards are needed every robot has one', async () => {
    const hall = await Hall.open();
    const rehearsal = await rehearse(hall, await hall.meeting({ admission: 'cards' }), 5);
    const console = await rehearsal.console();
    await rule(console, { type: 'OpenJoining' });
    await console.until(({ people }) => people?.joined === 5);
  });

  test('is refused for a meeting that is under way, that lacks something, or that is a rehearsal; what is meant is not cleared', async () => {
    const hall = await Hall.open();
    const open = await hall.meeting();
    await rule(await open.console(), { type: 'OpenJoining' });
    expect(await asked(open)).toMatchObject({ status: 409, json: { reason: 'already-begun' } });
    expect(await open.desk.ask('DELETE', '/rehearsal')).toMatchObject({ status: 403, json: { reason: 'not-allowed' } });
    const half = new Evening(
      () => hall,
      (await (await setUp(hall, { ...evening(), proposals: [] })).json()) as CreatedMeeting,
    );
    expect(await asked(half)).toMatchObject({
      status: 400,
      json: { reason: 'not-ready', facts: { what: 'proposals' } },
    });
    const rehearsal = await rehearse(hall, await hall.meeting());
    expect(await asked(rehearsal)).toMatchObject({ status: 403, json: { reason: 'not-allowed' } });
    for (const robots of [0, 4, 501, 5.5, '20']) {
      expect(await rehearsal.desk.ask('POST', '/rehearsals', { robots, pace: 1 })).toMatchObject({ status: 400 });
    }
  });

  test('the robots go with the server, however it ends', async () => {
    const folder = dataFolder();
    for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
      const server = await ChildServer.start(folder, await freePort());
      const rehearsal = await rehearse(server, await Evening.setUp(() => server));
      expect(robotsOf(rehearsal.made.sid)).toHaveLength(1);
      await server.kill(signal);
      await expect.poll(() => robotsOf(rehearsal.made.sid)).toEqual([]);
    }
  });

  test('a robot may lose its signal with choices that are not sent, comes back, sends them, and changes its mind', async () => {
    const meeting = await (await Hall.open()).meeting({ agenda: [oneRound('live')] });
    const { console } = await begin(meeting, 1);
    const robot = await meeting.phone();
    let cuts = 0;
    robot.socket.on('disconnect', () => (cuts += 1));
    const done = takePart(robot, { pace: FAST / 5, luck: () => 0.1, likes: () => 1 });
    await console.until(({ pending }) => pending?.unsent === 1);
    const cast = () => meeting.record().filter(({ events }) => events.some(({ type }) => type === 'ballot.cast'));
    await expect.poll(() => cast().length, { timeout: 20_000 }).toBe(2);
    expect(cuts).toBe(1);
    await rule(console, { type: 'LastCall', activity: 'a1', round: 'a1.1', seconds: 60 });
    await rule(console, { type: 'CloseNow', activity: 'a1', round: 'a1.1' });
    await rule(console, { type: 'EndMeeting' });
    await done;
  });
});

const asked = (meeting: Evening, robots = ROBOTS) => meeting.desk.ask('POST', '/rehearsals', { robots, pace: FAST });

async function rehearse(place: Place, draft: Evening, robots = ROBOTS): Promise<Evening> {
  const { status, json } = await asked(draft, robots);
  expect(status).toBe(201);
  return new Evening(() => place, json as unknown as CreatedMeeting);
}

async function sessionsOf({ url, hostKey }: Place): Promise<string[]> {
  const answer = await callApi(url, hostKey, 'GET', '/api/sessions');
  return ((await answer.json()) as { sessions: { sid: string }[] }).sessions.map(({ sid }) => sid);
}

/** Ids of the processes in which this session's robots live. */
function robotsOf(sid: string): string[] {
  return readdirSync('/proc').filter((pid) => /^\d+$/.test(pid) && commandOf(pid).includes(sid));
}

function commandOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    // It has just ended.
    return '';
  }
}
