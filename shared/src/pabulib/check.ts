import type { ProposalId } from '../words/ids.ts';
import { WITHDRAWN_MINOR } from '../rules/ranked.ts';
import { CannotCount, countOfficially } from './counting.ts';
import { PabulibError } from './fault.ts';
import { parsePabulib, type Election, type Project, type Vote } from './parse.ts';
import { blankLines, readRows } from './rows.ts';
import { META_ORDER, PROJECT_COLUMNS, VOTE_COLUMNS } from './order.ts';
import { writeAmount } from './write.ts';

/** What is wrong in a file (`error`), or only unusual (`warning`), in a sentence. */
export interface Finding {
  readonly level: 'error' | 'warning';
  readonly says: string;
}

const OBLIGATORY =
  'description country unit instance num_projects num_votes budget vote_type rule date_begin date_end'.split(' ');
const VOTE_TYPES = ['approval', 'choose-1', 'cumulative', 'ordinal', 'scoring'];
const SELECTED = ['0', '1', '2', '3'];
const SEXES = ['M', 'F', 'O'];
const METHODS = ['internet', 'paper'];
/** So many ballots with the same fault are told one by one. */
const TOLD = 5;

/**
 * Judges a `.pb` file by what the format asks: what stands in it, whether its sums are those of its votes, and whether its own rule leads to what
 * it says was selected. Empty: nothing to say. Source: COUNTING 1.5.
 */
export function checkPabulib(text: string): Finding[] {
  let election: Election;
  try {
    election = parsePabulib(text);
  } catch (error) {
    if (error instanceof PabulibError) return [{ level: 'error', says: error.message }];
    throw error;
  }
  const headers = headersOf(text);
  return [
    ...blankLines(text).map((line) => wrong(`line ${String(line)} is empty`)),
    ...checkMeta(election),
    ...checkOrder('META', [...election.meta.keys()], META_ORDER),
    ...checkOrder('PROJECTS', headers.projects, PROJECT_COLUMNS),
    ...checkOrder('VOTES', headers.votes, VOTE_COLUMNS),
    ...checkMoney(election),
    ...checkIds(election),
    ...checkSelected(election),
    ...checkSums(election),
    ...checkVotes(election),
    ...checkVoters(election),
  ];
}

const wrong = (says: string): Finding => ({ level: 'error', says });
const unusual = (says: string): Finding => ({ level: 'warning', says });

function headersOf(text: string): { readonly projects: readonly string[]; readonly votes: readonly string[] } {
  const rows = readRows(text);
  const after = (marker: string) =>
    rows[rows.findIndex(({ cells }) => cells.length === 1 && cells[0]?.toUpperCase() === marker) + 1]?.cells ?? [];
  return { projects: after('PROJECTS'), votes: after('VOTES') };
}

function checkOrder(section: string, found: readonly string[], order: readonly string[]): Finding[] {
  const known = found.filter((name) => order.includes(name));
  const sorted = known.toSorted((a, b) => order.indexOf(a) - order.indexOf(b));
  const foreign = found.filter((name) => !order.includes(name));
  return [
    ...(foreign.length > 0 ? [unusual(`${section} has fields of its own: ${foreign.join(', ')}`)] : []),
    ...(known.some((name, index) => name !== sorted[index])
      ? [unusual(`the order of ${section} should be ${sorted.join(', ')}`)]
      : []),
  ];
}

function checkMeta({ meta, projects, votes }: Election): Finding[] {
  const missing = OBLIGATORY.filter((key) => (meta.get(key) ?? '') === '');
  const says: string[] = missing.map((key) => `META has no ${key}`);
  const check = (key: string, isRight: (value: string) => boolean, expected: string) => {
    const value = meta.get(key) ?? '';
    if (value !== '' && !isRight(value)) says.push(`${key} should be ${expected}, found "${value}"`);
  };
  check(
    'num_projects',
    (value) => Number(value) === projects.length,
    `${String(projects.length)}, the number of projects`,
  );
  check('num_votes', (value) => Number(value) === votes.length, `${String(votes.length)}, the number of votes`);
  check('vote_type', (value) => VOTE_TYPES.includes(value), `one of ${VOTE_TYPES.join(', ')}`);
  for (const key of ['date_begin', 'date_end']) {
    check(key, (value) => dateOf(value) !== null, 'a year or a day such as 31.12.2026');
  }
  const [begin, end] = [dateOf(meta.get('date_begin') ?? ''), dateOf(meta.get('date_end') ?? '')];
  if (begin !== null && end !== null && end < begin) says.push('date_end is before date_begin');
  check('language', isLanguage, 'two letters of ISO 639-1');
  check('currency', (value) => Intl.supportedValuesOf('currency').includes(value), 'three letters of ISO 4217');
  for (const key of ['fully_funded', 'experimental']) check(key, (value) => value === '1', '1 or left out');
  check('comment', (value) => value.startsWith('#1: '), '"#1: text #2: text"');
  for (const key of ['min_length', 'max_length', 'min_points', 'max_points', 'min_sum_points', 'max_sum_points']) {
    check(key, (value) => /^-?\d+$/.test(value), 'a whole number');
  }
  if (meta.get('vote_type') === 'cumulative' && !meta.has('max_sum_points')) says.push('META has no max_sum_points');
  return says.map(wrong);
}

/** As a text that can be compared; `null` where it is no date. */
function dateOf(text: string): string | null {
  if (/^\d{4}$/.test(text)) return `${text}-01-01`;
  const match = /^(\d{2})\.(\d{2})\.(\d{4})$/.exec(text);
  return match === null ? null : `${match[3] ?? ''}-${match[2] ?? ''}-${match[1] ?? ''}`;
}

function isLanguage(code: string): boolean {
  return (
    /^[a-z]{2}$/.test(code) &&
    new Intl.DisplayNames('en', { type: 'language', fallback: 'none' }).of(code) !== undefined
  );
}

function checkMoney({ meta, decimals, projects, potMinor }: Election): Finding[] {
  const withdrawn = WITHDRAWN_MINOR * 10 ** (decimals - 2);
  const findings: Finding[] = [];
  for (const { id, costMinor } of projects) {
    if (costMinor === 0) findings.push(wrong(`project ${id} costs nothing`));
    else if (costMinor === withdrawn) findings.push(unusual(`project ${id} was withdrawn`));
    else if (costMinor > potMinor) findings.push(wrong(`project ${id} costs more than the budget`));
  }
  const all = projects.reduce((sum, { costMinor }) => sum + costMinor, 0);
  const isFlagged = meta.get('fully_funded') === '1';
  if (isFlagged && all > potMinor) findings.push(wrong('fully_funded is 1, but there is not money for everything'));
  if (!isFlagged && all < potMinor) findings.push(wrong('there is money for everything, but fully_funded is not 1'));
  return findings;
}

function checkIds({ projects }: Election): Finding[] {
  const ids = projects.map(({ id }) => id);
  const twice = new Set(ids.filter((id, place) => ids.indexOf(id) !== place));
  return [...twice].map((id) => wrong(`project_id ${id} stands twice`));
}

function checkSelected(election: Election): Finding[] {
  const { meta, decimals, projects, potMinor } = election;
  const money = (minor: number) => writeAmount(minor, decimals);
  const stated = projects.map((project) => project.more.get('selected'));
  if (stated.every((value) => value === undefined)) return [unusual('nothing says which projects were selected')];
  const findings = projects.flatMap(({ id, more }) => {
    const value = more.get('selected') ?? '0';
    return SELECTED.includes(value)
      ? []
      : [wrong(`selected of project ${id} should be 0, 1, 2 or 3, found "${value}"`)];
  });
  const selected = projects.filter((_, place) => stated[place] === '1');
  const spent = selected.reduce((sum, { costMinor }) => sum + costMinor, 0);
  if (spent > potMinor) {
    findings.push(wrong(`what was selected costs ${money(spent)}, more than the budget of ${money(potMinor)}`));
  }
  if (meta.get('fully_funded') === '1') return findings;
  if (meta.get('rule') === 'greedy') {
    const unused = projects.filter(({ costMinor }, place) => stated[place] === '0' && costMinor < potMinor - spent);
    findings.push(...unused.map(({ id }) => wrong(`there is money left for project ${id}, which was not selected`)));
  }
  return [...findings, ...checkRule(election, new Set(selected.map(({ id }) => id)))];
}

function checkRule(election: Election, selected: ReadonlySet<ProposalId>): Finding[] {
  try {
    const funded = new Set(countOfficially(election).funded);
    const missing = [...funded].filter((id) => !selected.has(id));
    const more = [...selected].filter((id) => !funded.has(id));
    if (missing.length + more.length === 0) return [];
    const rule = election.meta.get('rule') ?? '';
    return [
      wrong(
        `the rule ${rule} was not followed: it also selects ${listed(missing)}, and does not select ${listed(more)}`,
      ),
    ];
  } catch (error) {
    // A rule of the city's own cannot be repeated.
    if (error instanceof CannotCount) return [];
    throw error;
  }
}

const listed = (ids: readonly ProposalId[]) => (ids.length === 0 ? 'nothing' : ids.join(', '));

/** The columns of PROJECTS beside what the votes add up to; a project named twice in a ballot counts twice there. */
function checkSums({ meta, projects, votes }: Election): Finding[] {
  const sums = new Map(projects.map(({ id }) => [id, { votes: 0, score: 0 }]));
  const isOrdinal = meta.get('vote_type') === 'ordinal';
  for (const { lines } of votes) {
    lines.forEach(([id, points], index) => {
      const sum = sums.get(id);
      if (sum === undefined) return;
      sum.votes += 1;
      sum.score += isOrdinal ? lines.length - index : points;
    });
  }
  const columns = (['votes', 'score'] as const).filter((column) =>
    projects.some((project) => project[column] !== null),
  );
  if (columns.length === 0) return [wrong('PROJECTS should have a column votes or score')];
  const differing = (column: 'votes' | 'score') => (project: Project) => {
    const [said, counted] = [project[column] ?? 0, sums.get(project.id)?.[column] ?? 0];
    return said === counted
      ? []
      : [wrong(`${column} of project ${project.id} is ${String(said)}, but the votes add up to ${String(counted)}`)];
  };
  const unvoted = projects.filter(({ id }) => sums.get(id)?.votes === 0);
  return [
    ...columns.flatMap((column) => projects.flatMap(differing(column))),
    ...unvoted.map(({ id }) => wrong(`project ${id} has no votes`)),
  ];
}

function checkVotes({ meta, votes }: Election): Finding[] {
  const type = meta.get('vote_type') ?? '';
  const limit = (key: string, otherwise: number) => Number(meta.get(key) ?? String(otherwise));
  const [least, most] = [limit('min_length', 1), limit('max_length', Infinity)];
  const [leastSum, mostSum] = [limit('min_sum_points', -Infinity), limit('max_sum_points', Infinity)];
  const isPointed = type === 'cumulative' || type === 'scoring';
  const length = ({ lines }: Vote) => lines.length;
  const sum = ({ lines }: Vote) => lines.reduce((all, [, points]) => all + points, 0);
  return [
    ...told(
      votes,
      (vote) => length(vote) !== new Set(vote.lines.map(([id]) => id)).size,
      'names a project twice',
      wrong,
    ),
    ...told(votes, (vote) => length(vote) > most, `names more than ${String(most)} projects`, wrong),
    ...told(votes, (vote) => length(vote) < least, `names fewer than ${String(least)} projects`, wrong),
    ...(type === 'choose-1' ? told(votes, (vote) => length(vote) !== 1, 'should name one project', wrong) : []),
    ...(isPointed
      ? [
          ...told(
            votes,
            (vote) => sum(vote) < leastSum || sum(vote) > mostSum,
            'has points outside the limits',
            unusual,
          ),
          ...told(votes, (vote) => !isFalling(vote), 'should name the project with most points first', unusual),
        ]
      : []),
  ];
}

function isFalling({ lines }: Vote): boolean {
  return lines.every(([, points], index) => index === 0 || points <= (lines[index - 1]?.[1] ?? Infinity));
}

function told(
  votes: readonly Vote[],
  isAmiss: (vote: Vote) => boolean,
  says: string,
  as: (says: string) => Finding,
): Finding[] {
  const amiss = votes.filter(isAmiss);
  const more = amiss.length - TOLD;
  return [
    ...amiss.slice(0, TOLD).map(({ voter }) => as(`the ballot of voter ${voter} ${says}`)),
    ...(more > 0 ? [as(`and so do ${String(more)} more ballots: ${says}`)] : []),
  ];
}

function checkVoters({ votes, voterColumns }: Election): Finding[] {
  const seen = new Set<string>();
  const findings: Finding[] = [];
  for (const { voter } of votes) {
    if (seen.has(voter)) findings.push(wrong(`voter_id ${voter} stands twice`));
    seen.add(voter);
  }
  const check = (column: string, isRight: (value: string) => boolean, expected: string) => {
    const place = voterColumns.indexOf(column);
    if (place < 0) return;
    const says = `should have ${column} ${expected}`;
    findings.push(...told(votes, ({ more }) => (more[place] ?? '') !== '' && !isRight(more[place] ?? ''), says, wrong));
  };
  check('sex', (value) => SEXES.includes(value), SEXES.join(', '));
  check('age', isAge, 'as a number or as 40-59');
  check('voting_method', (value) => METHODS.includes(value), METHODS.join(' or '));
  return findings;
}

function isAge(value: string): boolean {
  const match = /^(\d+)(?:-(\d+))?$/.exec(value);
  return match !== null && (match[2] === undefined || Number(match[1]) <= Number(match[2]));
}
