import type { SetUpProposal } from '@cyfran/shared/session/set-up.ts';
import { describe, expect, test } from 'vitest';
import { placedByLot } from './lot.ts';

const proposal = (id: string): SetUpProposal => ({ proposal: id, costMinor: 100, name: { en: id } });
const ids = (proposals: readonly SetUpProposal[]) => proposals.map((one) => one.proposal).join('');
const of = (letters: string) => Array.from(letters, proposal);

/** Proposals that come in these batches, each after the ones before it. */
function inBatches(batches: readonly string[]): string {
  let order: SetUpProposal[] = [];
  for (const batch of batches) order = placedByLot(order, [...of(batch), ...order]);
  return ids(order);
}

describe('the order of the wall', () => {
  test('keeps those that are known in their order, whatever order they are sent in, and loses and makes none', () => {
    for (const known of ['', 'a', 'cab', 'dbace']) {
      for (const asked of ['', 'a', 'abc', 'cbaxyz', 'xeyazbwd']) {
        const order = ids(placedByLot(of(known), of(asked)));
        expect(Array.from(order).sort()).toEqual(Array.from(asked).sort());
        const kept = Array.from(order).filter((id) => known.includes(id));
        expect(kept).toEqual(Array.from(known).filter((id) => asked.includes(id)));
      }
    }
  });

  test('takes what is sent of a known proposal as it is now', () => {
    const changed = { ...proposal('a'), costMinor: 250, name: { cy: 'Bws' } };
    expect(placedByLot(of('a'), [changed])).toEqual([changed]);
  });

  test('leaves a proposal that is sent twice to be refused, and does not drop it', () => {
    expect(ids(placedByLot(of('a'), of('aa')))).toBe('aa');
    expect(ids(placedByLot([], of('aa')))).toBe('aa');
  });

  test.each([
    ['all at once', ['abcd']],
    ['one by one', ['a', 'b', 'c', 'd']],
    ['two, then two', ['ab', 'cd']],
    ['one, then three', ['d', 'abc']],
  ])('is each possible order equally often when they come %s', (_, batches) => {
    const counts = new Map<string, number>();
    for (let draw = 0; draw < 24_000; draw += 1) {
      const order = inBatches(batches);
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    expect(counts.size).toBe(24);
    // A thousand of each is expected. With 23 degrees of freedom, luck alone goes beyond this once in some hundred million runs.
    const surprise = [...counts.values()].reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
    expect(surprise).toBeLessThan(86);
  });
});
