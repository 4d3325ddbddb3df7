import { z } from 'zod';
import { ActivityPlan } from '../activities/registry.ts';
import { ActivityId, ProposalId } from '../words/ids.ts';
import { textOf } from '../words/text.ts';
import { Minor } from '../words/units.ts';

/** How people come in: by the code, let in by a greeter, or with a card only. */
export const Admission = z.enum(['open', 'let-in', 'cards']);
export type Admission = z.infer<typeof Admission>;

/** What the record tells of ballots: the list of them by the codes of their receipts, or nothing but totals. */
export const Mode = z.enum(['pseudonymous', 'private']);
export type Mode = z.infer<typeof Mode>;

/** How many days after the end the key that joins seats to ballots is kept, and all that phones and cards open. */
export const LinkDays = z.int().min(1).max(365);

/** A day without a time, as `2026-11-23`. */
const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** Something that the pot may fund, as it is set up. `short`: its name on the big screen. `outcome`: what gets better. `by`: who brings it. */
export const SetUpProposal = z.strictObject({
  proposal: ProposalId,
  costMinor: Minor,
  name: textOf(160),
  short: textOf(18).optional(),
  outcome: textOf(160).optional(),
  about: textOf(1000).optional(),
  by: textOf(120).optional(),
});
export type SetUpProposal = z.infer<typeof SetUpProposal>;

/** One part of the meeting. `text`: the host's own words for it, such as the question of a talk; empty for the usual ones. */
export const AgendaItem = z.strictObject({
  activity: ActivityId,
  plan: ActivityPlan,
  text: textOf(280),
  skipped: z.boolean(),
});
export type AgendaItem = z.infer<typeof AgendaItem>;

/**
 * All that is chosen before a meeting, also while it is half written: what is still missing is said by `readinessOf`, not here.
 * Money in minor units of `currency`. Proposals in the order of the wall. `startsAt`, `endsAt`: minutes after midnight, as booked.
 */
export const SetUp = z.strictObject({
  title: textOf(120),
  purpose: textOf(600),
  /** What happens with the decision, and who can change it afterwards. */
  promise: textOf(600),
  /** Who may vote. */
  voters: textOf(280),
  /** Who set this meeting up together. */
  together: textOf(280),
  /** Who answers in law for what is kept about people. */
  controller: textOf(280),
  /** Whom to ask about the record, until `questionsUntil`. */
  contact: textOf(280),
  questionsUntil: Day.nullable(),
  day: Day.nullable(),
  bookedMinutes: z.int().min(0).max(1440).nullable(),
  currency: z.string().regex(/^[A-Z]{3}$/),
  potMinor: Minor,
  admission: Admission,
  /** Whether ballots on paper are taken beside phones and tablets. */
  paper: z.boolean(),
  mode: Mode,
  linkDays: LinkDays,
  /** Why one language is enough, where it is. */
  oneLanguage: textOf(280),
  groupNames: z.strictObject({ citizens: textOf(60), professionals: textOf(60) }),
  proposals: z.array(SetUpProposal).max(200),
  agenda: z.array(AgendaItem).min(1).max(50),
});
export type SetUp = z.infer<typeof SetUp>;

const DEFAULTS: Omit<SetUp, 'agenda'> = {
  title: {},
  purpose: {},
  promise: {},
  voters: {},
  together: {},
  controller: {},
  contact: {},
  questionsUntil: null,
  day: null,
  bookedMinutes: null,
  currency: 'GBP',
  potMinor: 0,
  admission: 'open',
  paper: false,
  mode: 'private',
  linkDays: 28,
  oneLanguage: {},
  groupNames: { citizens: {}, professionals: {} },
  proposals: [],
};

/** A set-up in which nothing but the run of show has been chosen. */
export function emptySetUp(plans: readonly ActivityPlan[]): SetUp {
  return { ...DEFAULTS, agenda: agendaOf(plans) };
}

/** Plans as the parts of a meeting, in this order. */
export function agendaOf(plans: readonly ActivityPlan[]): AgendaItem[] {
  return plans.map((plan, index) => ({ activity: `a${String(index + 1)}`, plan, text: {}, skipped: false }));
}
