import type { ActivityPlan } from '@cyfran/shared/activities/registry.ts';
import { decidingRound, firstRound } from '@cyfran/shared/activities/templates.ts';
import type { AllocationPlan } from '@cyfran/shared/activities/allocation/plan.ts';
import type { AgendaItem } from '@cyfran/shared/session/set-up.ts';

/** What can be put into a meeting that is under way. Also the name of its words in the catalogue. */
export const NEW_KINDS = ['talk', 'break', 'how', 'first', 'deciding'] as const;
export type NewKind = (typeof NEW_KINDS)[number];

/** How long each is usually meant to last. */
export const USUAL_MINUTES: Readonly<Record<NewKind, number>> = {
  talk: 10,
  break: 10,
  how: 5,
  first: firstRound().minutes,
  deciding: decidingRound().minutes,
};

/** The rules that a further round takes over: those of the meeting's own deciding round. */
export function rulesLike(agenda: readonly AgendaItem[]): AllocationPlan {
  const rounds = agenda.flatMap(({ plan }) => (plan.kind === 'allocation' && !plan.practice ? [plan] : []));
  return rounds.find(({ deciding, leftOf }) => deciding && leftOf === null) ?? rounds[0] ?? decidingRound();
}

/** The plan of a new part. A further round shares the whole pot by the meeting's rules; a first round only shows where people stand. */
export function newPlan(kind: NewKind, minutes: number, agenda: readonly AgendaItem[]): ActivityPlan {
  const { tokens, cap, voice, decision, reveal, sending } = rulesLike(agenda);
  switch (kind) {
    case 'first':
      return firstRound({ tokens, cap, minutes });
    case 'deciding':
      return decidingRound({ tokens, cap, voice, decision, reveal, sending, minutes });
    default:
      return { kind, minutes };
  }
}
