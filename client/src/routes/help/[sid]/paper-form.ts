import type { Allocation } from '@cyfran/shared/ballots/ballot.ts';
import type { HelperWords } from '@cyfran/shared/i18n/helper.en.ts';
import type { Group } from '@cyfran/shared/words/groups.ts';

/** A paper as it is being keyed: nothing in it has to be right yet. */
export interface PaperForm {
  serial: string;
  card: string;
  group: Group | '';
  /** Digits by the id of the proposal. */
  digits: Record<string, string>;
}

/** What the round allows, and what its paper asks. */
export interface PaperRules {
  readonly tokens: number;
  readonly cap: number;
  readonly asksGroup: boolean;
  readonly proposals: readonly { readonly proposal: string; readonly name: string }[];
}

/** A paper that can be saved. */
export interface KeyedPaper {
  readonly serial: number;
  readonly card: string | null;
  readonly group: Group | null;
  readonly alloc: Allocation;
}

export interface PaperProblem {
  readonly field: string;
  readonly say: (words: HelperWords['errors']) => string;
}

export const emptyPaper = (): PaperForm => ({ serial: '', card: '', group: '', digits: {} });

/** The paper's number as it is printed: four digits at least. */
export function printedSerial(serial: number): string {
  return String(serial).padStart(4, '0');
}

/** The number of a paper as it was typed; `null` for what is none. */
export function readSerial(typed: string): number | null {
  const bare = typed.trim();
  if (!/^\d{1,5}$/.test(bare) || Number(bare) === 0) return null;
  return Number(bare);
}

/** How many tokens the paper gives so far; what is no number gives none. */
export function totalOf({ digits }: PaperForm): number {
  return Object.values(digits).reduce((sum, typed) => sum + (/^\d{1,3}$/.test(typed.trim()) ? Number(typed) : 0), 0);
}

/** The paper as the server takes it, or all that is wrong with it, in the order of the form. */
export function checkPaper(
  form: PaperForm,
  { tokens, cap, asksGroup, proposals }: PaperRules,
): { readonly paper: KeyedPaper } | { readonly problems: readonly PaperProblem[] } {
  const problems: PaperProblem[] = [];
  const serial = readSerial(form.serial);
  if (serial === null) problems.push({ field: 'serial', say: (words) => words.serial });
  const card = form.card.replace(/[\s-]/g, '').toUpperCase();
  if (card !== '' && !/^[A-Z0-9]{8}$/.test(card)) problems.push({ field: 'card', say: (words) => words.card });
  if (asksGroup && form.group === '') problems.push({ field: 'group', say: (words) => words.group });
  const alloc: Allocation = [];
  for (const { proposal, name } of proposals) {
    const typed = (form.digits[proposal] ?? '').trim();
    const field = `digits-${proposal}`;
    if (typed === '') continue;
    if (!/^\d{1,3}$/.test(typed)) problems.push({ field, say: (words) => words.digits(name) });
    else if (Number(typed) > cap) problems.push({ field, say: (words) => words.cap(name, cap) });
    else if (Number(typed) > 0) alloc.push([proposal, Number(typed)]);
  }
  const given = totalOf(form);
  if (given > tokens) {
    const first = proposals.find(({ proposal }) => (form.digits[proposal] ?? '') !== '')?.proposal ?? '';
    problems.push({ field: `digits-${first}`, say: (words) => words.total(given, tokens) });
  }
  if (problems.length > 0 || serial === null) return { problems };
  alloc.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const group = asksGroup && form.group !== '' ? form.group : null;
  return { paper: { serial, card: card === '' ? null : card, group, alloc } };
}
