import type { Minor } from '../words/units.ts';
import { PabulibError } from './fault.ts';
import { META_ORDER, PROJECT_COLUMNS } from './order.ts';
import { decimalsOf, toMinor, type Election, type Vote } from './parse.ts';

/** Vote types whose ballots carry points, also where every point is 1. */
const POINTED = new Set(['cumulative', 'scoring']);

/**
 * Writes an election as the text of a `.pb` file, lines ended by LF: `parsePabulib` reads it back as the same election. What the
 * format cannot hold is mended (a line end in a text becomes a space, space around a text goes) or, in an id, refused with a
 * `PabulibError`. `num_projects`, `num_votes` and `budget` are set right. Source: pabulib.org/format; quoting as in RFC 4180.
 */
export function writePabulib(election: Election): string {
  const rows = [
    ['META'],
    ['key', 'value'],
    ...metaRows(election),
    ['PROJECTS'],
    ...projectRows(election),
    ['VOTES'],
    ...voteRows(election),
  ];
  return rows.map((cells) => `${cells.map(writeCell).join(';')}\n`).join('');
}

/** Whole units of the last of so many decimals as the format writes money: `12500`, `12500.50`. */
export function writeAmount(minor: Minor, decimals: number): string {
  const digits = String(minor).padStart(decimals + 1, '0');
  const [whole, fraction] = [digits.slice(0, -decimals), digits.slice(-decimals)];
  return /^0+$/.test(fraction) ? whole : `${whole}.${fraction}`;
}

function metaRows({ meta, decimals, potMinor, projects, votes }: Election): string[][] {
  const all = new Map(meta);
  all.set('num_projects', String(projects.length));
  all.set('num_votes', String(votes.length));
  // The file's own way to write the amount stays: 400000.0 is no mistake.
  const budget = meta.get('budget');
  if (budget === undefined || decimalsOf([budget]) > decimals || toMinor(budget, decimals, 0, 'budget') !== potMinor) {
    all.set('budget', writeAmount(potMinor, decimals));
  }
  return inOrder([...all.keys()], META_ORDER).map((key) => [key, all.get(key) ?? '']);
}

function projectRows({ decimals, projects }: Election): string[][] {
  const counted = (['votes', 'score'] as const).filter((column) =>
    projects.some((project) => project[column] !== null),
  );
  const named = projects.some(({ name }) => name !== '') ? ['name'] : [];
  const more = inOrder([...new Set(projects.flatMap((project) => [...project.more.keys()]))], PROJECT_COLUMNS);
  return [
    ['project_id', 'cost', ...counted, ...named, ...more],
    ...projects.map((project) => [
      idOf(project.id),
      writeAmount(project.costMinor, decimals),
      ...counted.map((column) => (project[column] === null ? '' : String(project[column]))),
      ...named.map(() => project.name),
      ...more.map((column) => project.more.get(column) ?? ''),
    ]),
  ];
}

function voteRows({ meta, votes, voterColumns }: Election): string[][] {
  const pointed = POINTED.has(meta.get('vote_type') ?? '') || votes.some(({ lines }) => lines.some(([, n]) => n !== 1));
  const row = ({ voter, lines, more }: Vote) => {
    const vote = [idOf(voter), lines.map(([project]) => idOf(project)).join(',')];
    return [...vote, ...(pointed ? [lines.map(([, points]) => String(points)).join(',')] : []), ...more];
  };
  return [['voter_id', 'vote', ...(pointed ? ['points'] : []), ...voterColumns], ...votes.map(row)];
}

/** An id as it is; one that a reader would take for something else is a mistake of whoever made it. */
function idOf(id: string): string {
  if (id.trim() !== id || /^(none)?$/i.test(id) || /[,;\r\n]/.test(id)) {
    throw new PabulibError(0, 'id-unwritable', id, `"${id}" cannot be an id in a Pabulib file`);
  }
  return id;
}

function writeCell(text: string): string {
  const cell = text.replace(/[\r\n]+/g, ' ').trim();
  return /[;"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

function inOrder(keys: readonly string[], order: readonly string[]): string[] {
  return [...order.filter((key) => keys.includes(key)), ...keys.filter((key) => !order.includes(key))];
}
