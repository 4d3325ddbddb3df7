import { expect, test } from 'vitest';
import { CardDesk } from './card-desk.svelte.ts';
import type { Answer } from '#lib/set-up/calls.ts';
import type { DeskCalls, KnownCard } from './desk-calls.ts';

/** A server's cards in memory. `fail` makes the next answer one of no. */
function deskServer() {
  const cards: KnownCard[] = [];
  let failure: string | null = null;
  let codes = 0;
  const code = () => `CODE000${String((codes += 1))}`;
  const answer = <T>(got: T): Promise<Answer<T>> => {
    const reason = failure;
    failure = null;
    return Promise.resolve(reason === null ? { ok: true, got } : { ok: false, reason });
  };
  const change = (number: number, state: KnownCard['state']) => {
    cards.splice(number - 1, 1, { number, state, used: false });
  };
  const calls: DeskCalls = {
    cards: () => answer({ cards: [...cards] }),
    make: (count, test) => {
      const made = Array.from({ length: count }, (_, index) => ({ number: cards.length + index + 1, code: code() }));
      cards.push(...made.map(({ number }): KnownCard => ({ number, state: test ? 'test' : 'issued', used: false })));
      return answer({ cards: made });
    },
    replace: (number) => answer({ number, code: code() }),
    takeOut: (number) => {
      change(number, 'void');
      return answer({ number });
    },
  };
  return { desk: new CardDesk(calls), fail: (reason: string) => (failure = reason) };
}

test('cards that were made wait to be printed, with their codes, until somebody says that they are', async () => {
  const { desk } = deskServer();
  await desk.make(2, false);
  expect(desk.unprinted).toEqual([
    { number: 1, code: 'CODE0001', test: false },
    { number: 2, code: 'CODE0002', test: false },
  ]);
  desk.markPrinted();
  expect(desk.unprinted).toEqual([]);
  expect(desk.toPrint).toHaveLength(2);
});

test('after a print only what is new comes out', async () => {
  const { desk } = deskServer();
  await desk.make(2, false);
  desk.markPrinted();
  await desk.make(1, true);
  expect(desk.toPrint).toEqual([{ number: 3, code: 'CODE0003', test: true }]);
  expect(desk.known.map(({ state }) => state)).toEqual(['issued', 'issued', 'test']);
});

test('a lost card comes out anew under its number, and its old code is gone from the page', async () => {
  const { desk } = deskServer();
  await desk.make(2, true);
  desk.markPrinted();
  await desk.replace(2);
  expect(desk.toPrint).toEqual([{ number: 2, code: 'CODE0003', test: true }]);
  desk.markPrinted();
  expect(desk.toPrint.map(({ code }) => code)).toEqual(['CODE0001', 'CODE0003']);
});

test('a card that was taken out of use is not printed, and the desk says that it is out', async () => {
  const { desk } = deskServer();
  await desk.make(2, false);
  await desk.takeOut(1);
  expect(desk.toPrint.map(({ number }) => number)).toEqual([2]);
  expect(desk.known[0]?.state).toBe('void');
  expect(desk.note).toEqual({ kind: 'void', number: 1 });
});

test('when no answer came, the desk does not pretend to know, and reads the list again', async () => {
  const { desk, fail } = deskServer();
  fail('unreachable');
  await desk.make(3, false);
  expect(desk.note).toEqual({ kind: 'problem', reason: 'unsure' });
  expect(desk.toPrint).toEqual([]);
  expect(desk.known).toHaveLength(3);
});

test('a refusal is told with its own reason, and the next press clears it', async () => {
  const { desk, fail } = deskServer();
  fail('session-ended');
  await desk.make(1, false);
  expect(desk.note).toEqual({ kind: 'problem', reason: 'session-ended' });
  await desk.load();
  expect(desk.note).toBeNull();
});

test('a second press while the first is on its way does nothing', async () => {
  const { desk } = deskServer();
  await Promise.all([desk.make(2, false), desk.make(2, false)]);
  expect(desk.toPrint).toHaveLength(2);
  expect(desk.busy).toBe(false);
});
