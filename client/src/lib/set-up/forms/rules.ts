import type { AllocationPlan, Reveal, Sending } from '@cyfran/shared/activities/allocation/plan.ts';
import type { CountRule } from '@cyfran/shared/rules/count-rule.ts';
import type { SetUp } from '@cyfran/shared/session/set-up.ts';
import type { DecisionRule, Voice } from '@cyfran/shared/words/groups.ts';
import type { Form } from '../form.ts';
import { kindOfPlan, type PartKind } from '@cyfran/shared/telling/part-kind.ts';
import type { Problem } from '../problem.ts';
import { keptText, tellText, textProblems, typedText, type TwoTexts } from '../two-texts.ts';

/** How many tokens each person has: one number for all rounds, practice too, so that people learn it once. */
export interface TokensDraft {
  tokens: string;
  cap: string;
}

export const tokensForm: Form<TokensDraft> = {
  name: 'rules.tokens',
  fields: ['agenda'],
  read: (setUp) => {
    const { tokens, cap } = planOf(setUp, 'deciding') ?? planOf(setUp, 'first') ?? planOf(setUp, 'practice') ?? USUAL;
    return { tokens: String(tokens), cap: String(cap) };
  },
  problems: ({ tokens, cap }) => tokenProblems(tokens, cap),
  write: (setUp, { tokens, cap }) =>
    withPlans(setUp, () => true, { tokens: Number(tokens.trim()), cap: Number(cap.trim()) }),
  tell: ({ tokens, cap }, { rules: words }) => [
    { field: 'tokens', label: words.tokens, lines: [tokens] },
    { field: 'cap', label: words.cap, lines: [cap] },
  ],
};

/** When the totals of a kind of round are seen, and how choices leave the phone. */
export interface RoundDraft {
  reveal: Reveal;
  sending: Sending;
}

/** The page of the first rounds, or of the deciding ones. */
export function roundForm(kind: 'first' | 'deciding'): Form<RoundDraft> {
  return {
    name: `rules.${kind}`,
    fields: ['agenda'],
    read: (setUp) => {
      const { reveal, sending } = planOf(setUp, kind) ?? { reveal: 'on-show', sending: 'checked' };
      return { reveal, sending };
    },
    problems: () => [],
    write: (setUp, { reveal, sending }) => withPlans(setUp, (plan) => isOf(plan, kind), { reveal, sending }),
    tell: ({ reveal, sending }, { rules: words }) => [
      { field: 'reveal', label: words.revealLegend, lines: [words.reveals[reveal].label] },
      { field: 'sending', label: words.sendingLegend, lines: [words.sendings[sending].label] },
    ],
  };
}

/** The rule that turns tokens and money into an outcome, at the deciding rounds. */
export interface CountDraft {
  count: CountRule;
}

export const countForm: Form<CountDraft> = {
  name: 'rules.count',
  fields: ['agenda'],
  read: (setUp) => ({ count: planOf(setUp, 'deciding')?.count ?? 'greedy' }),
  problems: () => [],
  write: (setUp, { count }) => withPlans(setUp, (plan) => isOf(plan, 'deciding'), { count }),
  tell: ({ count }, { rules: words }) => [
    { field: 'count', label: words.countLegend, lines: [words.counts[count].label] },
  ],
};

/** Whether groups are asked about at the deciding rounds, to what end, and what they are called. */
export interface VoiceDraft {
  voice: Voice;
  decision: DecisionRule;
  citizens: TwoTexts;
  professionals: TwoTexts;
}

export const voiceForm: Form<VoiceDraft> = {
  name: 'rules.voice',
  fields: ['agenda'],
  read: (setUp) => {
    const { voice, decision } = planOf(setUp, 'deciding') ?? USUAL;
    const { citizens, professionals } = setUp.groupNames;
    return { voice, decision, citizens: typedText(citizens), professionals: typedText(professionals) };
  },
  problems: ({ citizens, professionals }) => [
    ...textProblems('citizens', citizens, 60, (words) => words.rules.citizensLegend),
    ...textProblems('professionals', professionals, 60, (words) => words.rules.professionalsLegend),
  ],
  write: (setUp, { voice, decision, citizens, professionals }) => ({
    ...withPlans(setUp, (plan) => isOf(plan, 'deciding'), { voice, decision }),
    groupNames: { citizens: keptText(citizens), professionals: keptText(professionals) },
  }),
  tell: ({ voice, decision, citizens, professionals }, { rules: words }) => [
    { field: 'voice', label: words.voiceLegend, lines: [words.voices[voice].label] },
    { field: 'decision', label: words.decisionLegend, lines: [words.decisions[decision].label] },
    { field: 'citizens', label: words.citizensLegend, lines: tellText(citizens) },
    { field: 'professionals', label: words.professionalsLegend, lines: tellText(professionals) },
  ],
};

const USUAL = { tokens: 10, cap: 4, voice: 'one-person-one-ballot', decision: 'overall' } as const;

/** The rules of the first round of this kind in the run of show; `null` where there is none. */
export function planOf({ agenda }: SetUp, kind: PartKind): AllocationPlan | null {
  for (const { plan } of agenda) if (plan.kind === 'allocation' && kindOfPlan(plan) === kind) return plan;
  return null;
}

/** A round that shares what is left follows the rules of the deciding round. */
function isOf(plan: AllocationPlan, kind: 'first' | 'deciding'): boolean {
  const found = kindOfPlan(plan);
  return found === kind || (found === 'left' && kind === 'deciding');
}

function withPlans(setUp: SetUp, isMeant: (plan: AllocationPlan) => boolean, changes: Partial<AllocationPlan>): SetUp {
  return {
    ...setUp,
    agenda: setUp.agenda.map((item) =>
      item.plan.kind === 'allocation' && isMeant(item.plan) ? { ...item, plan: { ...item.plan, ...changes } } : item,
    ),
  };
}

/** A whole number of tokens from 1 to `most`, as somebody typed it; `null` for anything else. */
export function tokensTyped(typed: string, most = 100): number | null {
  const digits = typed.trim();
  const number = Number(digits);
  return /^\d{1,3}$/.test(digits) && number >= 1 && number <= most ? number : null;
}

function tokenProblems(tokens: string, cap: string): Problem[] {
  const all = tokensTyped(tokens);
  if (all === null) return [{ field: 'tokens', say: ({ errors }) => errors.tokens }];
  return tokensTyped(cap, all) === null ? [{ field: 'cap', say: ({ errors }) => errors.cap(all) }] : [];
}
