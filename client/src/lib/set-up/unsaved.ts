import type { Desk } from './desk.svelte.ts';
import { keptUnder } from './form.ts';
import type { Task } from './tasks.ts';

/** The forms of each task, by name; the pages of single proposals are found by the proposals' ids. */
const FORMS: Readonly<Record<Task, readonly string[]>> = {
  basics: ['basics'],
  voters: ['voters'],
  together: ['together'],
  money: ['money'],
  proposals: ['proposal'],
  record: ['record'],
  rules: ['rules.tokens', 'rules.first', 'rules.deciding', 'rules.voice', 'rules.count'],
  show: ['show'],
  languages: ['one-language'],
  links: [],
  rehearse: [],
};

/** Whether this device keeps something that was typed in a task and never saved. */
export function hasUnsaved({ sid, keep, meeting }: Pick<Desk, 'sid' | 'keep' | 'meeting'>, task: Task): boolean {
  const single = task === 'proposals' ? meeting.setUp.proposals.map(({ proposal }) => `proposal.${proposal}`) : [];
  return [...FORMS[task], ...single].some((name) => keep.read(keptUnder(sid, name)) !== null);
}
