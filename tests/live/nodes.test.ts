import { expect, test } from 'vitest';
import { RobotRefused, type Robot } from '@cyfran/server/robots/robot.ts';
import { begin, oneRound, rule, untilStage, type Evening } from '../support/evening.ts';
import { HandClock } from '../support/hand-clock.ts';
import { Heard } from '../support/heard.ts';
import { Ledger, recountByHand } from '../support/ledger.ts';
import { Town } from '../support/town.ts';

/** What a screen is told of the meeting, as far as it follows from the journal alone. */
const OF_THE_JOURNAL = ['meeting', 'now', 'turnout', 'tally', 'outcome'];

test('[N1] [T1] phones at three nodes see the same of each version, and together what anyone can recount', async () => {
  const town = await Town.open(3);
  const meeting = await town.meeting({ agenda: [oneRound('live')] });
  const heard = Array.from({ length: 6 }, () => new Heard());
  const [console, stage] = [await meeting.console(), await meeting.stage()];
  await rule(console, { type: 'OpenJoining' });
  const phones: Robot[] = [];
  for (const { listen } of heard) phones.push(await meeting.person(listen));
  await rule(console, { type: 'StartActivity', activity: 'a1' });
  await untilStage([console, stage, ...phones], 'a1.1', 'open');
  const ledger = new Ledger();
  await Promise.all(
    phones.map(async (phone, person) => {
      for (let change = 0; change < 8; change += 1) {
        const ballot = phone.ballot([['bridge', (person + change) % 5]]);
        const id = phone.nextId(ballot);
        expect(await ledger.keep(id, ballot.alloc, phone.send(ballot, id))).toMatchObject({ ok: true });
      }
    }),
  );
  await rule(console, { type: 'LastCall', activity: 'a1', round: 'a1.1', seconds: 60 });
  await rule(console, { type: 'CloseNow', activity: 'a1', round: 'a1.1' });
  await console.until(({ ready }) => ready?.counted);
  await rule(console, { type: 'Show', activity: 'a1', round: 'a1.1' });
  const screens = [console, stage, ...phones];
  await Promise.all(screens.map((screen) => screen.until(({ outcome }) => outcome?.round === 'a1.1')));

  const record = await town.record(meeting);
  expect(ledger.compare(record)).toEqual([]);
  const { people, totals } = recountByHand(record, 'a1.1');
  const counted = screens.map(({ view }) => view.outcome!);
  expect(new Set(counted.map((outcome) => JSON.stringify(outcome))).size).toBe(1);
  expect(counted[0]!.ballots).toBe(people);
  const bridge = counted[0]!.rows.find(({ proposal }) => proposal === 'bridge')!;
  expect([bridge.tokens, bridge.supporters]).toEqual(totals.get('bridge') ?? [0, 0]);
  // The same section of the same version is the same to the byte, whichever node told it.
  const said = new Map<string, string>();
  let told = 0;
  for (const { sections, steppedBack } of heard) {
    expect(steppedBack).toEqual([]);
    for (const { name, version, data } of sections.filter((section) => OF_THE_JOURNAL.includes(section.name))) {
      const key = `${name} ${String(version)}`;
      expect(JSON.stringify(data), key).toBe(said.get(key) ?? JSON.stringify(data));
      told += said.has(key) ? 1 : 0;
      said.set(key, JSON.stringify(data));
    }
  }
  expect(told).toBeGreaterThan(0);
});

test('[N1] who is here is counted once, whatever number of phones and nodes, and forgotten when they leave', async () => {
  const town = await Town.open(2);
  const meeting = await town.meeting({ agenda: [oneRound('on-show')] });
  const [one, other] = [town.at(0, meeting), town.at(1, meeting)];
  const console = await one.console();
  await rule(console, { type: 'OpenJoining' });
  const [ann, bob] = [await one.person(), await other.person()];
  const second = await other.phone(ann.secret);
  await second.until(({ meeting: inside }) => inside);
  for (const screen of [console, ann, bob, second]) await screen.until(({ people }) => people?.here === 2);
  await rule(console, { type: 'StartActivity', activity: 'a1' });
  bob.socket.emit('presence', { unsent: true });
  await console.until(({ pending }) => pending?.unsent === 1);
  bob.close();
  second.close();
  await console.until(({ people, pending }) => people?.here === 1 && pending?.unsent === 0);
  ann.close();
  await console.until(({ people }) => people?.here === 0);
});

test('[N1] [S15] a card that is replaced at one node turns its phone away at another', async () => {
  const town = await Town.open(2);
  const meeting = await town.meeting({ admission: 'cards', agenda: [oneRound('on-show')] });
  const [one, other] = [town.at(0, meeting), town.at(1, meeting)];
  await rule(await one.console(), { type: 'OpenJoining' });
  const cards = await one.desk.cards(2);
  const phones: Robot[] = [];
  for (const { code } of cards) {
    const phone = await other.comer({ card: code });
    expect(await phone.send({ type: 'Join' })).toMatchObject({ ok: true });
    phones.push(phone);
  }
  const left = new Promise((resolve) => phones[0]!.socket.once('disconnect', resolve));
  expect(await one.desk.ask('POST', '/cards/1/replace')).toMatchObject({ status: 200 });
  await left;
  expect(phones[1]!.socket.connected).toBe(true);
  await expect(other.comer({ card: cards[0]!.code })).rejects.toThrow(RobotRefused);

  // The note may be lost: whoever hears again looks at the keys.
  const gone = new Promise((resolve) => phones[1]!.socket.once('disconnect', resolve));
  const [, sub] = await Promise.all([
    town.witness.call('EVAL', HIDDEN_VOID, 0, meeting.made.sid),
    town.witness.call('CLIENT', 'KILL', 'TYPE', 'pubsub'),
  ]);
  expect(sub).toBeGreaterThan(0);
  await gone;
});

/** Card 2's keys stop without a word to any node. */
const HIDDEN_VOID = `
local keys = redis.call('HGETALL', 'people:{' .. ARGV[1] .. '}:keys')
for at = 1, #keys, 2 do
  if string.match(keys[at + 1], '^participant') then redis.call('HDEL', 'people:{' .. ARGV[1] .. '}:keys', keys[at]) end
end`;

test('[N1] a meeting that is removed at one node is gone at the other', async () => {
  const town = await Town.open(2);
  const meeting = await town.meeting();
  const [one, other] = [town.at(0, meeting), town.at(1, meeting)];
  const stage = await other.stage();
  const left = new Promise((resolve) => stage.socket.once('disconnect', resolve));
  expect(await one.desk.ask('DELETE', '')).toMatchObject({ status: 200 });
  await left;
  await expect(other.stage()).rejects.toThrow(new RobotRefused({ reason: 'unknown-session' }));
  expect(await town.witness.keys(`*${meeting.made.sid}*`)).toEqual([]);
});

test('[N1] [J5] a phone that moves to another node with an unanswered ballot hears the first answer there', async () => {
  const town = await Town.open(2);
  const meeting = await town.meeting({ agenda: [oneRound('live')] });
  const { phones } = await begin(town.at(0, meeting), 1);
  const [phone] = phones as [Robot];
  const ballot = phone.ballot([['roof', 2]]);
  const first = await phone.send(ballot, phone.nextId(ballot));
  const id = (await town.record(meeting)).at(-1)!.cmd;
  phone.close();
  const moved = await town.at(1, meeting).phone(phone.secret);
  await moved.until(({ mine }) => mine);
  expect(await moved.send(ballot, id)).toEqual(first);
  expect((await town.record(meeting)).filter(({ cmd }) => cmd === id)).toHaveLength(1);
});

test('[N1] a node that meets an event that it does not know serves that session no more, and all others', async () => {
  const town = await Town.open(2);
  const meeting = await town.meeting();
  const untouched = await town.meeting();
  const stage = await town.at(0, meeting).stage();
  const left = new Promise((resolve) => stage.socket.once('disconnect', resolve));
  const { sid } = meeting.made;
  const version = (await town.record(meeting)).length + 1;
  const header = JSON.stringify({
    ...{ at: '2026-11-30T12:00:00Z', by: 'facilitator', cmd: 'later:1' },
    ...{ events: [{ type: 'something.new' }], v: 1 },
  });
  await town.witness.xadd(`journal:{${sid}}:entries`, `${String(version)}-0`, 'h', header);
  await town.witness.set(`journal:{${sid}}:head`, version);
  await left;
  for (const node of [0, 1]) {
    await expect(town.at(node, meeting).stage()).rejects.toThrow(new RobotRefused({ reason: 'busy' }));
    await town.at(node, untouched).stage();
  }
  for (const { faults } of town.nodes) {
    expect(faults.join()).toContain('this node cannot read on');
    faults.length = 0;
  }
});

test('[N1] the doors and the count of a round are kept by every node and recorded once', async () => {
  const clock = new HandClock();
  const town = await Town.open(3, { clock });
  const meeting: Evening = await town.meeting({ agenda: [oneRound('on-show')] });
  const { console, phones } = await begin(meeting, 3);
  for (const phone of phones) expect(await phone.cast([['garden', 1]])).toMatchObject({ ok: true });
  await rule(console, { type: 'LastCall', activity: 'a1', round: 'a1.1', seconds: 60 });
  await untilStage(phones, 'a1.1', 'last-call');
  clock.advance(60_000);
  await untilStage([console, ...phones], 'a1.1', 'closed');
  await console.until(({ ready }) => ready?.counted);
  const types = (await town.record(meeting)).flatMap((entry) => entry.types);
  expect(types.filter((type) => ['round.closed', 'round.counted'].includes(type))).toEqual([
    'round.closed',
    'round.counted',
  ]);
});
