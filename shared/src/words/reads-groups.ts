import type { DecisionRule, Voice } from './groups.ts';

/** Whether these rules read a person's group at all: nobody is asked otherwise. In a file without schemas, as phones ask it too. Rule G1. */
export function readsGroups({ voice, decision }: { readonly voice: Voice; readonly decision: DecisionRule }): boolean {
  return voice !== 'one-person-one-ballot' || decision !== 'overall';
}
