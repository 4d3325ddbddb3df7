import { isWeighed, neededBothGroups } from '../activities/allocation/decided.ts';
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
  const isListed =
    rounds.length > 0 && rounds.every(({ round }) => round.ballots?.every(({ commit }) => commit !== null));
  const hasLot = rounds.some(({ outcome }) => outcome.tiesThatMattered.length > 0);
  const wasLive = record.parts.some(({ rounds: held }) =>
    held?.some(({ rules, outcome }) => rules.reveal === 'live' && outcome !== null),
  );
  const sum = isListed
    ? proved.sumListed
    : hasBallots
      ? proved.sum
      : isCorrecting
        ? proved.sumCorrecting
        : proved.sumFew;
  const ofResult = [sum, readGroups && !isListed ? proved.ruleWeighed : bySharing ? proved.ruleShares : proved.rule];
  const secret = isListed ? proved.secretListed : wasLive ? proved.secretLive : proved.secret;
  return {
    yes: [...(rounds.length === 0 ? [] : ofResult), ...(hasLot ? [proved.lot] : []), proved.own, proved.seal],
    no: [
      ...(hasBallots && !isListed && rounds.length > 0 ? [proved.list] : []),
      ...[proved.operator, proved.human, proved.phone, secret, isListed ? proved.pressedListed : proved.pressed],
    ],
  };
}
