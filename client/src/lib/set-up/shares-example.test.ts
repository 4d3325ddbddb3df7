import { emptySetUp, type SetUp } from '@cyfran/shared/session/set-up.ts';
import { expect, test } from 'vitest';
import { sharesExample } from './shares-example.ts';

function setUpOf(potMinor: number, costs: readonly number[], currency = 'GBP'): SetUp {
  const proposals = costs.map((costMinor, index) => ({
    proposal: `p${String(index)}`,
    name: { en: 'Name' },
    costMinor,
  }));
  return { ...emptySetUp([]), currency, potMinor, proposals };
}

test('shows, where it can, that one with more tokens loses to one that its supporters can pay for', () => {
  const example = sharesExample(setUpOf(1_250_000, [900_000, 400_000, 240_050, 150_000]));
  expect(example).toMatchObject({ people: 10, eachMinor: 125_000 });
  const lost = example!.lines.findIndex(({ shortMinor }) => shortMinor !== null);
  expect(example!.lines.slice(lost + 1).some(({ round }) => round !== null)).toBe(true);
});

test('what is funded costs no more than there is, whatever the meeting asks for', () => {
  for (const costs of [[100], [1], [50_000, 50_000], [10, 20, 30, 40, 50, 60], [999, 1, 1, 1, 1]]) {
    for (const pot of [1, 60, 1000, 100_000_000]) {
      const lines = sharesExample(setUpOf(pot, costs))?.lines ?? [];
      const spent = lines.reduce(
        (sum, { proposal, shortMinor }) => sum + (shortMinor === null ? proposal.costMinor : 0),
        0,
      );
      expect(spent).toBeLessThanOrEqual(pot);
      expect(lines.every(({ shortMinor }) => shortMinor === null || shortMinor > 0)).toBe(true);
    }
  }
});

test('there is none before there is money and two proposals with a cost', () => {
  expect(sharesExample(setUpOf(0, [100, 100]))).toBeNull();
  expect(sharesExample(setUpOf(100, [100]))).toBeNull();
  expect(sharesExample(setUpOf(100, [0, 100]))).toBeNull();
});
