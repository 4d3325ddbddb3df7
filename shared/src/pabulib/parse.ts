import type { ProposalId } from '../words/ids.ts';
import type { Minor } from '../words/units.ts';
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

/** One voter's lines in the file's order: `[project, points]`; points are 1 where the vote type has none. */
export interface Vote {
  readonly voter: string;
  readonly lines: readonly (readonly [project: ProposalId, points: number])[];
}

/** What a `.pb` file holds, in its own order. */
export interface Election {
  readonly meta: ReadonlyMap<string, string>;
  readonly potMinor: Minor;
  readonly projects: readonly Project[];
  readonly votes: readonly Vote[];
}

/** Why a file is not a Pabulib election: each has a sentence for people in both languages. */
export type PabulibFault =
  | 'no-beginning'
  | 'section-twice'
  | 'section-missing'
  | 'no-budget'
  | 'cell-missing'
  | 'amount-unclear'
  | 'amount-too-large'
  | 'number-unclear'
  | 'points-amiss'
  | 'project-unknown'
  | 'id-unwritable';

/** A file that is not a Pabulib election, or cannot be one. `line` from 1, 0 when no line is to blame; `what` it is about. */
export class PabulibError extends Error {
  override readonly name = 'PabulibError';
  readonly line: number;
  readonly fault: PabulibFault;
  readonly what: string;
  constructor(line: number, fault: PabulibFault, what: string, expected: string) {
    super(line === 0 ? expected : `line ${String(line)}: ${expected}`);
    this.line = line;
    this.fault = fault;
    this.what = what;
  }
}

const SECTIONS = ['META', 'PROJECTS', 'VOTES'] as const;
type Section = (typeof SECTIONS)[number];

/** The columns of PROJECTS that have a field of their own. */
const OWN_COLUMNS = new Set(['project_id', 'cost', 'name', 'votes', 'score']);

/** Columns by the names that they had before: `target` until April 2026. */
const RENAMED: Readonly<Record<string, string>> = { target: 'beneficiaries' };

/**
 * Reads a Pabulib election: projects, money and cumulative, approval or choose-1 votes. Ids stay opaque texts, money becomes whole
 * minor units without passing through a float. Throws `PabulibError`. Source: pabulib.org/format.
 */
export function parsePabulib(text: string): Election {
  const sections = splitSections(readRows(text));
  const meta = new Map(sections.META.rows.map(({ cells }) => [cells[0] ?? '', cells[1] ?? '']));
  const projects = sections.PROJECTS.rows.map((row) => toProject(new Reader(row, sections.PROJECTS.header)));
  const known = new Set(projects.map(({ id }) => id));
  const votes = sections.VOTES.rows.map((row) => toVote(new Reader(row, sections.VOTES.header), known));
  const budget = meta.get('budget');
  if (budget === undefined) throw new PabulibError(0, 'no-budget', 'budget', 'META has no budget');
  return { meta, potMinor: toMinor(budget, 0, 'budget'), projects, votes };
}

/** A decimal amount as whole minor units (two decimals), exactly. */
export function toMinor(amount: string, line: number, what: string): Minor {
  const match = /^(\d+)(?:\.(\d{1,2})0*)?$/.exec(amount);
  if (match === null) {
    const expected = `${what} should be an amount such as 12500 or 12500.50, found "${amount}"`;
    throw new PabulibError(line, 'amount-unclear', amount, expected);
  }
  const minor = Number(`${match[1] ?? ''}${(match[2] ?? '').padEnd(2, '0')}`);
  if (!Number.isSafeInteger(minor)) throw new PabulibError(line, 'amount-too-large', amount, `${what} is too large`);
  return minor;
}

function splitSections(rows: readonly Row[]): Record<Section, { header: readonly string[]; rows: Row[] }> {
  const found = new Map<Section, { header: readonly string[]; rows: Row[] }>();
  let current: { header: readonly string[]; rows: Row[] } | null = null;
  for (const row of rows) {
    const marker = row.cells.length === 1 ? SECTIONS.find((name) => name === row.cells[0]?.toUpperCase()) : undefined;
    if (marker !== undefined) {
      if (found.has(marker)) {
        throw new PabulibError(row.line, 'section-twice', marker, `the section ${marker} stands twice`);
      }
      current = { header: [], rows: [] };
      found.set(marker, current);
    } else if (current === null) {
      throw new PabulibError(row.line, 'no-beginning', 'META', 'the file should begin with META');
    } else if (current.header.length === 0) current.header = row.cells;
    else current.rows.push(row);
  }
  const section = (name: Section) => {
    const one = found.get(name);
    if (one === undefined) throw new PabulibError(0, 'section-missing', name, `the section ${name} is missing`);
    return one;
  };
  return { META: section('META'), PROJECTS: section('PROJECTS'), VOTES: section('VOTES') };
}

/** One row, read by its columns' names. */
class Reader {
  readonly line: number;
  readonly #cells: ReadonlyMap<string, string>;

  constructor({ line, cells }: Row, header: readonly string[]) {
    this.line = line;
    this.#cells = new Map(header.map((column, index) => [column, cells[index] ?? '']));
  }

  get(column: string): string {
    const cell = this.#cells.get(column) ?? '';
    return cell.toLowerCase() === 'none' ? '' : cell;
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
    const columns = [...this.#cells.keys()].filter((column) => !known.has(column) && this.get(column) !== '');
    return new Map(columns.map((column) => [RENAMED[column] ?? column, this.get(column)]));
  }
}

function toProject(row: Reader): Project {
  const id = row.must('project_id');
  return {
    id,
    costMinor: toMinor(row.must('cost'), row.line, 'cost'),
    name: row.get('name'),
    votes: row.count('votes'),
    score: row.count('score'),
    more: row.others(OWN_COLUMNS),
  };
}

function toVote(row: Reader, known: ReadonlySet<ProposalId>): Vote {
  const ids = row.list('vote');
  const points = row.list('points');
  if (points.length > 0 && points.length !== ids.length) {
    const expected = `points should be as many as the ${String(ids.length)} projects in vote`;
    throw new PabulibError(row.line, 'points-amiss', row.get('points'), expected);
  }
  const lines = ids.map((id, index): [ProposalId, number] => {
    if (!known.has(id)) {
      throw new PabulibError(row.line, 'project-unknown', id, `the vote names "${id}", which is not a project`);
    }
    const given = points[index] ?? '1';
    if (!/^\d+$/.test(given)) {
      throw new PabulibError(row.line, 'number-unclear', given, `points should be whole numbers, found "${given}"`);
    }
    return [id, Number(given)];
  });
  return { voter: row.must('voter_id'), lines };
}
