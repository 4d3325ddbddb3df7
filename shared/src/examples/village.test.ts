import { expect, test } from 'vitest';
import { create } from '../session/create.ts';
import { readinessOf } from '../session/readiness.ts';
import { SetUp } from '../session/set-up.ts';
import { exampleVillage } from './village.ts';

test('[S2] [S13] the example is a meeting that could begin: whole, in both languages, with nothing to look at again', () => {
  const example = exampleVillage('2026-12-24');
  expect(SetUp.parse(example)).toEqual(example);
  expect(create('s-0123456789abcdef', example)).not.toHaveProperty('refused');
  expect(readinessOf(example)).toEqual({ blockers: [], warnings: [] });
  expect(example.proposals).toHaveLength(12);
  for (const { name, short, outcome, about, by } of example.proposals) {
    for (const text of [name, short, outcome, about, by]) expect(Object.keys(text ?? {})).toEqual(['cy', 'en']);
  }
});

test('the example is a choice: the money pays for some of it and not for all', () => {
  const { proposals, potMinor } = exampleVillage('2026-12-24');
  const all = proposals.reduce((sum, { costMinor }) => sum + costMinor, 0);
  expect(all).toBeGreaterThan(2 * potMinor);
  expect(Math.max(...proposals.map(({ costMinor }) => costMinor))).toBeLessThan(potMinor);
});
