/** People by some answer of theirs; `null` where a number would be too small to show. */
export type Cells<Name extends string> = Readonly<Record<Name, number>>;
export type ShownCells<Name extends string> = Readonly<Record<Name, number | null>>;

/**
 * Which cells of a table may be shown beside their sum. None that holds fewer people than `least` (one that holds nobody tells of nobody);
 * and where the sum would give away what is hidden, because fewer than `least` are hidden together or in one cell alone, the next smallest
 * cell is hidden too, until it does not. Either all that is hidden is so many people in two cells or more, or nothing but empty cells is
 * shown. Source: RECORD.md, section 2.1.
 */
export function protect<Name extends string>(cells: Cells<Name>, least: number): ShownCells<Name> {
  const filled = namesOf(cells)
    .filter((name) => cells[name] > 0)
    .sort((a, b) => cells[a] - cells[b] || (a < b ? -1 : 1));
  const small = filled.filter((name) => cells[name] < least).length;
  const hidden = new Set<Name>();
  if (small > 0) {
    for (const name of filled) {
      if (hidden.size >= Math.max(2, small) && sum([...hidden].map((one) => cells[one])) >= least) break;
      hidden.add(name);
    }
  }
  return shownIn(cells, (name) => !hidden.has(name));
}

/**
 * What of a newer table may be shown where an older one of the same cells was: nothing of it where a cell that both show has changed by
 * fewer people than `least`, because the two side by side would tell who they are.
 */
export function withoutDifference<Name extends string>(
  before: ShownCells<Name>,
  after: ShownCells<Name>,
  least: number,
): ShownCells<Name> {
  const tells = namesOf(after).some((name) => {
    const [was, is] = [before[name], after[name]];
    return was !== null && is !== null && was !== is && Math.abs(is - was) < least;
  });
  return tells ? shownIn(after, () => false) : after;
}

/** Whether everything is shown. */
export function isWhole<Name extends string>(cells: ShownCells<Name>): cells is Cells<Name> {
  return namesOf(cells).every((name) => cells[name] !== null);
}

/**
 * Whether what each of these people chose could be told from the cell that they are in: it holds too few of them, or all of them chose the
 * same. `choices`: of each cell what its people chose, as texts.
 */
export function isTelling(choices: Iterable<readonly string[]>, least: number): boolean {
  return [...choices].some((chosen) => chosen.length > 0 && (chosen.length < least || new Set(chosen).size === 1));
}

function shownIn<Name extends string>(cells: ShownCells<Name>, isShown: (name: Name) => boolean): ShownCells<Name> {
  const entries = namesOf(cells).map((name) => [name, isShown(name) ? cells[name] : null] as const);
  return Object.fromEntries(entries) as unknown as ShownCells<Name>;
}

function namesOf<Name extends string>(cells: Readonly<Record<Name, unknown>>): Name[] {
  return Object.keys(cells) as Name[];
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}
