import { checkCumulative } from '@cyfran/shared/ballots/cumulative.ts';
import { expect, test } from 'vitest';
import { choose } from './choosing.ts';

test('a robot makes a ballot that the rules of its round allow, and never a blank one', () => {
  const luck = minimalStandard(1);
  for (let nth = 0; nth < 2000; nth += 1) {
    const proposals = Array.from({ length: 1 + (nth % 30) }, (_, index) => `p${String(index)}`);
    const tokens = 1 + Math.floor(luck() * 100);
    const cap = 1 + Math.floor(luck() * tokens);
    const ballot = choose({ proposals, tokens, cap }, ({ length }) => length, luck);
    expect(checkCumulative(ballot, { tokens, cap, has: (proposal) => proposals.includes(proposal) })).toBeNull();
    expect(ballot).not.toEqual([]);
  }
});

test('what a hall likes more gets more', () => {
  const luck = minimalStandard(2);
  const likes = (proposal: string) => (proposal === 'park' ? 9 : 1);
  const totals = { park: 0, roof: 0 };
  for (let nth = 0; nth < 200; nth += 1) {
    for (const [proposal, tokens] of choose({ proposals: ['park', 'roof'], tokens: 10, cap: 10 }, likes, luck)) {
      totals[proposal as keyof typeof totals] += tokens;
    }
  }
  expect(totals.park).toBeGreaterThan(totals.roof);
});

/** Park and Miller's generator. */
function minimalStandard(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
