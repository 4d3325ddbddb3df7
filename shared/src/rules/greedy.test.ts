import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { greedy, type Candidate } from './greedy.ts';

type Row = readonly [proposal: string, tokens: number, costMinor: number, drawn?: string];

describe('most tokens first, while the money lasts', () => {
  test('[O1] passes over what no longer fits and tries the next', () => {
    expect(greedy(rows(['bus', 9, 60], ['park', 7, 50], ['roof', 5, 40]), 100)).toEqual({
      funded: ['bus', 'roof'],
      spentMinor: 100,
      tiesThatMattered: [],
    });
  });

  test('[O1] funds nothing from an empty pot, or where nothing fits', () => {
    expect(greedy(rows(['bus', 9, 60]), 0).funded).toEqual([]);
    expect(greedy(rows(['bus', 9, 60], ['park', 1, 70]), 59)).toEqual({
      funded: [],
      spentMinor: 0,
      tiesThatMattered: [],
    });
    expect(greedy([], 100)).toEqual({ funded: [], spentMinor: 0, tiesThatMattered: [] });
  });

  test('[O2] does not fund what nobody backed, however much is left', () => {
    expect(greedy(rows(['bus', 1, 10], ['park', 0, 1]), 100)).toMatchObject({ funded: ['bus'], spentMinor: 10 });
  });

  test('[O3] asks the lot among equals, and names them where it decided', () => {
    expect(greedy(rows(['bus', 5, 60, 'b'], ['park', 5, 60, 'a']), 100)).toEqual({
      funded: ['park'],
      spentMinor: 60,
      tiesThatMattered: [['park', 'bus']],
    });
  });

  test('[O3] names no equals that all got the money, nor any of whom none could', () => {
    expect(greedy(rows(['bus', 5, 50, 'b'], ['park', 5, 50, 'a']), 100).tiesThatMattered).toEqual([]);
    expect(greedy(rows(['bus', 5, 200, 'b'], ['park', 5, 300, 'a']), 100).tiesThatMattered).toEqual([]);
    expect(greedy(rows(['bus', 5, 200, 'a'], ['park', 5, 100, 'b']), 100)).toMatchObject({
      funded: ['park'],
      tiesThatMattered: [],
    });
    expect(greedy(rows(['bus', 0, 60], ['park', 0, 60]), 100).tiesThatMattered).toEqual([]);
  });

  test('[O1] leaves the list that it was given as it was', () => {
    const given = Object.freeze(rows(['park', 1, 1], ['bus', 2, 1]));
    expect(greedy(given, 5).funded).toEqual(['bus', 'park']);
    expect(given.map(({ proposal }) => proposal)).toEqual(['park', 'bus']);
  });
});

/** Few tokens and few sizes of cost, so that equals are common. */
const election = fc.record({
  potMinor: fc.nat({ max: 16 }),
  candidates: fc
    .array(fc.record({ tokens: fc.nat({ max: 2 }), costMinor: fc.integer({ min: 1, max: 9 }) }), {
      maxLength: 5,
      size: 'max',
    })
    .map((list) => list.map((one, at) => ({ ...one, proposal: `p${String(at)}`, drawn: String(at) }))),
});

describe('whatever people want', () => {
  test('[O1] it is what a slow count by hand gives', () => {
    fc.assert(
      fc.property(election, ({ candidates, potMinor }) => {
        expect(greedy(candidates, potMinor).funded).toEqual(byHand(candidates, potMinor));
      }),
      { numRuns: 1000 },
    );
  });

  test('[O1] [O2] it never spends more than the pot, and what it spends is the cost of what it funds', () => {
    fc.assert(
      fc.property(election, ({ candidates, potMinor }) => {
        const { funded, spentMinor } = greedy(candidates, potMinor);
        const chosen = candidates.filter(({ proposal }) => funded.includes(proposal));
        expect(spentMinor).toBeLessThanOrEqual(potMinor);
        expect(spentMinor).toBe(chosen.reduce((sum, { costMinor }) => sum + costMinor, 0));
        expect(new Set(funded).size).toBe(funded.length);
        expect(chosen.every(({ tokens }) => tokens > 0)).toBe(true);
        const passedOver = candidates.filter(({ proposal, tokens }) => tokens > 0 && !funded.includes(proposal));
        expect(passedOver.every(({ costMinor }) => costMinor > potMinor - spentMinor)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  test('[O3] a tie is named exactly when another lot would have funded others', () => {
    const seen = { named: 0, unnamed: 0 };
    fc.assert(
      fc.property(election, ({ candidates, potMinor }) => {
        const lots = orders(candidates.map(({ drawn }) => drawn));
        const drawnSo = (lot: readonly string[]) => candidates.map((one, at) => ({ ...one, drawn: lot[at] ?? '' }));
        const outcomes = new Set(lots.map((lot) => greedy(drawnSo(lot), potMinor).funded.toSorted().join()));
        const named = greedy(candidates, potMinor).tiesThatMattered.length > 0;
        seen[named ? 'named' : 'unnamed'] += 1;
        expect(named).toBe(outcomes.size > 1);
      }),
      { numRuns: 500 },
    );
    expect(Math.min(seen.named, seen.unnamed)).toBeGreaterThan(10);
  });

  test('[O3] the order on the list means nothing: only tokens, money and the lot', () => {
    fc.assert(
      fc.property(election, ({ candidates, potMinor }) => {
        expect(greedy(candidates.toReversed(), potMinor)).toEqual(greedy(candidates, potMinor));
      }),
    );
  });
});

function rows(...all: readonly Row[]): Candidate[] {
  return all.map(([proposal, tokens, costMinor, drawn = proposal]) => ({ proposal, tokens, costMinor, drawn }));
}

/** As one would with paper slips: look for the best slip that is left, pay for it if there is enough, put it away. */
function byHand(candidates: readonly Candidate[], potMinor: number): string[] {
  const slips = new Set(candidates);
  const funded: string[] = [];
  let purse = potMinor;
  while (slips.size > 0) {
    let best: Candidate | undefined;
    for (const slip of slips) {
      const beats =
        best === undefined || slip.tokens > best.tokens || (slip.tokens === best.tokens && slip.drawn < best.drawn);
      if (beats) best = slip;
    }
    slips.delete(best!);
    if (best!.tokens === 0 || best!.costMinor > purse) continue;
    purse -= best!.costMinor;
    funded.push(best!.proposal);
  }
  return funded;
}

/** Every order of some things. */
function orders<T>(things: readonly T[]): T[][] {
  if (things.length === 0) return [[]];
  return things.flatMap((first, at) => orders(things.toSpliced(at, 1)).map((rest) => [first, ...rest]));
}
