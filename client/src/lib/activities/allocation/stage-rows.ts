/** Some of the rows of one list, in one column. `isHeaded`: the list's heading stands over them. */
export interface Piece {
  readonly list: number;
  readonly from: number;
  readonly to: number;
  readonly isHeaded: boolean;
}

/** How rows stand on the wall. Sizes in hundredths of its height (vh); `row`: how high each is; `left`: how many have no room. */
export interface Wall {
  readonly size: number;
  readonly row: number;
  readonly lines: number;
  readonly columns: readonly (readonly Piece[])[];
  readonly left: number;
}

/**
 * What is to stand on the wall. `width`, `height`: in vh. `ems`: how wide a row with a short name is, in font sizes. `languages`: how many a name has. `lines`: how many lines each of them may take.
 * `factLines`, `headingLines`: how many a fact and a heading take. `columns`: in how many columns, the best first.
 */
export interface Wanted {
  readonly lists: readonly { readonly count: number; readonly isHeaded: boolean }[];
  readonly width: number;
  readonly height: number;
  readonly ems: number;
  readonly languages: number;
  readonly lines: number;
  readonly factLines: number;
  readonly headingLines: number;
  readonly columns: readonly number[];
}

/** Font sizes in vh, largest first. Nothing smaller is read from the back of a hall. */
const SMALLEST = 4.3;
const SIZES = [8, 7, 6.3, 5.7, 5.2, 4.8, 4.5, SMALLEST];
/** In parts of the font size. */
export const LINE_HEIGHT = 1.03;
const BADGE_HEIGHT = 1.7;
/** Between two rows, in vh. */
const GAP = 0.4;
/** Above and under a heading, its thick line included, in vh. */
const AROUND_HEADING = 1.2;
/** Rows that stand further apart no longer look like one list. */
const MOST_AIR = 1.7;

/**
 * All rows as large as they fit, in the first of the asked numbers of columns in which they do; else, at the smallest size in the last of
 * them, as many as there is room for beside a line that says how many are left.
 */
export function placeRows(wanted: Wanted): Wall {
  for (const columns of wanted.columns) {
    const sizes = SIZES.filter((size) => size === SMALLEST || size * wanted.ems <= wanted.width / columns);
    for (const lines of wanted.lines > 1 ? [wanted.lines, 1] : [1]) {
      for (const size of sizes) {
        const wall = placeAt(wanted, columns, size, lines, 0);
        if (wall !== null) return wall;
      }
    }
  }
  const columns = wanted.columns.at(-1) ?? 1;
  const all = countOf(wanted);
  for (let left = 1; left < all; left += 1) {
    const wall = placeAt(wanted, columns, SMALLEST, 1, left);
    if (wall !== null) return wall;
  }
  return { size: SMALLEST, row: 0, lines: 1, columns: [], left: all };
}

function countOf({ lists }: Pick<Wanted, 'lists'>): number {
  return lists.reduce((sum, { count }) => sum + count, 0);
}

/** All but the last `left` rows and, where some are left, the line that says so; `null` where they do not fit. */
function placeAt(wanted: Wanted, columns: number, size: number, lines: number, left: number): Wall | null {
  const row = Math.max(Math.max(wanted.languages * lines, wanted.factLines) * LINE_HEIGHT, BADGE_HEIGHT) * size + GAP;
  // It has both languages, also where the names have one.
  const note = left > 0 ? Math.max(row, 2 * LINE_HEIGHT * size + GAP) : 0;
  const heading = wanted.headingLines * LINE_HEIGHT * size + AROUND_HEADING;
  const placed = flow(wanted, columns, { row, heading, note }, left);
  if (placed === null) return null;
  const air = placed.map((pieces, index) => {
    const rows = pieces.reduce((sum, { from, to }) => sum + to - from, 0);
    const others =
      heading * pieces.filter(({ isHeaded }) => isHeaded).length + (index === placed.length - 1 ? note : 0);
    return (wanted.height - others) / Math.max(1, rows);
  });
  return { size, row: Math.min(row * MOST_AIR, ...air), lines, columns: placed, left };
}

/** Fills column after column, each list as evenly as it alone would be; two lists in two columns have one each where they fit. */
function flow(
  wanted: Wanted,
  columns: number,
  { row, heading, note }: { readonly row: number; readonly heading: number; readonly note: number },
  left: number,
): Piece[][] | null {
  const shown = countOf(wanted) - left;
  const filled = wanted.lists.filter(({ count }) => count > 0);
  const isOneEach = filled.length === columns && filled.every((list) => heightOf(list) <= wanted.height);
  const most = filled.length === 1 ? Math.ceil((shown + (left > 0 ? 1 : 0)) / columns) : Infinity;
  let column: Piece[] = [];
  const placed = [column];
  let used = 0;
  let rows = 0;
  let rest = shown;

  for (const [list, { count, isHeaded }] of wanted.lists.entries()) {
    if (isOneEach && rows > 0 && count > 0) next();
    for (let at = 0; at < count && rest > 0; at += 1, rest -= 1) {
      const headed = isHeaded && at === 0;
      const height = row + (headed ? heading : 0);
      if (used + height > wanted.height || rows === most) next();
      if (placed.length > columns || used + height > wanted.height) return null;
      const last = column.at(-1);
      if (last?.list === list) column[column.length - 1] = { ...last, to: at + 1 };
      else column.push({ list, from: at, to: at + 1, isHeaded: headed });
      used += height;
      rows += 1;
    }
  }
  if (left > 0) {
    if (used + note > wanted.height) next();
    if (placed.length > columns) return null;
  }
  return placed;

  function next(): void {
    column = [];
    placed.push(column);
    used = 0;
    rows = 0;
  }

  function heightOf(list: Wanted['lists'][number]): number {
    return list.count * row + (list.isHeaded ? heading : 0);
  }
}

/** How long a bar is, from 0 to 1 of the longest; zero while nobody has sent a token. */
export function lengthOf(
  { tokens }: { readonly tokens: number },
  rows: readonly { readonly tokens: number }[],
): number {
  return tokens / Math.max(1, ...rows.map((row) => row.tokens));
}
