import type { Allocation } from '../ballots/ballot.ts';
import type { Entry } from '../session/entry.ts';
import type { Event } from '../session/events.ts';
import type { Door } from '../words/door.ts';
import type { Group } from '../words/groups.ts';
import type { ProposalId, RoundId } from '../words/ids.ts';

/** A ballot as a stranger finds it in a journal. */
export interface FoundBallot {
  readonly alloc: Allocation;
  readonly door: Door;
  readonly group: Group | null;
  readonly serial: number | null;
}

/** What a stranger adds up. */
export interface Recount {
  readonly tally: readonly (readonly [ProposalId, tokens: number, supporters: number])[];
  readonly citizens: Recount['tally'];
  readonly professionals: Recount['tally'];
  readonly sizes: Readonly<Record<Group, number>>;
}

export function eventsOf(entries: readonly Entry[]): Event[] {
  return entries.flatMap(({ events }) => events);
}

/**
 * The ballots of a round that stand, read from the journal as by hand: a pile for each credential, the newest on top. A phone's ballot takes
 * the whole pile away; a paper lies on what was there, until it is taken out again.
 */
export function standingBallots(entries: readonly Entry[], round: RoundId): Map<string, FoundBallot> {
  const piles = new Map<string, FoundBallot[]>();
  for (const { events, bodies } of entries) {
    for (const [at, event] of events.entries()) {
      if (!('round' in event) || event.round !== round) continue;
      if (event.type === 'ballot.cast') putOn(piles, event.credential, found(bodies?.[at]));
      if (event.type === 'ballot.struck') piles.get(event.credential)?.pop();
      if (event.type === 'paper.spoiled') pullOut(piles, event.serial);
    }
  }
  return new Map([...piles].flatMap(([credential, pile]) => pile.slice(-1).map((top) => [credential, top] as const)));
}

/** Adds up what stands, overall and by group. */
export function recountByHand(entries: readonly Entry[], round: RoundId, proposals: Iterable<ProposalId>): Recount {
  const ballots = [...standingBallots(entries, round).values()];
  const ids = [...proposals];
  const by = (group: Group) => ballots.filter((ballot) => ballot.group === group);
  return {
    tally: addedUp(ids, ballots),
    citizens: addedUp(ids, by('citizens')),
    professionals: addedUp(ids, by('professionals')),
    sizes: {
      citizens: by('citizens').length,
      professionals: by('professionals').length,
      undeclared: by('undeclared').length,
    },
  };
}

function addedUp(proposals: readonly ProposalId[], ballots: readonly FoundBallot[]): Recount['tally'] {
  const lines = ballots.flatMap(({ alloc }) => alloc);
  return proposals.map((proposal) => {
    const given = lines.filter(([name]) => name === proposal);
    return [proposal, given.reduce((sum, [, tokens]) => sum + tokens, 0), given.length];
  });
}

function putOn(piles: Map<string, FoundBallot[]>, credential: string, ballot: FoundBallot): void {
  if (ballot.serial !== null) pullOut(piles, ballot.serial);
  const below = ballot.serial === null ? [] : (piles.get(credential) ?? []);
  piles.set(credential, [...below, ballot]);
}

function pullOut(piles: Map<string, FoundBallot[]>, serial: number): void {
  for (const [credential, pile] of piles) {
    piles.set(
      credential,
      pile.filter((ballot) => ballot.serial !== serial),
    );
  }
}

function found(body: NonNullable<Entry['bodies']>[number] | undefined): FoundBallot {
  if (body?.ballot === undefined) throw new Error('a ballot has its body here');
  const { alloc, door, group = null, serial = null } = body.ballot;
  return { alloc, door, group, serial };
}
