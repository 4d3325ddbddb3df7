import { describe, expect, test } from 'vitest';
import { RobotRefused, type Robot } from '@cyfran/server/robots/robot.ts';
import { HandClock } from '../support/hand-clock.ts';
import { begin, oneRound, rule, untilStage } from '../support/evening.ts';
import { Hall, noLimits } from '../support/hall.ts';
import { Heard, type HeardSection } from '../support/heard.ts';
import { Ledger, recountByHand, type Lines, type Recorded } from '../support/ledger.ts';

type TallyData = { readonly round: string; readonly rows: readonly (readonly [number, number, boolean])[] } | null;

describe('a whole evening', () => {
  test('[T1] [O4] from joining to the end: everyone sees the totals that anyone can recount from the disk', async () => {
    const clock = new HandClock();
    const meeting = await (await Hall.open({ clock })).meeting();
    const stage = await meeting.stage();
    const { console, phones } = await begin(meeting, 6);
    const all = [console, stage, ...phones];

    for (const phone of phones)
      expect(
        await phone.cast([
          ['tea', 2],
          ['water', 1],
        ]),
      ).toMatchObject({ ok: true });
    await rule(console, { type: 'CloseNow', activity: 'a1', round: 'a1.1' });
    for (const screen of all) {
      expect(await screen.until(({ outcome }) => outcome)).toMatchObject({ practice: true, funded: ['tea', 'water'] });
    }

    await rule(console, { type: 'StartActivity', activity: 'a2' });
    await untilStage(all, 'a2.1', 'open');
    const wishes: Lines[] = [
      [
        ['bridge', 4],
        ['garden', 3],
      ],
      [['roof', 4]],
      [['bridge', 1]],
      [],
      [
        ['garden', 2],
        ['roof', 2],
      ],
      [['roof', 4]],
    ];
    for (const [index, phone] of phones.entries()) expect(await phone.cast(wishes[index]!)).toMatchObject({ ok: true });
    await rule(console, { type: 'LastCall', activity: 'a2', round: 'a2.1', seconds: 60 });
    await untilStage(all, 'a2.1', 'last-call');
    clock.advance(59_999);
    expect(await phones[5]!.cast([['garden', 4]])).toMatchObject({ ok: true });
    clock.advance(1);
    await untilStage(all, 'a2.1', 'closed');
    expect(await phones[0]!.cast([['roof', 1]])).toMatchObject({ ok: false, reason: 'closed' });
    await console.until(({ ready }) => ready?.counted);
    await rule(console, { type: 'Show', activity: 'a2', round: 'a2.1' });

    const outcomes = await Promise.all(
      all.map((screen) => screen.until(({ outcome }) => outcome?.round === 'a2.1' && outcome)),
    );
    const { people, totals } = recountByHand(meeting.record(), 'a2.1');
    expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome))).size).toBe(1);
    expect(outcomes[0]).toMatchObject({
      ballots: people,
      funded: ['garden', 'roof'],
      spentMinor: 80_000,
      lot: expect.any(String) as string,
    });
    expect(totalsOf(outcomes[0]!.rows)).toEqual(totals);
    expect(totals).toEqual(
      new Map([
        ['bridge', [5, 2]],
        ['garden', [9, 3]],
        ['roof', [6, 2]],
      ]),
    );

    await rule(console, { type: 'EndMeeting' });
    await Promise.all(all.map((screen) => screen.until(({ meeting: now }) => now?.state === 'closed')));
    await expect(meeting.phone()).rejects.toStrictEqual(
      new RobotRefused({ reason: 'session-ended', facts: { sid: meeting.made.sid } }),
    );
    expect(meeting.record().at(-1)?.types).toEqual(['session.closed', 'erased']);
  });

  test('[T1] [L2] under a storm of ballots every screen shows, for each version, the recount of the journal up to it', async () => {
    const meeting = await (await Hall.open({ limiter: noLimits })).meeting({ agenda: [oneRound('live')] });
    const heard = [new Heard(), new Heard(), new Heard(), new Heard()];
    await rule(await meeting.console(heard[0]!.listen), { type: 'OpenJoining' });
    await meeting.stage(heard[1]!.listen);
    const console = await meeting.console();
    const phones = [
      await meeting.person(heard[2]!.listen),
      await meeting.person(heard[3]!.listen),
      ...(await meeting.people(10)),
    ];
    await rule(console, { type: 'StartActivity', activity: 'a1' });
    await untilStage(phones, 'a1.1', 'open');

    const ledger = new Ledger();
    const enough = () => heard.every((screen) => screen.said('tally').length >= 10);
    await Promise.all(phones.map((phone, index) => castUntil(enough, phone, ledger, index)));
    await rule(console, { type: 'LastCall', activity: 'a1', round: 'a1.1', seconds: 60 });
    await untilStage(phones, 'a1.1', 'last-call');
    const record = meeting.record();
    expect(ledger.compare(record)).toEqual([]);
    const inOrder = console.view.meeting!.proposals.map(({ proposal }) => proposal);
    for (const screen of heard) {
      expect(screen.steppedBack).toEqual([]);
      const tallies = screen.sections.filter(({ name, data }) => name === 'tally' && data !== null);
      for (const tally of tallies) expect(rowsOf(tally)).toEqual(rowsByHand(record, tally.version, inOrder));
    }
    const final = phones.map(({ view, versions }) => JSON.stringify([versions.get('tally'), view.tally]));
    expect(new Set(final).size).toBe(1);
  });

  test('[A6] [T1] who joins while the round is on sees the totals at once, votes, and is counted', async () => {
    const meeting = await (await Hall.open()).meeting({ agenda: [oneRound('live')] });
    const { phones } = await begin(meeting, 5);
    for (const phone of phones) await phone.cast([['roof', 1]]);
    const late = await meeting.person();
    const bridge = late.view.meeting!.proposals.findIndex(({ proposal }) => proposal === 'bridge');
    expect(late.view.turnout?.sent).toBe(5);
    expect(late.view.tally?.rows.map(([tokens]) => tokens).sort()).toEqual([0, 0, 5]);
    expect(await late.cast([['bridge', 4]])).toMatchObject({ ok: true });
    await Promise.all([...phones, late].map((phone) => phone.until(({ tally }) => tally?.rows[bridge]?.[0] === 4)));
    expect(meeting.record().at(-1)?.types).toEqual(['credentials.issued', 'ballot.cast']);
  });

  test('[L10] people are counted once, whatever number of phones they hold, and the console knows who is not done', async () => {
    const meeting = await (await Hall.open()).meeting({ agenda: [oneRound('live')] });
    const { console, phones } = await begin(meeting, 3);
    const second = await meeting.phone(phones[0]!.secret);
    await meeting.phone();
    expect(second.view.people).toEqual({ here: 3, joined: 3 });

    for (const phone of [phones[0]!, second]) phone.socket.emit('presence', { unsent: true });
    await console.until(({ pending }) => pending?.unsent === 1);
    phones[1]!.socket.emit('presence', { unsent: true });
    await console.until(({ pending }) => pending?.unsent === 2);
    phones[0]!.socket.emit('presence', { unsent: false });
    second.close();
    await console.until(({ pending }) => pending?.unsent === 1);
    phones[1]!.close();
    await console.until(
      ({ pending, people }) => pending?.outOfTouch === 1 && pending.unsent === 0 && people?.here === 2,
    );
    await meeting.phone(phones[1]!.secret);
    await console.until(({ pending, people }) => pending?.outOfTouch === 0 && people?.here === 3);
  });
});

/** One change of mind after the other. */
async function castUntil(enough: () => boolean, phone: Robot, ledger: Ledger, person: number): Promise<void> {
  for (let change = 0; !enough(); change += 1) {
    const ballot = phone.ballot([
      ['bridge', (person + change) % 5],
      ['garden', (person * change) % 4],
      ['roof', change % 3],
    ]);
    const id = phone.nextId(ballot);
    expect(await ledger.keep(id, ballot.alloc, phone.send(ballot, id))).toMatchObject({ ok: true });
  }
}

function totalsOf(
  rows: readonly { readonly proposal: string; readonly tokens: number; readonly supporters: number }[],
): Map<string, [number, number]> {
  return new Map(
    rows
      .filter(({ supporters }) => supporters > 0)
      .map(({ proposal, tokens, supporters }): [string, [number, number]] => [proposal, [tokens, supporters]])
      .sort(),
  );
}

function rowsOf({ data }: HeardSection): (readonly [number, number])[] {
  return (data as NonNullable<TallyData>).rows.map(([tokens, supporters]) => [tokens, supporters]);
}

function rowsByHand(
  record: readonly Recorded[],
  version: number,
  inOrder: readonly string[],
): (readonly [number, number])[] {
  const { totals } = recountByHand(record.slice(0, version), 'a1.1');
  return inOrder.map((proposal) => totals.get(proposal) ?? [0, 0]);
}
