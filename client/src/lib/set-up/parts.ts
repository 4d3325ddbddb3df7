import { decidingRound, firstRound, practiceRound } from '@cyfran/shared/activities/templates.ts';
import type { ActivityPlan } from '@cyfran/shared/activities/registry.ts';
import type { AgendaItem } from '@cyfran/shared/session/set-up.ts';
import { kindOfPlan, type PartKind } from '@cyfran/shared/telling/part-kind.ts';
import { keptText, typedText, type TwoTexts } from './two-texts.ts';

/** A meeting takes at most this many. */
export const MOST_PARTS = 50;

/** A part of the run of show as it is being typed. The rules of a round are written elsewhere and stay with its `activity`. */
export interface Part {
  readonly activity: string;
  readonly kind: PartKind;
  minutes: string;
  text: TwoTexts;
  skipped: boolean;
}

const MINUTES: Readonly<Record<PartKind, number>> = {
  practice: practiceRound().minutes,
  how: 10,
  talk: 20,
  first: firstRound().minutes,
  break: 10,
  deciding: decidingRound().minutes,
  left: 10,
};

/** The parts of a run of show, as its page shows them. */
export function partsOf(agenda: readonly AgendaItem[]): Part[] {
  return agenda.map(({ activity, plan, text, skipped }) => ({
    activity,
    kind: kindOfPlan(plan),
    minutes: String(plan.minutes),
    text: typedText(text),
    skipped,
  }));
}

/** A new part, under an id that no part has. */
export function newPart(kind: PartKind, parts: readonly Part[]): Part {
  const last = Math.max(0, ...parts.map(({ activity }) => Number(activity.slice(1))));
  return {
    activity: `a${String(last + 1)}`,
    kind,
    minutes: String(MINUTES[kind]),
    text: { cy: '', en: '' },
    skipped: false,
  };
}

/** The run of show that these parts make. A part that was there keeps its rules; a new round takes those of the meeting. */
export function agendaOfParts(parts: readonly Part[], before: readonly AgendaItem[]): AgendaItem[] {
  const known = new Map(before.map((item) => [item.activity, item.plan]));
  return parts.map((part, index) => {
    const { activity, kind, text, skipped } = part;
    const there = known.get(activity);
    const plan = there !== undefined && kindOfPlan(there) === kind ? there : newPlan(kind, before);
    return { activity, plan: placed(plan, part, parts.slice(0, index)), text: keptText(text), skipped };
  });
}

/** Minutes planned for what is not skipped; what is no number counts nothing. */
export function plannedMinutes(parts: readonly Part[]): number {
  return parts.reduce((sum, { minutes, skipped }) => sum + (skipped ? 0 : (minutesTyped(minutes) ?? 0)), 0);
}

/** Whole minutes as somebody typed them, up to ten hours; `null` for anything else. */
export function minutesTyped(typed: string): number | null {
  const digits = typed.trim();
  return /^\d{1,3}$/.test(digits) && Number(digits) <= 600 ? Number(digits) : null;
}

/** A plan at its place: a round that shares what is left shares what the nearest deciding round before it left. */
function placed(plan: ActivityPlan, part: Part, before: readonly Part[]): ActivityPlan {
  const minutes = Number(part.minutes.trim());
  if (plan.kind !== 'allocation' || plan.leftOf === null) return { ...plan, minutes };
  const round = before.findLast(({ kind, skipped }) => !skipped && (kind === 'deciding' || kind === 'left'));
  return { ...plan, minutes, leftOf: round?.activity ?? plan.leftOf };
}

function newPlan(kind: PartKind, agenda: readonly AgendaItem[]): ActivityPlan {
  const rounds = agenda.flatMap(({ plan }) => (plan.kind === 'allocation' ? [plan] : []));
  const like = rounds.find(({ deciding }) => deciding) ?? rounds[0] ?? decidingRound();
  const { tokens, cap, voice, decision, reveal, sending } = like;
  switch (kind) {
    case 'practice':
      return practiceRound({ tokens, cap });
    case 'first':
      return firstRound({ tokens, cap });
    case 'deciding':
      return decidingRound({ tokens, cap, voice, decision });
    case 'left':
      return decidingRound({ tokens, cap, voice, decision, reveal, sending, leftOf: 'a1' });
    case 'how':
    case 'talk':
    case 'break':
      return { kind, minutes: MINUTES[kind] };
  }
}
