import { readsGroups } from '../words/reads-groups.ts';
import type { Text } from '../words/text.ts';
import type { AgendaItem, SetUp, SetUpProposal } from './set-up.ts';

/** Without it the meeting cannot open. */
export type Blocker =
  | 'title'
  | 'voters'
  | 'money'
  | 'proposals'
  | 'proposal-names'
  | 'proposal-costs'
  | 'agenda-empty'
  | 'cap-above-tokens'
  | 'groups-need-admission'
  | 'left-of-nothing';
/** Worth knowing, and never in the way. */
export type Warning =
  | 'purpose'
  | 'promise'
  | 'together'
  | 'contact'
  | 'controller'
  | 'one-language'
  | 'cost-above-pot'
  | 'all-affordable'
  | 'one-proposal'
  | 'no-practice'
  | 'no-deciding-round'
  | 'open-admission'
  | 'live-tells'
  | 'over-time'
  | 'many-proposals'
  | 'long-names';

/** What still stands between a set-up and its meeting. */
export interface Readiness {
  readonly blockers: readonly Blocker[];
  readonly warnings: readonly Warning[];
}

/** More than this do not stand on one big screen so that a whole hall can read them. */
const MOST_ON_A_WALL = 14;
/** Letters of a name beyond which the big screen cuts it. */
const LONGEST_ON_A_WALL = 18;

/** What is missing, and what is worth a second look. Cost: O(proposals + agenda). Rules S2, S13. */
export function readinessOf(setUp: SetUp): Readiness {
  const rounds = roundsOf(setUp.agenda);
  const { proposals, potMinor } = setUp;
  const costs = proposals.map(({ costMinor }) => costMinor);
  const blockers: Record<Blocker, boolean> = {
    title: isEmpty(setUp.title),
    voters: isEmpty(setUp.voters),
    money: potMinor === 0,
    proposals: proposals.length === 0,
    'proposal-names': proposals.some(({ name }) => isEmpty(name)),
    'proposal-costs': costs.includes(0),
    'agenda-empty': setUp.agenda.every(({ skipped }) => skipped),
    'cap-above-tokens': rounds.some(({ tokens, cap }) => cap > tokens),
    'groups-need-admission': setUp.admission === 'open' && rounds.some((plan) => !plan.practice && readsGroups(plan)),
    'left-of-nothing': leftOfNothing(setUp.agenda),
  };
  const warnings: Record<Warning, boolean> = {
    purpose: isEmpty(setUp.purpose),
    promise: isEmpty(setUp.promise),
    together: isEmpty(setUp.together),
    contact: isEmpty(setUp.contact) || setUp.questionsUntil === null,
    controller: isEmpty(setUp.controller),
    'one-language': isEmpty(setUp.oneLanguage) && textsInOneLanguage(setUp) > 0,
    'cost-above-pot': potMinor > 0 && costs.some((costMinor) => costMinor > potMinor),
    'all-affordable': proposals.length > 1 && potMinor > 0 && costs.reduce((a, b) => a + b, 0) <= potMinor,
    'one-proposal': proposals.length === 1,
    'no-practice': !rounds.some(({ practice }) => practice),
    'no-deciding-round': !rounds.some(decides),
    'open-admission': setUp.admission === 'open' && rounds.some(decides),
    'live-tells': setUp.mode === 'private' && rounds.some((plan) => decides(plan) && plan.reveal === 'live'),
    'over-time': setUp.bookedMinutes !== null && minutesOf(setUp.agenda) > setUp.bookedMinutes,
    'many-proposals': proposals.length > MOST_ON_A_WALL,
    'long-names': proposals.some(isCutOnAWall),
  };
  return { blockers: those(blockers), warnings: those(warnings) };
}

/** Minutes planned for what is not skipped. */
export function minutesOf(agenda: readonly Pick<AgendaItem, 'plan' | 'skipped'>[]): number {
  return agenda.reduce((sum, { plan, skipped }) => sum + (skipped ? 0 : plan.minutes), 0);
}

/** How many texts stand in one language only. */
export function textsInOneLanguage({
  title,
  purpose,
  promise,
  voters,
  together,
  controller,
  contact,
  groupNames,
  proposals,
  agenda,
}: SetUp): number {
  const texts = [
    ...[title, purpose, promise, voters, together, controller, contact, groupNames.citizens, groupNames.professionals],
    ...proposals.flatMap(({ name, short = {}, outcome = {}, about = {}, by = {} }) => [
      name,
      short,
      outcome,
      about,
      by,
    ]),
    ...agenda.map(({ text }) => text),
  ];
  return texts.filter(({ cy, en }) => (cy === undefined) !== (en === undefined)).length;
}

function isEmpty({ cy, en }: Text): boolean {
  return cy === undefined && en === undefined;
}

/** The big screen has the short name in each language that has one, else the whole name. */
function isCutOnAWall({ name, short = {} }: SetUpProposal): boolean {
  const { cy = '', en = '' } = { ...name, ...short };
  return Math.max(cy.length, en.length) > LONGEST_ON_A_WALL;
}

function roundsOf(agenda: readonly AgendaItem[]) {
  return agenda.flatMap(({ plan, skipped }) => (plan.kind === 'allocation' && !skipped ? [plan] : []));
}

/** A round shares what another leaves only after that one, where that one decides something, and each leaves its money once. */
function leftOfNothing(agenda: readonly AgendaItem[]): boolean {
  const sources = roundsOf(agenda).flatMap(({ leftOf }) => leftOf ?? []);
  if (new Set(sources).size < sources.length) return true;
  return agenda.some(({ plan, skipped }, index) => {
    if (skipped || plan.kind !== 'allocation' || plan.leftOf === null) return false;
    const before = agenda.slice(0, index).find(({ activity }) => activity === plan.leftOf);
    return before?.plan.kind !== 'allocation' || !decides(before.plan) || before.skipped;
  });
}

function decides({ practice, deciding }: { readonly practice: boolean; readonly deciding: boolean }): boolean {
  return deciding && !practice;
}

function those<Name extends string>(found: Readonly<Record<Name, boolean>>): Name[] {
  return (Object.keys(found) as Name[]).filter((name) => found[name]);
}
