import type { Minor } from '../words/units.ts';
import { PabulibError, toMinor, type Election, type Vote } from './parse.ts';

/** The order in which the format's own checker wants the keys of META; others follow in the order that they come in. */
const META_ORDER =
  'description country unit district subunit instance num_projects num_votes budget vote_type rule date_begin date_end min_length max_length min_sum_cost max_sum_cost min_points max_points min_sum_points max_sum_points default_score min_project_cost max_project_cost min_project_score_threshold neighborhoods subdistricts categories edition language currency fully_funded experimental comment acknowledgments leftover_budget budget_per_category budget_per_neighborhood min_length_per_category max_length_per_category min_sum_cost_per_category max_sum_cost_per_category'.split(
    ' ',
  );

/** The same for the columns of PROJECTS after `name`. */
const PROJECT_ORDER =
  'category beneficiaries selected neighborhood subunit district description proposer public_id latitude longitude'.split(
    ' ',
  );

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

/** Whole minor units (two decimals) as the format writes money: `12500`, `12500.50`. */
export function writeAmount(minor: Minor): string {
  const digits = String(minor).padStart(3, '0');
  const [whole, fraction] = [digits.slice(0, -2), digits.slice(-2)];
  return fraction === '00' ? whole : `${whole}.${fraction}`;
}

function metaRows({ meta, potMinor, projects, votes }: Election): string[][] {
  const all = new Map(meta);
  all.set('num_projects', String(projects.length));
  all.set('num_votes', String(votes.length));
  // The file's own way to write the amount stays: 400000.0 is no mistake.
  const budget = meta.get('budget');
  if (budget === undefined || toMinor(budget, 0, 'budget') !== potMinor) all.set('budget', writeAmount(potMinor));
  return inOrder([...all.keys()], META_ORDER).map((key) => [key, all.get(key) ?? '']);
}

function projectRows({ projects }: Election): string[][] {
  const counted = (['votes', 'score'] as const).filter((column) =>
    projects.some((project) => project[column] !== null),
  );
  const named = projects.some(({ name }) => name !== '') ? ['name'] : [];
  const more = inOrder([...new Set(projects.flatMap((project) => [...project.more.keys()]))], PROJECT_ORDER);
  return [
    ['project_id', 'cost', ...counted, ...named, ...more],
    ...projects.map((project) => [
      idOf(project.id),
      writeAmount(project.costMinor),
      ...counted.map((column) => (project[column] === null ? '' : String(project[column]))),
      ...named.map(() => project.name),
      ...more.map((column) => project.more.get(column) ?? ''),
    ]),
  ];
}

function voteRows({ meta, votes }: Election): string[][] {
  const pointed = POINTED.has(meta.get('vote_type') ?? '') || votes.some(({ lines }) => lines.some(([, n]) => n !== 1));
  const row = ({ voter, lines }: Vote) => {
    const vote = [idOf(voter), lines.map(([project]) => idOf(project)).join(',')];
    return pointed ? [...vote, lines.map(([, points]) => String(points)).join(',')] : vote;
  };
  return [['voter_id', 'vote', ...(pointed ? ['points'] : [])], ...votes.map(row)];
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
