import type { AllocationNow } from '@cyfran/shared/activities/allocation/view.ts';
import type { RunWords } from '@cyfran/shared/i18n/run.en.ts';
import type { RoundPaper } from './round-paper.ts';
import { isCorrecting, type RoundReady } from './next-step.ts';

/** A phase of a round on the console: its heading and a sentence on what it means. */
export interface Phase {
  readonly title: string;
  readonly lead: string;
}

/** How a round stands, in words. `seen`: totals can be seen already. `ended`: the meeting is over. `paper`: as `paperOf` says. */
export function roundPhase(
  t: RunWords,
  round: AllocationNow,
  ready: RoundReady,
  { seen, ended, paper }: { readonly seen: boolean; readonly ended: boolean; readonly paper: RoundPaper },
): Phase {
  switch (round.stage) {
    case 'open':
      return openPhase(t, round);
    case 'last-call':
      return {
        title: t.lastCallTitle,
        lead: { none: t.lastCall, unused: t.lastCallUnused, waits: t.lastCallPaper }[paper],
      };
    case 'entering':
      return round.shown
        ? { title: t.correctingTitle, lead: t.correcting }
        : { title: t.enteringTitle, lead: t.entering };
    case 'closed':
      return closedPhase(t, round, ready, seen, ended);
  }
}

function openPhase(t: RunWords, { practice, deciding, leftOver }: AllocationNow): Phase {
  if (practice) return { title: t.practiceTitle, lead: t.practice };
  if (!deciding) return { title: t.firstTitle, lead: `${t.first} ${t.voting}` };
  return { title: leftOver ? t.leftTitle : t.votingTitle, lead: t.voting };
}

function closedPhase(t: RunWords, round: AllocationNow, ready: RoundReady, seen: boolean, ended: boolean): Phase {
  const correcting = isCorrecting(round, ready);
  if (round.shown && !correcting) return ended ? { title: t.endedTitle, lead: t.ended } : shownPhase(t, round);
  if (ready?.counted !== true) return { title: t.countingTitle, lead: t.counting };
  if (correcting) return { title: t.correctedTitle, lead: t.corrected };
  if (round.revealed > 0) return { title: t.showingTitle, lead: t.showing };
  if (!round.deciding) return { title: t.closedTitle, lead: t.closedFirst };
  return { title: t.closedTitle, lead: seen ? t.closedLive : t.closed };
}

function shownPhase(t: RunWords, { practice, deciding }: AllocationNow): Phase {
  if (practice) return { title: t.practiceOverTitle, lead: t.practiceOver };
  return { title: t.shownTitle, lead: deciding ? t.shown : t.shownFirst };
}
