import type { SetUpProposal } from '@cyfran/shared/session/set-up.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placedByLot } from './lot.ts';

const proposal = (id: string): SetUpProposal => ({ proposal: id, costMinor: 100, name: { en: id } });
const ids = (proposals: readonly SetUpProposal[]) => proposals.map((one) => one.proposal);

/** Proposals that come in these batches, each after the ones before it. */
function inBatches(batches: readonly (readonly string[])[]): string[] {
  let order: SetUpProposal[] = [];
  for (const batch of batches) order = placedByLot(order, [...order, ...batch.map(proposal)]);
  return ids(order);
}

describe('the order of the wall', () => {
  test('keeps those that are known in their order, whatever order they are sent in, and loses and makes none', () => {
    const names = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,3}$/), { maxLength: 12 });
    fc.assert(
      fc.property(names, names, fc.infiniteStream(fc.nat()), (known, asked, luck) => {
        const below = (limit: number) => (luck.next().value as number) % limit;
        const order = ids(placedByLot(known.map(proposal), asked.map(proposal), below));
        expect([...order].sort()).toEqual([...asked].sort());
        expect(order.filter((id) => known.includes(id))).toEqual(known.filter((id) => asked.includes(id)));
      }),
    );
  });

  test('takes what is sent of a known proposal as it is now', () => {
    const changed = { ...proposal('bus'), costMinor: 250, name: { cy: 'Bws' } };
    expect(placedByLot([proposal('bus')], [changed])).toEqual([changed]);
  });

  test('leaves a proposal that is sent twice to be refused, not dropped', () => {
    expect(ids(placedByLot([proposal('bus')], [proposal('bus'), proposal('bus')]))).toEqual(['bus', 'bus']);
    expect(ids(placedByLot([], [proposal('bus'), proposal('bus')]))).toEqual(['bus', 'bus']);
  });

  test.each<[string, string[][]]>([
    ['all at once', [['a', 'b', 'c', 'd']]],
    ['one by one', [['a'], ['b'], ['c'], ['d']]],
    ['two, then two', [['a', 'b'], ['c', 'd']]],
    ['one, then three', [['d'], ['a', 'b', 'c']]],
  ])('is every order equally often when they come %s', (_, batches) => {
    const DRAWS = 24_000;
    const counts = new Map<string, number>();
    for (let draw = 0; draw < DRAWS; draw += 1) {
      const order = inBatches(batches).join('');
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    expect(counts.size).toBe(24);
    // A thousand each: chi-square with 23 degrees of freedom, passed by luck alone but once in about a hundred million.
    const surprise = [...counts.values()].reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
    expect(surprise).toBeLessThan(86);
  });
});
