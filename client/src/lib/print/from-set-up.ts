import type { Locale } from '@cyfran/shared/words/locale.ts';
import { partName } from '@cyfran/shared/telling/part-name.ts';
import { formatMoney } from '@cyfran/shared/i18n/money.ts';
import type { MeetingOnServer } from '#lib/set-up/calls.ts';
import type { AgendaItem, SetUp } from '@cyfran/shared/session/set-up.ts';
import type { Text } from '@cyfran/shared/words/text.ts';
import type { PrintedMeeting, PrintedProposal, PrintedVote } from './printed.ts';
import { isEmpty } from './words.ts';

/** What every sheet says of this meeting. */
export function printedMeeting({ code, joinUrl, setUp }: MeetingOnServer): PrintedMeeting {
  const { title, admission, paper, contact } = setUp;
  return { title, code, joinUrl, admission, paper, contact };
}

/** A vote on the agenda that can be put on paper. */
export interface PrintableVote extends PrintedVote {
  readonly activity: string;
  readonly deciding: boolean;
}

/** The votes that can be printed, in the order of the agenda: what a round on the money left will share is not known before. */
export function printedVotes(setUp: SetUp): PrintableVote[] {
  const proposals = printedProposals(setUp);
  if (proposals.length === 0) return [];
  const items = setUp.agenda.flatMap((item) => (item.skipped ? [] : votesIn(item)));
  const nameIn = (locale: Locale, activity: string) => partName(locale, setUp.agenda, activity);
  return items.map(({ activity, text, plan }) => ({
    activity,
    deciding: plan.deciding,
    name: { cy: nameIn('cy', activity), en: nameIn('en', activity) },
    own: isEmpty(text) ? null : text,
    tokens: plan.tokens,
    cap: Math.min(plan.cap, plan.tokens),
    groups: readsGroups(plan) ? setUp.groupNames : null,
    inPounds: setUp.currency === 'GBP',
    proposals,
  }));
}

type Allocation = Extract<AgendaItem['plan'], { kind: 'allocation' }>;

function votesIn({ activity, text, plan }: AgendaItem): { activity: string; text: Text; plan: Allocation }[] {
  return plan.kind !== 'allocation' || plan.practice || plan.leftOf !== null ? [] : [{ activity, text, plan }];
}

/** Rule G1, said here without the schemas of `shared/src/words/groups.ts`, which are heavy for a page. */
function readsGroups({ voice, decision }: Allocation): boolean {
  return voice !== 'one-person-one-ballot' || decision !== 'overall';
}

function printedProposals({ proposals, currency }: SetUp): PrintedProposal[] {
  return proposals.map(({ name, outcome, costMinor }, index) => ({
    number: index + 1,
    name,
    outcome,
    // Written alike in both languages.
    cost: formatMoney('cy', currency, costMinor),
  }));
}
