import type { Tokens } from '../words/units.ts';
import type { Reveal } from './allocation/plan.ts';
import type { ActivityPlan } from './registry.ts';

/** The simplest evening: practice, fully live and counting for nothing, then one deciding round. */
export function simplestEvening(reveal: Reveal, tokens: Tokens, cap: Tokens): ActivityPlan[] {
  return [
    { kind: 'allocation', practice: true, reveal: 'live', tokens, cap },
    { kind: 'allocation', practice: false, reveal, tokens, cap },
  ];
}
