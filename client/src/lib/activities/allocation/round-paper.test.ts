import { expect, test } from 'vitest';
import { paperOf } from './round-paper.ts';

const first = { doors: ['phone', 'tablet', 'paper'], deciding: false, sending: 'each-change' } as const;
const papers = { round: 'a1.1', entered: [], spoiled: [], issued: null, unused: null };

test('[A14] paper that nobody has used closes with the phones of a first round that sends itself', () => {
  expect(paperOf(first, papers)).toBe('unused');
  expect(paperOf(first, { ...papers, entered: [7] })).toBe('waits');
  expect(paperOf(first, { ...papers, spoiled: [[7, 'blank']] })).toBe('waits');
  expect(paperOf(first, { ...papers, issued: 3 })).toBe('waits');
  expect(paperOf({ ...first, sending: 'checked' }, papers)).toBe('waits');
  expect(paperOf({ ...first, deciding: true }, papers)).toBe('waits');
  expect(paperOf({ ...first, doors: ['phone', 'tablet'] }, null)).toBe('none');
});
