import { expect, test } from 'vitest';
import type { Robot } from '@cyfran/server/robots/robot.ts';
import { ChildServer, dataFolder } from '../support/child.ts';
import { freePort } from '../support/free-port.ts';
import { begin, Evening, oneRound, rule } from '../support/evening.ts';
import { Ledger, recountByHand } from '../support/ledger.ts';
import { seededRandom } from '../support/seeded-random.ts';

/** Each of them is a whole start: half of them are for the long tier. */
const CYCLES = process.env.CYFRAN_LONG === undefined ? 10 : 20;
const PHONES = 32;
const MOST_MS = 300;
const SEED = Number(process.env.CYFRAN_SEED ?? Math.trunc(Math.random() * 2 ** 31));

test(`[J1] [J3] [T1] a server killed ${String(CYCLES)} times under load loses no answered ballot and counts none twice (CYFRAN_SEED=${String(SEED)})`, async () => {
  const random = seededRandom(SEED);
  const folder = dataFolder();
  const port = await freePort();
  let server = await ChildServer.start(folder, port, NO_PAGES);
  const meeting = await Evening.setUp(() => server, { agenda: [oneRound('live')] });
  const { console, phones } = await begin(meeting, PHONES);

  const ledger = new Ledger();
  let goingOn = true;
  const casting = phones.map(async (phone, person) => {
    for (let change = 0; goingOn; change += 1) await castOne(phone, person + change, ledger);
  });
  for (let cycle = 0; cycle < CYCLES; cycle += 1) {
    const answered = ledger.acked.size;
    await expect.poll(() => ledger.acked.size, { timeout: 20_000, interval: 5 }).toBeGreaterThan(answered);
    await new Promise((resolve) => setTimeout(resolve, random.below(MOST_MS)));
    expect(await server.kill('SIGKILL')).toEqual({ code: null, signal: 'SIGKILL' });
    server = await ChildServer.start(folder, port, NO_PAGES);
  }
  goingOn = false;
  await Promise.all(casting);
  await rule(console, { type: 'LastCall', activity: 'a1', round: 'a1.1', seconds: 600 });
  await Promise.all(
    phones.map((phone) =>
      phone.until(({ now }) => now?.activity?.kind === 'allocation' && now.activity.stage === 'last-call'),
    ),
  );

  const record = meeting.record();
  expect(ledger.sent.size).toBe(ledger.acked.size);
  expect(ledger.compare(record)).toEqual([]);
  const { people, totals } = recountByHand(record, 'a1.1');
  expect(people).toBe(PHONES);
  const inOrder = console.view.meeting!.proposals.map(({ proposal }) => totals.get(proposal) ?? [0, 0]);
  for (const { view } of phones) {
    expect(view.tally?.rows.map(([tokens, supporters]) => [tokens, supporters])).toEqual(inOrder);
    expect(view.turnout?.sent).toBe(PHONES);
  }
  for (const phone of phones) expect(JSON.stringify(phone.view.mine?.alloc)).toBe(lastOf(phone, ledger));
});

/** What this is about is not the pages, and without them a server is back sooner. */
const NO_PAGES = { CYFRAN_PAGES: '/nowhere' };
const lastCast = new WeakMap<Robot, string>();

/** Casts one ballot and does not stop before there is an answer to it. */
async function castOne(phone: Robot, wish: number, ledger: Ledger): Promise<void> {
  const ballot = phone.ballot([
    ['bridge', wish % 5],
    ['garden', (wish * 3) % 4],
    ['roof', (wish * 7) % 3],
  ]);
  const id = phone.nextId(ballot);
  expect(await ledger.keep(id, ballot.alloc, phone.sendSurely(ballot, id))).toMatchObject({ ok: true });
  lastCast.set(phone, id);
  // Else the load has the processor to itself, and a server takes seconds to come back.
  await new Promise((resolve) => setTimeout(resolve, 10));
}

function lastOf(phone: Robot, ledger: Ledger): string {
  return JSON.stringify(ledger.acked.get(lastCast.get(phone)!)?.lines);
}
