import type { Tokens } from '../words/units.ts';
import type { AllocationPlan, Reveal } from './allocation/plan.ts';
import type { ActivityPlan } from './registry.ts';

/** The allocation that most meetings want: ten tokens, at most four on one proposal, looked at once more, shown at the end. */
const DECIDING: AllocationPlan = {
  kind: 'allocation',
  practice: false,
  deciding: true,
  reveal: 'on-show',
  sending: 'checked',
  tokens: 10,
  cap: 4,
  voice: 'one-person-one-ballot',
  decision: 'overall',
  minutes: 15,
  leftOf: null,
};

/** A deciding round, with what a meeting says otherwise. */
export function decidingRound(changes: Partial<AllocationPlan> = {}): AllocationPlan {
  return { ...DECIDING, ...changes };
}

/** A round that shows where people stand: live, and each change sends itself, so that the tally really moves. Nothing is decided. */
export function firstRound(changes: Partial<AllocationPlan> = {}): AllocationPlan {
  return { ...DECIDING, deciding: false, reveal: 'live', sending: 'each-change', minutes: 10, ...changes };
}

/** Practice: fully live, and counting for nothing. */
export function practiceRound(changes: Partial<AllocationPlan> = {}): AllocationPlan {
  return { ...DECIDING, practice: true, deciding: false, reveal: 'live', minutes: 5, ...changes };
}

/** The simplest evening: practice, then one deciding round. */
export function simplestEvening(reveal: Reveal, tokens: Tokens, cap: Tokens): ActivityPlan[] {
  return [practiceRound({ tokens, cap }), decidingRound({ reveal, tokens, cap })];
}

export const TEMPLATES = ['decision-day', 'deliberate', 'hybrid', 'quick-poll'] as const;
export type Template = (typeof TEMPLATES)[number];

/** The run of show of a template; the words of each part are the catalogue's, until the host writes others. */
export function templatePlans(template: Template): ActivityPlan[] {
  const talk = (minutes: number): ActivityPlan => ({ kind: 'talk', minutes });
  const how = (minutes: number): ActivityPlan => ({ kind: 'how', minutes });
  const pause = (minutes: number): ActivityPlan => ({ kind: 'break', minutes });
  switch (template) {
    case 'decision-day':
      return [practiceRound(), how(10), talk(30), firstRound(), pause(15), talk(25), decidingRound({ minutes: 20 })];
    case 'deliberate':
      return [practiceRound(), how(5), talk(25), firstRound(), talk(25), decidingRound()];
    case 'hybrid':
      return [
        practiceRound({ minutes: 10 }),
        how(10),
        talk(20),
        firstRound(),
        pause(10),
        decidingRound({ minutes: 20 }),
      ];
    case 'quick-poll':
      return [practiceRound({ minutes: 3 }), decidingRound({ minutes: 10 })];
  }
}
