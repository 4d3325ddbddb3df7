import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Allocation } from './ballot.ts';
import { checkCumulative, toAllocation } from './cumulative.ts';

const RULES = { tokens: 10, cap: 4, has: (proposal: string) => /^[a-h]$/.test(proposal) };
const draft = fc.uniqueArray(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'), fc.nat({ max: 6 })), {
  selector: ([proposal]) => proposal,
});

describe('a draft', () => {
  test('[A5] becomes lines in order, without what got nothing', () => {
    expect(
      toAllocation(
        new Map([
          ['roof', 2],
          ['bus', 1],
          ['park', 0],
          ['Bus', 3],
        ]),
      ),
    ).toEqual([
      ['Bus', 3],
      ['bus', 1],
      ['roof', 2],
    ]);
    expect(toAllocation([])).toEqual([]);
  });

  test('[A3] [A4] [A5] is a legal ballot exactly when it keeps to the cap and to what one has', () => {
    fc.assert(
      fc.property(draft, (votes) => {
        const legal =
          votes.every(([, tokens]) => tokens <= 4) && votes.reduce((sum, [, tokens]) => sum + tokens, 0) <= 10;
        expect(checkCumulative(toAllocation(votes), RULES) === null).toBe(legal);
        expect(Allocation.safeParse(toAllocation(votes)).success).toBe(true);
      }),
    );
  });

  test('[A5] has one form: any other order of its lines is no ballot', () => {
    fc.assert(
      fc.property(draft, fc.nat(), fc.nat(), (votes, one, other) => {
        const alloc = toAllocation(votes.map(([proposal]): [string, number] => [proposal, 1]));
        fc.pre(alloc.length > 1);
        const [from, to] = [one % alloc.length, other % alloc.length];
        const swapped = alloc.with(from, alloc[to]!).with(to, alloc[from]!);
        const refused = checkCumulative(swapped, RULES)?.refused;
        expect(refused).toBe(from === to ? undefined : 'malformed-ballot');
      }),
    );
  });
});
