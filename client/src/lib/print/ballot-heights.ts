import type { BallotHeights } from './paginate.ts';

/** Room for rounding, so that a printer's letters, a hair wider than the screen's, do not push the last line off the page. */
const SPARE = 0.015;

/**
 * Measures a ballot that was laid out as one long first page with all rows and a last page with none. Heights in the unit of the page's
 * own pixels, not enlarged and not made smaller.
 */
export function heightsIn(ballot: Element): BallotHeights {
  const [first, last] = ballot.children;
  if (first === undefined || last === undefined) throw new Error('A ballot is measured on two pages.');
  return {
    room: roomOf(last) * (1 - SPARE),
    first: heightOf(first, 'head'),
    next: heightOf(last, 'head'),
    more: heightOf(first, 'foot'),
    last: heightOf(last, 'foot'),
    rows: partsOf(first, 'row').map((row) => row.getBoundingClientRect().height),
  };
}

/** What a page that is not full holds: its least height without its margins. */
function roomOf(page: Element): number {
  const { minBlockSize, paddingBlockStart, paddingBlockEnd } = getComputedStyle(page);
  return parseFloat(minBlockSize) - parseFloat(paddingBlockStart) - parseFloat(paddingBlockEnd);
}

function heightOf(page: Element, part: string): number {
  return partsOf(page, part).reduce((sum, one) => sum + one.getBoundingClientRect().height, 0);
}

function partsOf(page: Element, part: string): Element[] {
  return [...page.querySelectorAll(`[data-part="${part}"]`)];
}
