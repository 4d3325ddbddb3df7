import { isTelling } from '../../record/small-numbers.ts';
import { SMALLEST_GROUP } from '../../words/groups.ts';
import type { Credential, RoundId } from '../../words/ids.ts';
import { readsGroups } from '../../words/reads-groups.ts';
import type { Version } from '../../words/units.ts';
import { whole } from './outcome.ts';
import type { AllocationState, Ballot, Round } from './round.ts';

/** What of a round's erasable parts anyone may have: nothing before it was shown, nothing of one that was voided. */
export interface PublishedRound {
  readonly round: RoundId;
  /** The version that the count covers which was shown last. */
  readonly upTo: Version;
  /** Whether what it gave is given; not where it would tell of too few people. */
  readonly count: boolean;
  /** The ballots that stand, by credential, where lists are published; `null` where not one is. */
  readonly ballots: ReadonlyMap<Credential, Version> | null;
  /** Whether those that were replaced are given too: one was struck, and what stands since can be found from all alone. */
  readonly replaced: boolean;
}

/** Rules X3, X4. Cost: O(ballots). */
export function published({ round }: Readonly<AllocationState>): PublishedRound[] {
  const shown = round?.shownOutcome ?? null;
  if (round === null || shown === null || !round.shown || round.rules.practice) return [];
  const { groups } = whole(round, shown, round.corrected.length);
  return [
    {
      round: round.id,
      upTo: shown.upTo,
      count: groups?.weights !== null,
      // While papers are corrected, what stands is not what was shown.
      ballots: isListed(round) && !round.correcting ? versionsOf(round) : null,
      replaced: round.struck,
    },
  ];
}

/** Whether the list of ballots is published by code: not where a way of coming in, or a group, would tell whose one is. */
export function isListed(round: Readonly<Round>): boolean {
  if (round.rules.mode === 'private') return false;
  const all = [...round.ballots.values()];
  const byDoor = Map.groupBy(all, ({ door }) => door);
  if (byDoor.size > 1 && isTelling(chosenIn(byDoor), SMALLEST_GROUP)) return false;
  if (round.struck && Object.values(round.castBy).some((cast) => cast > 0 && cast < SMALLEST_GROUP)) return false;
  return !readsGroups(round.rules) || !isTelling(chosenIn(Map.groupBy(all, ({ group }) => group)), SMALLEST_GROUP);
}

function chosenIn(groups: ReadonlyMap<unknown, readonly Readonly<Ballot>[]>): string[][] {
  return [...groups.values()].map((ballots) => ballots.map(({ alloc }) => JSON.stringify(alloc)));
}

function versionsOf({ ballots }: Readonly<Round>): Map<Credential, Version> {
  return new Map([...ballots].map(([credential, { version }]) => [credential, version]));
}
