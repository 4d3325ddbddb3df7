import type { Robot } from '@cyfran/server/robots/robot.ts';
import { expect } from 'vitest';
import { rule, untilStage } from './evening.ts';
import { recountByHand, type Ledger, type Recorded } from './ledger.ts';

/** People who go on changing their ballots, each as a phone does: under one id until there is an answer. Whatever happens meanwhile. */
export class Casting {
  readonly #ledger: Ledger;
  readonly #all: readonly Promise<void>[];
  #goesOn = true;

  /** `pauseMs`: of each between two ballots, so that the load leaves the processor to those who serve. */
  constructor(phones: readonly Robot[], ledger: Ledger, pauseMs: number) {
    this.#ledger = ledger;
    this.#all = phones.map((phone, person) => this.#cast(phone, person, pauseMs));
  }

  /** Waits until so many more ballots were answered. */
  async more(many: number): Promise<void> {
    const { size } = this.#ledger.acked;
    await expect.poll(() => this.#ledger.acked.size, { timeout: 30_000, interval: 5 }).toBeGreaterThan(size + many);
  }

  async stop(): Promise<void> {
    this.#goesOn = false;
    await Promise.all(this.#all);
  }

  async #cast(phone: Robot, person: number, pauseMs: number): Promise<void> {
    for (let change = 0; this.#goesOn; change += 1) {
      const ballot = phone.ballot([
        ['bridge', (person + change) % 5],
        ['garden', (person * 3 + change) % 4],
      ]);
      const id = phone.nextId(ballot);
      expect(await this.#ledger.keep(id, ballot.alloc, phone.sendSurely(ballot, id))).toMatchObject({ ok: true });
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  }
}

/**
 * Announces the close of the round that is on, and holds what the phones were told against what is recorded: nothing lost, nothing twice,
 * nothing that nobody sent, and on every screen what anyone can recount.
 */
export async function nothingWasLost(
  console: Robot,
  phones: readonly Robot[],
  ledger: Ledger,
  read: () => Promise<readonly Recorded[]>,
): Promise<void> {
  await rule(console, { type: 'LastCall', activity: 'a1', round: 'a1.1', seconds: 600 });
  await untilStage([console, ...phones], 'a1.1', 'last-call');
  const record = await read();
  expect(ledger.sent.size).toBe(ledger.acked.size);
  expect(ledger.compare(record)).toEqual([]);
  const { people, totals } = recountByHand(record, 'a1.1');
  for (const { view } of [console, ...phones]) {
    const inOrder = view.meeting!.proposals.map(({ proposal }) => totals.get(proposal) ?? [0, 0]);
    expect(view.tally?.rows.map(([tokens, supporters]) => [tokens, supporters])).toEqual(inOrder);
    expect(view.turnout?.sent).toBe(people);
  }
}
