import { describe, expect, test } from 'vitest';
import { begin, evening, oneRound, rule, untilStage, type Evening } from '../support/evening.ts';
import { Hall } from '../support/hall.ts';
import { Heard, type HeardSection } from '../support/heard.ts';
import { closedAt, type Lines } from '../support/ledger.ts';

describe('what is not for everyone', () => {
  test('[T3] [L1] under on-show nobody is told anything before the showing that would differ with other ballots', async () => {
    const [one, other] = [
      await screensOfOnShow([[['bridge', 4]], [['bridge', 4]], []]),
      await screensOfOnShow([[], [['bridge', 1]], [['bridge', 2]]]),
    ];
    expect(one.before).toEqual(other.before);
    expect([...one.tallies, ...other.tallies]).toEqual([]);
    expect(one.after).not.toEqual(other.after);
  });

  test('[T4] under live the totals come with the fifth person, not with a fifth ballot', async () => {
    const meeting = await (await Hall.open()).meeting({ agenda: [oneRound('live')] });
    const heard = [new Heard(), new Heard(), new Heard()];
    await meeting.stage(heard[0]!.listen);
    await meeting.console(heard[1]!.listen);
    const { phones } = await begin(meeting, 5);
    await meeting.phone(phones[0]!.secret, heard[2]!.listen);
    for (const phone of phones.slice(0, 4)) await phone.cast([['bridge', 1]]);
    const changed = await phones[0]!.cast([['bridge', 2]]);
    if (!changed.ok || changed.version === null) throw new Error('the ballot was not taken');
    const seenBy = phones.map((phone) =>
      phone.until(
        ({ mine, turnout }) => turnout?.sent === 4 && (phone !== phones[0] || mine?.version === changed.version),
      ),
    );
    await Promise.all(seenBy);
    for (const screen of heard) expect(screen.said('tally').filter((tally) => tally !== null)).toEqual([]);

    await phones[4]!.cast([['bridge', 4]]);
    await Promise.all(
      phones.map((phone) =>
        phone.until(({ tally }) => tally?.rows.some(([tokens, people]) => tokens === 9 && people === 5)),
      ),
    );
  });

  test('[T5] a ballot is told to every phone of its own seat, and to no other screen', async () => {
    const meeting = await (await Hall.open()).meeting({ agenda: [oneRound('live')] });
    const others = [new Heard(), new Heard(), new Heard()];
    await meeting.stage(others[0]!.listen);
    await meeting.console(others[1]!.listen);
    const { phones } = await begin(meeting, 1);
    await meeting.person(others[2]!.listen);
    const second = await meeting.phone(phones[0]!.secret);

    const ballot = phones[0]!.ballot([['garden', 3]]);
    const ack = await phones[0]!.send(ballot);
    if (!ack.ok || ack.receipt === undefined) throw new Error('the ballot was not taken');
    const mine = {
      round: 'a1.1',
      version: ack.version,
      alloc: [['garden', 3]],
      commit: ack.receipt.commit,
      group: null,
      returned: null,
    };
    expect(await second.until(({ mine: seen }) => seen?.version === ack.version && seen)).toEqual(mine);
    expect(await phones[0]!.until(({ mine: seen }) => seen?.version === ack.version && seen)).toEqual(mine);
    const third = await meeting.phone(phones[0]!.secret);
    expect(third.view.mine).toEqual(mine);

    await Promise.all([
      rule(await meeting.console(), { type: 'LastCall', activity: 'a1', round: 'a1.1', seconds: 60 }),
      untilStage([second], 'a1.1', 'last-call'),
    ]);
    const { events, cmd } = meeting.record().find(({ ballot: cast }) => cast !== null)!;
    const secrets = [ack.receipt.commit, ballot.salt, String(events[0]!.credential), cmd.slice(0, 16), '["garden",3]'];
    for (const { packets } of others) expect(secrets.filter((secret) => packets.join('').includes(secret))).toEqual([]);
    expect(others[2]!.said('mine').every((seen) => JSON.stringify(seen).includes('"alloc":[]') || seen === null)).toBe(
      true,
    );
  });
});

/** What stage, console, newcomer and a person without a ballot are told while these ballots come in one by one, up to the showing and after. */
async function screensOfOnShow(
  ballots: readonly Lines[],
): Promise<{ before: unknown; after: unknown; tallies: unknown[] }> {
  const { proposals } = evening();
  const meeting: Evening = await (
    await Hall.open()
  ).meeting({ agenda: [oneRound('on-show')], proposals: proposals.slice(0, 1) });
  const heard = new Map(['stage', 'console', 'newcomer', 'bystander'].map((name) => [name, new Heard()]));
  const { console, phones } = await begin(meeting, ballots.length);
  const watching = [
    await meeting.stage(heard.get('stage')!.listen),
    await meeting.console(heard.get('console')!.listen),
    await meeting.person(heard.get('bystander')!.listen),
  ];
  await meeting.phone(undefined, heard.get('newcomer')!.listen);
  await Promise.all(watching.map((screen) => screen.until(({ people }) => people?.joined === ballots.length + 1)));
  for (const [index, lines] of ballots.entries()) {
    await phones[index]!.cast(lines);
    await Promise.all(watching.map((screen) => screen.until(({ turnout }) => turnout?.sent === index + 1)));
  }
  await rule(console, { type: 'LastCall', activity: 'a1', round: 'a1.1', seconds: 60 });
  await rule(console, { type: 'CloseNow', activity: 'a1', round: 'a1.1' });
  await watching[1]!.until(({ ready }) => ready?.counted);
  await untilStage(watching, 'a1.1', 'closed');
  expect(closedAt(meeting.record(), 'a1.1')).toBeLessThan(Infinity);

  const told = () =>
    [...heard].map(([name, screen]) => [
      name,
      [...new Set(screen.sections.map((section) => JSON.stringify(plain(section))))].sort(),
    ]);
  const before = told();
  const tallies = [...heard.values()]
    .flatMap((screen) => [...screen.said('tally'), ...screen.said('outcome')])
    .filter((data) => data !== null);
  await rule(console, { type: 'Show', activity: 'a1', round: 'a1.1' });
  await Promise.all(watching.map((screen) => screen.until(({ outcome, tally }) => outcome && tally)));
  return { before, after: told(), tallies };
}

/** Without what differs from one meeting to the next whatever the ballots say. */
function plain({ name, version, data }: HeardSection): unknown {
  if (name === 'invite') return [name, version];
  if (name === 'people' || name === 'pending') return [name];
  // The id of an entry, over salted commitments: another one in each meeting, and it says nothing.
  if (name === 'seal') return [name, version, (data as { size: number }).size];
  if (name === 'meeting' || name === 'joining') return [name, version, { ...(data as object), sid: '', openedAt: '' }];
  if (name !== 'now') return [name, version, data];
  return [
    name,
    version,
    { ...(data as object), activity: { ...(data as { activity: object }).activity, closesAt: 0 } },
  ];
}
