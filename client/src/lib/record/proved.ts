import { isWeighed, neededBothGroups } from '@cyfran/shared/activities/allocation/decided.ts';
import type { Naming } from './naming.ts';
import type { Reading } from './reading.ts';

/** What anyone can check in this very record, and what has to be believed. Source: RECORD.md, section 1, in plain words. */
export function claimsOf(
  { rounds, record, isCorrecting }: Reading,
  { words }: Naming,
): { yes: string[]; no: string[] } {
  const { proved } = words;
  const readGroups = rounds.some(({ outcome }) => isWeighed(outcome) || neededBothGroups(outcome));
  const bySharing = rounds.some(({ outcome }) => outcome.rule === 'equal-shares');
  const hasBallots = rounds.every(({ round }) => round.ballots !== null);
  const hasLot = rounds.some(({ outcome }) => outcome.tiesThatMattered.length > 0);
  const wasLive = record.parts.some(({ rounds: held }) => held?.some(({ rules }) => rules.mode === 'pseudonymous'));
  const sum = hasBallots ? proved.sum : isCorrecting ? proved.sumCorrecting : proved.sumFew;
  const ofResult = [sum, readGroups ? proved.ruleWeighed : bySharing ? proved.ruleShares : proved.rule];
  return {
    yes: [...(rounds.length === 0 ? [] : ofResult), ...(hasLot ? [proved.lot] : []), proved.own],
    no: [
      ...(hasBallots && rounds.length > 0 ? [proved.list] : []),
      ...[proved.operator, proved.human, proved.phone, wasLive ? proved.secretLive : proved.secret, proved.pressed],
    ],
  };
}
