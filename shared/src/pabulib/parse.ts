import type { ProposalId } from '../words/ids.ts';
import type { Minor } from '../words/units.ts';
import { PabulibError } from './fault.ts';
import { readRows, type Row } from './rows.ts';

/** A project of a `.pb` file. `votes`, `score` as the file counts them, `null` where it does not. */
export interface Project {
  readonly id: ProposalId;
  readonly costMinor: Minor;
  readonly name: string;
  readonly votes: number | null;
  readonly score: number | null;
  /** What else the file says of it (description, proposer, category ...), by the column's name; columns without a word are left out. */
  readonly more: ReadonlyMap<string, string>;
}

/**
 * One voter's lines in the file's order: `[project, points]`; points are 1 where the vote type has none. `more`: what else the file says of the
 * voter, in the order of the election's `voterColumns`.
 */
export interface Vote {
  readonly voter: string;
  readonly lines: readonly (readonly [project: ProposalId, points: number])[];
  readonly more: readonly string[];
}

/** What a `.pb` file holds, in its own order. */
export interface Election {
  readonly meta: ReadonlyMap<string, string>;
  /** At how many decimals its money is whole: 2, or as many as its finest amount has. */
  readonly decimals: number;
  readonly potMinor: Minor;
  readonly projects: readonly Project[];
  readonly votes: readonly Vote[];
  /** The names of the columns of VOTES that say more of a voter. */
  readonly voterColumns: readonly string[];
}

const SECTIONS = ['META', 'PROJECTS', 'VOTES'] as const;
type Section = (typeof SECTIONS)[number];

/** The columns of PROJECTS that have a field of their own. */
const OWN_COLUMNS = new Set(['project_id', 'cost', 'name', 'votes', 'score']);

/** Columns by the names that they had before: `target` until April 2026. */
const RENAMED: Readonly<Record<string, string>> = { target: 'beneficiaries' };

/** The columns of VOTES that have a field of their own. */
const OWN_VOTE_COLUMNS = new Set(['voter_id', 'vote', 'points']);

/**
 * Reads a Pabulib election: projects, money and votes of all five types. Ids stay opaque texts, money becomes whole minor units without passing
 * through a float. Throws `PabulibError`. Source: pabulib.org/format.
 */
export function parsePabulib(text: string): Election {
  const sections = splitSections(readRows(text));
  const { META, PROJECTS, VOTES } = sections;
  if (META.header[0] !== 'key' || META.header[1] !== 'value') {
    const expected = `the row after META should be key;value, found "${META.header.join(';')}"`;
    throw new PabulibError(META.line, 'header-amiss', META.header.join(';'), expected);
  }
  const meta = new Map(META.rows.map(({ cells }) => [cells[0] ?? '', cells[1] ?? '']));
  const budget = meta.get('budget');
  if (budget === undefined) throw new PabulibError(0, 'no-budget', 'budget', 'META has no budget');
  const projectColumns = columnsOf(PROJECTS, ['project_id', 'cost']);
  const readers = PROJECTS.rows.map((row) => new Reader(row, projectColumns));
  const decimals = decimalsOf([budget, ...readers.map((row) => row.get('cost'))]);
  const budgetLine = META.rows.find(({ cells }) => cells[0] === 'budget')?.line ?? 0;
  const potMinor = toMinor(budget, decimals, budgetLine, 'budget');
  const projects = readers.map((row) => toProject(row, decimals));
  const known = new Set(projects.map(({ id }) => id));
  const columns = columnsOf(VOTES, ['voter_id', 'vote']);
  const voterColumns = [...columns.keys()].filter((column) => !OWN_VOTE_COLUMNS.has(column));
  const mayBeNegative = meta.get('vote_type') === 'scoring';
  const votes = VOTES.rows.map((row) => toVote(new Reader(row, columns), known, { voterColumns, mayBeNegative }));
  return { meta, decimals, potMinor, projects, votes, voterColumns };
}

/** How many decimals all of them need, zeros at the end left out: at least 2. */
export function decimalsOf(amounts: readonly string[]): number {
  return Math.max(2, ...amounts.map((amount) => /\.(\d*[1-9])0*$/.exec(amount)?.[1]?.length ?? 0));
}

/** An amount as whole units of its last decimal, exactly. */
export function toMinor(amount: string, decimals: number, line: number, what: string): Minor {
  const match = /^(\d+)(?:\.(\d+))?$/.exec(amount);
  if (match === null) {
    const expected = `${what} should be an amount such as 12500 or 12500.50, found "${amount}"`;
    throw new PabulibError(line, 'amount-unclear', amount, expected);
  }
  const minor = Number(`${match[1] ?? ''}${(match[2] ?? '').padEnd(decimals, '0').slice(0, decimals)}`);
  if (!Number.isSafeInteger(minor)) throw new PabulibError(line, 'amount-too-large', amount, `${what} is too large`);
  return minor;
}

/** The rows of a section under its header. `line`: where the header stands. */
interface Table {
  line: number;
  header: readonly string[];
  readonly rows: Row[];
}

function splitSections(rows: readonly Row[]): Record<Section, Table> {
  const found = new Map<Section, Table>();
  let current: Table | null = null;
  for (const row of rows) {
    const marker = row.cells.length === 1 ? SECTIONS.find((name) => name === row.cells[0]?.toUpperCase()) : undefined;
    if (marker !== undefined) {
      if (found.has(marker)) {
        throw new PabulibError(row.line, 'section-twice', marker, `the section ${marker} stands twice`);
      }
      current = { line: row.line, header: [], rows: [] };
      found.set(marker, current);
    } else if (current === null) {
      throw new PabulibError(row.line, 'no-beginning', 'META', 'the file should begin with META');
    } else if (current.header.length === 0) {
      current.header = row.cells;
      current.line = row.line;
    } else current.rows.push(row);
  }
  const section = (name: Section) => {
    const one = found.get(name);
    if (one === undefined) throw new PabulibError(0, 'section-missing', name, `the section ${name} is missing`);
    return one;
  };
  return { META: section('META'), PROJECTS: section('PROJECTS'), VOTES: section('VOTES') };
}

/** Where each column stands. `needed`: those without which no row can be read. */
function columnsOf({ line, header }: Table, needed: readonly string[]): Map<string, number> {
  const columns = new Map<string, number>();
  header.forEach((column, index) => {
    if (columns.has(column)) {
      throw new PabulibError(line, 'column-twice', column, `the column ${column} stands twice`);
    }
    columns.set(column, index);
  });
  for (const column of needed) {
    if (!columns.has(column)) {
      throw new PabulibError(line, 'column-missing', column, `there should be a column ${column}`);
    }
  }
  return columns;
}

/** One row, read by its columns' names. */
class Reader {
  readonly line: number;
  readonly #cells: readonly string[];
  readonly #columns: ReadonlyMap<string, number>;

  constructor({ line, cells }: Row, columns: ReadonlyMap<string, number>) {
    this.line = line;
    this.#cells = cells;
    this.#columns = columns;
  }

  get(column: string): string {
    const place = this.#columns.get(column);
    const cell = place === undefined ? '' : (this.#cells[place] ?? '');
    return cell.length === 4 && cell.toLowerCase() === 'none' ? '' : cell;
  }

  must(column: string): string {
    const cell = this.get(column);
    if (cell === '') throw new PabulibError(this.line, 'cell-missing', column, `${column} is missing`);
    return cell;
  }

  count(column: string): number | null {
    const cell = this.get(column);
    if (cell === '') return null;
    if (!/^-?\d+(\.0+)?$/.test(cell)) {
      const expected = `${column} should be a whole number, found "${cell}"`;
      throw new PabulibError(this.line, 'number-unclear', cell, expected);
    }
    return Number(cell);
  }

  list(column: string): string[] {
    const cell = this.get(column);
    return cell === '' ? [] : cell.split(',').map((one) => one.trim());
  }

  /** Every cell with a word in it, but those of `known` columns. */
  others(known: ReadonlySet<string>): Map<string, string> {
    const columns = [...this.#columns.keys()].filter((column) => !known.has(column) && this.get(column) !== '');
    return new Map(columns.map((column) => [RENAMED[column] ?? column, this.get(column)]));
  }
}

function toProject(row: Reader, decimals: number): Project {
  const id = row.must('project_id');
  return {
    id,
    costMinor: toMinor(row.must('cost'), decimals, row.line, 'cost'),
    name: row.get('name'),
    votes: row.count('votes'),
    score: row.count('score'),
    more: row.others(OWN_COLUMNS),
  };
}

/** What the file as a whole says of its votes. */
interface VoteForm {
  readonly voterColumns: readonly string[];
  readonly mayBeNegative: boolean;
}

function toVote(row: Reader, known: ReadonlySet<ProposalId>, { voterColumns, mayBeNegative }: VoteForm): Vote {
  const ids = row.list('vote');
  const points = row.list('points');
  if (points.length > 0 && points.length !== ids.length) {
    const expected = `points should be as many as the ${String(ids.length)} projects in vote`;
    throw new PabulibError(row.line, 'points-amiss', row.get('points'), expected);
  }
  const number = mayBeNegative ? /^-?\d+$/ : /^\d+$/;
  const lines = ids.map((id, index): [ProposalId, number] => {
    if (!known.has(id)) {
      throw new PabulibError(row.line, 'project-unknown', id, `the vote names "${id}", which is not a project`);
    }
    const given = points[index] ?? '1';
    if (!number.test(given)) {
      throw new PabulibError(row.line, 'number-unclear', given, `points should be whole numbers, found "${given}"`);
    }
    return [id, Number(given)];
  });
  return { voter: row.must('voter_id'), lines, more: voterColumns.map((column) => row.get(column)) };
}
