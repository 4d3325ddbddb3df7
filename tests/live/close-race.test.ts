import { expect, test } from 'vitest';
import type { Robot } from '@cyfran/server/robots/robot.ts';
import type { CastBallot } from '@cyfran/shared/activities/allocation/commands.ts';
import type { Ack } from '@cyfran/shared/protocol.ts';
import { begin, oneRound, rule, untilStage } from '../support/evening.ts';
import { Hall, noLimits } from '../support/hall.ts';
import { closedAt, Ledger, recountByHand } from '../support/ledger.ts';
import { seededRandom } from '../support/seeded-random.ts';

const ROUNDS = 40;
const PHONES = 25;
const SEED = Number(process.env.CYFRAN_SEED ?? Math.trunc(Math.random() * 2 ** 31));

test(`[A8] in ${String(ROUNDS * PHONES)} races with the close a ballot stands before it and counts, or is refused as closed (CYFRAN_SEED=${String(SEED)})`, async () => {
  const random = seededRandom(SEED);
  const agenda = Array.from({ length: ROUNDS }, () => oneRound('on-show'));
  const meeting = await (await Hall.open({ limiter: noLimits })).meeting({ agenda });
  const { console, phones } = await begin(meeting, PHONES);
  const ledger = new Ledger();
  const races: { readonly id: string; readonly round: string; readonly ack: Ack }[] = [];

  for (let n = 1; n <= ROUNDS; n += 1) {
    const activity = `a${String(n)}`;
    const round = `${activity}.1`;
    if (n > 1) await rule(console, { type: 'StartActivity', activity });
    await rule(console, { type: 'LastCall', activity, round, seconds: 600 });
    await untilStage([console, ...phones], round, 'last-call');
    const seen = console.view.now!.ruling;
    const closing = random.below(PHONES + 1);
    const close: Promise<Ack>[] = [];
    const casting = random.shuffle(phones).map(async (phone, index) => {
      for (let turns = random.below(4) + Math.trunc(index / 6); turns > 0; turns -= 1) await nextTurn();
      if (index === closing) close.push(console.send({ type: 'CloseNow', activity, round, seen }));
      const ballot = anyBallot(phone, random.below);
      const id = phone.nextId(ballot);
      races.push({ id, round, ack: await ledger.keep(id, ballot.alloc, phone.send(ballot, id)) });
    });
    await Promise.all(casting);
    if (close.length === 0) close.push(console.send({ type: 'CloseNow', activity, round, seen }));
    expect(await close[0]).toMatchObject({ ok: true });
    await untilStage([console], round, 'closed');
    await console.until(({ ready }) => ready?.round === round && ready.counted);
  }

  const record = meeting.record();
  expect(races).toHaveLength(ROUNDS * PHONES);
  expect(ledger.compare(record)).toEqual([]);
  expect([...new Set(ledger.refused.values())]).toEqual(['closed']);
  expect(ledger.acked.size).toBeGreaterThan(PHONES);
  const late = races.filter(({ round, ack }) => ack.ok && !(ack.version! < closedAt(record, round)));
  expect(late).toEqual([]);
  for (let n = 1; n <= ROUNDS; n += 1) {
    const round = `a${String(n)}.1`;
    const counted = record
      .flatMap(({ events }) => events)
      .filter((event) => event.type === 'round.counted' && event.round === round);
    const { people, totals } = recountByHand(record, round);
    expect(counted).toHaveLength(1);
    expect(counted[0]).toMatchObject({ ballots: people, upTo: closedAt(record, round) });
    expect(people).toBe(races.filter((race) => race.round === round && race.ack.ok).length);
    const rows = (counted[0]!.tally as [string, number, number][]).filter(([, , supporters]) => supporters > 0);
    expect(new Map(rows.map(([proposal, tokens, supporters]) => [proposal, [tokens, supporters]]))).toEqual(totals);
  }
});

function anyBallot(phone: Robot, below: (limit: number) => number): CastBallot {
  return phone.ballot([
    ['bridge', below(5)],
    ['garden', below(4)],
    ['roof', below(3)],
  ]);
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
