import { z } from 'zod';
import { ActivityId, SeatId } from '../../words/ids.ts';
import { refuse } from '../../words/refusal.ts';
import type { Actor, Permissions } from '../../words/roles.ts';
import { Version } from '../../words/units.ts';
import type { ActivityKind, Decision, Setting } from '../activity.ts';
import type { HowPlan } from './plan.ts';

/** "I have a question": one for each person, raised or taken down. */
const RaiseQuestion = z.strictObject({ type: z.literal('RaiseQuestion'), activity: ActivityId, raised: z.boolean() });
/** All questions that were raised have been answered aloud. */
const AnswerQuestions = z.strictObject({ type: z.literal('AnswerQuestions'), activity: ActivityId, seen: Version });
export const HowCommand = z.discriminatedUnion('type', [RaiseQuestion, AnswerQuestions]);
export type HowCommand = z.infer<typeof HowCommand>;

const QuestionRaised = z.strictObject({ type: z.literal('question.raised'), activity: ActivityId, seat: SeatId });
const QuestionLowered = z.strictObject({ type: z.literal('question.lowered'), activity: ActivityId, seat: SeatId });
const QuestionsAnswered = z.strictObject({ type: z.literal('questions.answered'), activity: ActivityId });
export const HowEvent = z.discriminatedUnion('type', [QuestionRaised, QuestionLowered, QuestionsAnswered]);
export type HowEvent = z.infer<typeof HowEvent>;

export const howPermissions: Permissions<HowCommand['type']> = {
  RaiseQuestion: ['participant'],
  AnswerQuestions: ['facilitator'],
};

export interface HowState {
  readonly kind: 'how';
  readonly activity: ActivityId;
  readonly plan: HowPlan;
  /** Who has a question that is not answered yet. */
  readonly questions: Set<SeatId>;
  /** How many times questions were answered: a phone's own question is open while this stands still. */
  answered: number;
}
export interface HowNow {
  readonly kind: 'how';
  readonly answered: number;
}
export interface HowSections {
  readonly questions: { readonly open: number };
}

/** The rules of the coming round, agreed aloud before they are frozen. Rule K2. */
export const how: ActivityKind<HowState, HowPlan, HowCommand, HowEvent, HowNow, HowSections> = {
  initial: (activity, plan) => ({ kind: 'how', activity, plan, questions: new Set(), answered: 0 }),
  start: () => [],
  mayLeave: () => null,
  // Whoever raised a question would never hear an answer.
  mayTakeBack: ({ questions, answered }) => questions.size === 0 && answered === 0,
  restsOn: () => 'nothing',
  decide,
  evolve,
  // Hands go up and down without disturbing anyone; that they were answered changes what is on the phones.
  keysMovedBy: ({ type }) => (type === 'questions.answered' ? ['ruling'] : []),
  now: ({ answered }) => ({ kind: 'how', answered }),
  sections: ({ questions }) => ({ questions: { open: questions.size } }),
  record: () => null,
  published: () => null,
  leftOver: () => null,
  passing: () => [],
  doorOf: () => null,
  duties: () => [],
};

function decide(
  { activity, questions }: Readonly<HowState>,
  command: HowCommand,
  actor: Actor,
  { ruling }: Setting,
): Decision<HowEvent> {
  if (command.type === 'AnswerQuestions') {
    return { guards: [['ruling', ruling]], events: [{ type: 'questions.answered', activity }] };
  }
  if (actor.role !== 'participant') return refuse('not-allowed');
  const { seat } = actor;
  if (questions.has(seat) === command.raised) return refuse('already-begun');
  return { guards: [], events: [{ type: command.raised ? 'question.raised' : 'question.lowered', activity, seat }] };
}

function evolve(state: HowState, event: HowEvent): void {
  if (event.type === 'question.raised') state.questions.add(event.seat);
  else if (event.type === 'question.lowered') state.questions.delete(event.seat);
  else {
    state.questions.clear();
    state.answered += 1;
  }
}
