/** Heights of the parts of a paper ballot, all in the same unit. */
export interface BallotHeights {
  /** What a page has room for. */
  readonly room: number;
  /** The head of the first page, and of each further one. */
  readonly first: number;
  readonly next: number;
  /** The foot of each page but the last, and of the last. */
  readonly more: number;
  readonly last: number;
  readonly rows: readonly number[];
}

/**
 * How many rows stand on each page, in order: each page as full as it can be, the last one with at least one row. A row that is taller
 * than a page has one to itself. Cost: O(rows).
 */
export function paginate({ room, first, next, more, last, rows }: BallotHeights): number[] {
  const pages: number[] = [];
  let start = 0;
  while (start < rows.length) {
    const left = rows.slice(start);
    const head = pages.length === 0 ? first : next;
    const taken =
      sum(left) <= room - head - last ? left.length : Math.min(fitting(left, room - head - more), left.length - 1);
    const onThisPage = Math.max(taken, 1);
    pages.push(onThisPage);
    start += onThisPage;
  }
  return pages;
}

/** How many of the first rows fit. */
function fitting(rows: readonly number[], room: number): number {
  let [count, used] = [0, 0];
  for (const row of rows) {
    used += row;
    if (used > room) break;
    count += 1;
  }
  return count;
}

function sum(heights: readonly number[]): number {
  return heights.reduce((total, height) => total + height, 0);
}
