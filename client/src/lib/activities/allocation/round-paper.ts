import type { AllocationNow, AllocationSections } from '@cyfran/shared/activities/allocation/view.ts';

/** `none`: no ballots on paper. `unused`: the paper closes with the phones, as nobody has used it. `waits`: it closes after them. */
export type RoundPaper = 'none' | 'unused' | 'waits';

/** How the paper of a round stands before its phones close. Rule A14, said here without the round itself, which screens do not have. */
export function paperOf(
  { doors, deciding, sending }: Pick<AllocationNow, 'doors' | 'deciding' | 'sending'>,
  papers: AllocationSections['papers'],
): RoundPaper {
  if (!doors.includes('paper')) return 'none';
  return !deciding && sending === 'each-change' && !isPaperUsed(papers) ? 'unused' : 'waits';
}

/** Whether anybody has entered, set aside or counted a paper. */
export function isPaperUsed(papers: AllocationSections['papers']): boolean {
  return papers !== null && (papers.entered.length > 0 || papers.spoiled.length > 0 || papers.issued !== null);
}
