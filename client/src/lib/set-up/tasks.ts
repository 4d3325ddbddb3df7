import type { Blocker, Readiness, Warning } from '@cyfran/shared/session/readiness.ts';

/** The tasks of setting up a meeting, in the order of the page. Each is a page of its own. */
export const TASK_GROUPS = [
  { group: 'about', tasks: ['basics', 'voters', 'together'] },
  { group: 'decision', tasks: ['money', 'proposals', 'rules', 'record'] },
  { group: 'meeting', tasks: ['show', 'languages', 'links', 'rehearse'] },
] as const;
export type Task = (typeof TASK_GROUPS)[number]['tasks'][number];

/** `plain`: right as it came, until somebody changes it. `open`: for when it is needed. `later`: not while something blocks. */
export type TaskState = 'done' | 'plain' | 'todo' | 'look' | 'open' | 'later';

export interface TaskStanding {
  readonly state: TaskState;
  readonly blockers: readonly Blocker[];
  readonly warnings: readonly Warning[];
}

/** Where each blocker is mended. */
export const BLOCKER_TASK: Readonly<Record<Blocker, Task>> = {
  title: 'basics',
  voters: 'voters',
  'groups-need-admission': 'voters',
  money: 'money',
  proposals: 'proposals',
  'proposal-names': 'proposals',
  'proposal-costs': 'proposals',
  'cap-above-tokens': 'rules',
  'agenda-empty': 'show',
  'left-of-nothing': 'show',
};

const WARNING_TASK: Readonly<Record<Warning, Task>> = {
  purpose: 'basics',
  promise: 'basics',
  'open-admission': 'voters',
  together: 'together',
  contact: 'together',
  controller: 'record',
  'live-tells': 'rules',
  'cost-above-pot': 'proposals',
  'all-affordable': 'proposals',
  'one-proposal': 'proposals',
  'many-proposals': 'proposals',
  'long-names': 'proposals',
  'no-practice': 'show',
  'no-deciding-round': 'show',
  'over-time': 'show',
  'one-language': 'languages',
};

/** What can be left as the template made it. */
const PLAIN: ReadonlySet<Task> = new Set(['rules', 'show']);

/** How far one task is. */
export function standingOf(task: Task, readiness: Readiness): TaskStanding {
  const blockers = readiness.blockers.filter((blocker) => BLOCKER_TASK[blocker] === task);
  const warnings = readiness.warnings.filter((warning) => WARNING_TASK[warning] === task);
  return { state: stateOf(task, readiness, blockers.length, warnings.length), blockers, warnings };
}

function stateOf(task: Task, readiness: Readiness, blockers: number, warnings: number): TaskState {
  if (task === 'links') return 'open';
  if (task === 'rehearse') return readiness.blockers.length > 0 ? 'later' : 'plain';
  if (blockers > 0) return 'todo';
  if (warnings > 0) return 'look';
  return PLAIN.has(task) ? 'plain' : 'done';
}
