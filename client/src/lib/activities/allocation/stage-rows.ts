import type { AllocationNow, TallyRow } from '@cyfran/shared/activities/allocation/view.ts';
import type { Sections } from '@cyfran/shared/session/view.ts';
import type { Text } from '@cyfran/shared/words/text.ts';
import { PRACTICE } from '@cyfran/shared/activities/allocation/practice.ts';

/** A proposal of the round as the wall shows it: its number stands for it on wall, phone and paper. */
export interface Listed {
  readonly proposal: string;
  readonly number: number;
  readonly name: Text;
  readonly costMinor: number;
}

/** The round's proposals in the order of the wall, with their names: the practice question's own, or the meeting's. */
export function listed(
  { practice, proposals }: Pick<AllocationNow, 'practice' | 'proposals'>,
  meeting: Pick<Sections['meeting'], 'proposals'>,
): Listed[] {
  const known = new Map((practice ? PRACTICE.proposals : meeting.proposals).map((one) => [one.proposal, one]));
  return proposals.map((proposal, index) => ({
    proposal,
    number: index + 1,
    name: known.get(proposal)?.name ?? {},
    costMinor: known.get(proposal)?.costMinor ?? 0,
  }));
}

/** In how many columns so many rows stand on the big screen: one up to 7, two up to 14, then more. Never a second page. */
export function columnsFor(rows: number): number {
  if (rows <= 7) return 1;
  if (rows <= 14) return 2;
  return rows <= 30 ? 3 : 4;
}

/** How long a bar is, from 0 to 1 of the longest; all zero while nobody has sent a token. */
export function shares(rows: readonly TallyRow[]): number[] {
  const most = Math.max(1, ...rows.map(([tokens]) => tokens));
  return rows.map(([tokens]) => tokens / most);
}
