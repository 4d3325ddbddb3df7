import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { paginate, type BallotHeights } from './paginate.ts';

const LAYOUT = { room: 270, first: 60, next: 20, more: 10, last: 60 };
const rows = (count: number, height: number) => Array.from({ length: count }, () => height);

test('what fits on one page stands on one page', () => {
  expect(paginate({ ...LAYOUT, rows: rows(10, 15) })).toEqual([10]);
});

test('one row too many goes on a second page, whole', () => {
  expect(paginate({ ...LAYOUT, rows: rows(11, 15) })).toEqual([10, 1]);
});

test('the end of the ballot never stands on a page without a row', () => {
  expect(paginate({ ...LAYOUT, rows: rows(13, 15) })).toEqual([12, 1]);
});

test('a row taller than a page has a page to itself', () => {
  expect(paginate({ ...LAYOUT, rows: [15, 400, 15] })).toEqual([1, 1, 1]);
});

test('every row stands on one page, no page is empty, and none but a lone row is too full', () => {
  const heights = fc.array(fc.integer({ min: 10, max: 90 }), { minLength: 1, maxLength: 200 });
  fc.assert(
    fc.property(heights, (all) => {
      const asked: BallotHeights = { ...LAYOUT, rows: all };
      const pages = paginate(asked);
      expect(pages.reduce((sum, count) => sum + count, 0)).toBe(all.length);
      let start = 0;
      for (const [page, count] of pages.entries()) {
        expect(count).toBeGreaterThan(0);
        const used = all.slice(start, start + count).reduce((sum, height) => sum + height, 0);
        const head = page === 0 ? asked.first : asked.next;
        const foot = page === pages.length - 1 ? asked.last : asked.more;
        expect(count === 1 || head + used + foot <= asked.room).toBe(true);
        start += count;
      }
    }),
    { seed: 20261123 },
  );
});
