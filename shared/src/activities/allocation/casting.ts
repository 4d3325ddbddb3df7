import type { BallotBody } from '../../ballots/ballot.ts';
import { checkCumulative } from '../../ballots/cumulative.ts';
import type { Body } from '../../record/body.ts';
import type { Guard, Key } from '../../words/by.ts';
import type { Group } from '../../words/groups.ts';
import type { Credential, Serial } from '../../words/ids.ts';
import { readsGroups } from '../../words/reads-groups.ts';
import { refuse, type Refusal } from '../../words/refusal.ts';
import type { Actor } from '../../words/roles.ts';
import type { Version } from '../../words/units.ts';
import type { Accepted, Context, Setting } from '../activity.ts';
import type { Asked, Decided } from './asked.ts';
import type { AllocationEvent } from './events.ts';
import type { Round } from './round.ts';

/**
 * Casts a whole ballot, replacing this seat's earlier one in the round; a seat that joined after the opening gets its credential with it.
 * Refuses: `closed`, `test-card` outside practice, and as `checkBallot`. Cost: O(lines of one ballot). Rules A2 to A8, A15.
 */
export function castBallot(
  round: Round,
  command: Asked<'CastBallot'>,
  actor: Actor,
  ruling: Guard,
  { testSeats }: Setting,
  context: Context,
): Decided {
  if (actor.role !== 'participant') return refuse('not-allowed');
  if (!round.openDoors.has(actor.door)) return refuse('closed');
  if (testSeats.has(actor.seat) && !round.rules.practice) return refuse('test-card');
  const illegal = checkBallot(round, command);
  if (illegal !== null) return illegal;
  const credential = context.credentialOf(actor.seat, round.id);
  const ballot = ballotOf(round, command, { door: actor.door });
  return { guards: [ruling], ...recorded(round, credential, ballot, command.replaces) };
}

/**
 * Enters a paper ballot by its serial. With a card on it, it is that seat's ballot, and the last one counts; without, the paper's own. The
 * same serial again replaces it. Refuses: `door-closed`, `unknown-card`, and as `checkBallot`. Rules D1, D2.
 */
export function enterPaper(
  round: Round,
  command: Asked<'EnterPaper'>,
  actor: Actor,
  ruling: Guard,
  { testSeats, version }: Setting,
  context: Context,
): Decided {
  if (!round.openDoors.has('paper')) return refuse('door-closed');
  const seat = 'forSeat' in actor ? actor.forSeat : undefined;
  if (seat === undefined) return refuse('unknown-card');
  if (testSeats.has(seat)) return refuse('test-card');
  const illegal = checkBallot(round, command);
  if (illegal !== null) return illegal;
  const credential = context.credentialOf(seat, round.id);
  const ballot = ballotOf(round, command, { door: 'paper', serial: command.serial });
  const struck = round.papers.entered.get(command.serial) === credential ? [] : struckBallots(round, command.serial);
  const { events, bodies } = recorded(round, credential, ballot, 0);
  return {
    ...aboutPaper(round, command.serial, ruling, version),
    events: [...struck, ...events],
    bodies: [...struck.map(() => null), ...bodies],
  };
}

/** Sets a paper aside; what was entered from it counts no longer, and what that replaced counts again. Refuses: `door-closed`. Rule D3. */
export function spoilPaper(
  round: Round,
  { serial, why }: Asked<'SpoilPaper'>,
  ruling: Guard,
  { version }: Setting,
): Decided {
  if (!round.openDoors.has('paper')) return refuse('door-closed');
  const spoiled: AllocationEvent = { type: 'paper.spoiled', round: round.id, serial, why };
  return { ...aboutPaper(round, serial, ruling, version), events: [...struckBallots(round, serial), spoiled] };
}

/** Two helpers at one paper: the second decides again, knowing what the first entered. Its serial stands in no event. Rule D2. */
function aboutPaper(
  { id }: Round,
  serial: Serial,
  ruling: Guard,
  version: Version,
): Pick<Accepted<never>, 'guards' | 'moves'> {
  const key: Key = `paper:${id}:${String(serial)}`;
  return { guards: [ruling, [key, version]], moves: [key] };
}

/** Records what the helpers counted by hand. Refuses: `door-closed`. Rule D4. */
export function reconcilePaper(round: Round, { issued, unused }: Asked<'ReconcilePaper'>, ruling: Guard): Decided {
  if (!round.openDoors.has('paper')) return refuse('door-closed');
  return { guards: [ruling], events: [{ type: 'paper.reconciled', round: round.id, issued, unused }] };
}

/** Refuses: as `checkCumulative`, `group-missing` where the rules read it, `malformed-ballot` where they do not. Rule G1. */
function checkBallot(
  { rules, costs }: Round,
  { alloc, group }: Pick<Asked<'CastBallot'>, 'alloc' | 'group'>,
): Refusal | null {
  const { tokens, cap } = rules;
  const illegal = checkCumulative(alloc, { tokens, cap, has: (proposal) => costs.has(proposal) });
  if (illegal !== null) return illegal;
  if (!readsGroups(rules)) return group === undefined ? null : refuse('malformed-ballot', { group });
  return group === undefined ? refuse('group-missing') : null;
}

function ballotOf(
  { id }: Round,
  { alloc, group }: { readonly alloc: BallotBody['alloc']; readonly group?: Group | undefined },
  rest: Pick<BallotBody, 'door' | 'serial'>,
): BallotBody {
  return { round: id, alloc, ...rest, ...(group === undefined ? {} : { group }) };
}

function recorded(
  round: Round,
  credential: Credential,
  ballot: BallotBody,
  replaces: Version,
): { events: AllocationEvent[]; bodies: (Body | null)[] } {
  const cast: AllocationEvent = { type: 'ballot.cast', round: round.id, credential, replaces };
  if (round.issued.has(credential)) return { events: [cast], bodies: [{ ballot }] };
  const issued: AllocationEvent = { type: 'credentials.issued', round: round.id, credentials: [credential] };
  return { events: [issued, cast], bodies: [null, { ballot }] };
}

/** Takes out what was entered from a paper, where it still stands: a ballot that the same person sent since is not the paper's. */
function struckBallots({ id, papers, ballots }: Round, serial: Serial): AllocationEvent[] {
  const credential = papers.entered.get(serial);
  if (credential === undefined || ballots.get(credential)?.serial !== serial) return [];
  return [{ type: 'ballot.struck', round: id, credential }];
}
