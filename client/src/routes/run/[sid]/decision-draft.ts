import { isEmptyText, keptText, typedText, type TwoTexts } from '#lib/set-up/two-texts.ts';
import type { Unseen } from '#lib/activities/step.ts';
import type { WrittenDecision } from '@cyfran/shared/session/session.ts';

/** One action as it is being typed. `key` names it as long as the form stands, and is never sent. */
export interface DraftAction {
  readonly key: number;
  what: TwoTexts;
  who: TwoTexts;
  until: string;
}

/** The decision as it is being typed: nothing in it has to be right yet. */
export interface DraftDecision {
  statement: TwoTexts;
  actions: DraftAction[];
  reason: TwoTexts;
}

/** What must be mended before it can be kept: `action` counts from 1. */
export type DecisionProblem =
  { readonly in: 'statement' | 'reason' } | { readonly in: 'action'; readonly action: number };

type WriteDecision = Extract<Unseen, { type: 'WriteDecision' }>;

/** The form over what was written last; empty where nobody has written yet. */
export function draftDecision(written: WrittenDecision | null): DraftDecision {
  return {
    statement: typedText(written?.statement),
    actions: (written?.actions ?? []).map(({ what, who, until }, index) => ({
      key: index + 1,
      what: typedText(what),
      who: typedText(who),
      until: until ?? '',
    })),
    reason: typedText(),
  };
}

/** What an earlier load of the page kept, if it is the form over what stands now; `null` if not. Only this device writes there. */
export function keptDraft(kept: unknown, written: WrittenDecision | null): DraftDecision | null {
  if (typeof kept !== 'object' || kept === null || !('draft' in kept) || !('over' in kept)) return null;
  return kept.over === (written?.edition ?? 0) ? (kept.draft as DraftDecision) : null;
}

/** One more action, under a key that no other has. */
export function newAction(others: readonly DraftAction[]): DraftAction {
  const key = Math.max(0, ...others.map((action) => action.key)) + 1;
  return { key, what: typedText(), who: typedText(), until: '' };
}

/** The decision as the meeting takes it, or all that is missing, in the order of the page. `again`: written before, so a reason is due. */
export function checkDecision(
  { statement, actions, reason }: DraftDecision,
  again: boolean,
): { readonly command: WriteDecision } | { readonly problems: readonly DecisionProblem[] } {
  const said = keptText(statement);
  const why = keptText(reason);
  const lines = actions
    .map(({ what, who, until }, index) => ({
      n: index + 1,
      what: keptText(what),
      who: keptText(who),
      until: until === '' ? null : until,
    }))
    .filter(({ what, who, until }) => !isEmptyText(what) || !isEmptyText(who) || until !== null);
  const problems: DecisionProblem[] = [
    ...(isEmptyText(said) ? [{ in: 'statement' } as const] : []),
    ...lines.filter(({ what }) => isEmptyText(what)).map(({ n }) => ({ in: 'action', action: n }) as const),
    ...(again && isEmptyText(why) ? [{ in: 'reason' } as const] : []),
  ];
  if (problems.length > 0) return { problems };
  return {
    command: {
      type: 'WriteDecision',
      statement: said,
      actions: lines.map(({ what, who, until }) => ({ what, who, until })),
      reason: again ? why : null,
    },
  };
}
