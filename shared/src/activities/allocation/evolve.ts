import { protect, withoutDifference } from '../../record/small-numbers.ts';
import { assertNever } from '../../words/assert.ts';
import type { Key } from '../../words/by.ts';
import type { Door } from '../../words/door.ts';
import { SMALLEST_GROUP } from '../../words/groups.ts';
import type { Credential } from '../../words/ids.ts';
import type { Text } from '../../words/text.ts';
import type { Recorded } from '../activity.ts';
import type { AllocationEvent, BallotCast, RoundCounted, RulesFrozen } from './events.ts';
import { tallySeen, type AllocationState, type Ballot, type Round } from './round.ts';
import { changeTally, emptyTally } from './tally.ts';

/** Applies what happened to the allocation, in place. A recorded outcome is taken as it is: no rule runs here. */
export function evolve(state: AllocationState, event: AllocationEvent, recorded: Recorded): void {
  if (event.type === 'rules.frozen') {
    state.round = newRound(event, state.voided.at(-1)?.reason ?? null);
    return;
  }
  const { round } = state;
  if (round?.id !== event.round) return;
  if (event.type === 'round.voided') {
    state.voided.push({ round, reason: reasonIn(recorded) });
    state.round = null;
  } else apply(round, event, recorded);
}

type InRound = Exclude<AllocationEvent, { type: 'rules.frozen' | 'round.voided' }>;

function apply(round: Round, event: InRound, recorded: Recorded): void {
  switch (event.type) {
    case 'round.opened':
      return;
    case 'credentials.issued':
      for (const credential of event.credentials) round.issued.add(credential);
      return;
    case 'ballot.cast':
      castBallot(round, event, recorded);
      return;
    case 'ballot.struck':
      strikeBallot(round, event.credential);
      return;
    case 'paper.spoiled':
      round.papers.entered.delete(event.serial);
      round.papers.spoiled.set(event.serial, event.why);
      return;
    case 'paper.reconciled':
      round.papers.issued = event.issued;
      round.papers.unused = event.unused;
      return;
    case 'round.counted':
      count(round, event, recorded);
      return;
    default:
      applyRuling(round, event, recorded);
  }
}

type InRuling = Exclude<
  InRound,
  {
    type:
      | 'round.opened'
      | 'credentials.issued'
      | 'ballot.cast'
      | 'ballot.struck'
      | 'paper.spoiled'
      | 'paper.reconciled'
      | 'round.counted';
  }
>;

function applyRuling(round: Round, event: InRuling, recorded: Recorded): void {
  switch (event.type) {
    case 'round.tightened':
      round.wasSeen ||= tallySeen(round);
      round.reveal = 'on-show';
      return;
    case 'round.last-call':
      round.stage = 'last-call';
      round.closesAt = event.closesAt;
      round.lastCall = recorded.version;
      return;
    case 'round.last-call-withdrawn':
      round.stage = 'open';
      round.closesAt = null;
      return;
    case 'round.door-closed':
      round.openDoors.delete(event.door);
      round.stage = 'entering';
      round.closesAt = null;
      return;
    case 'round.closed':
      round.stage = 'closed';
      round.closesAt = null;
      round.closed = { version: recorded.version, id: recorded.id };
      return;
    case 'round.reopened':
      openAgain(round, round.rules.doors);
      round.stage = 'open';
      round.notice = { what: 'reopened', reason: reasonIn(recorded) };
      return;
    case 'round.correcting':
      openAgain(round, ['paper']);
      round.stage = 'entering';
      round.correcting = true;
      round.notice = { what: 'correcting', reason: reasonIn(recorded) };
      return;
    case 'round.revealed':
      round.revealed = event.funded;
      return;
    case 'round.shown':
      show(round);
      return;
    default:
      assertNever(event);
  }
}

/** A ballot moves nothing, so that a thousand people tapping at once never wait for each other. Rule J4. */
export function keysMovedBy(event: AllocationEvent): readonly Key[] {
  switch (event.type) {
    case 'ballot.cast':
    case 'ballot.struck':
    case 'paper.spoiled':
    case 'paper.reconciled':
    case 'credentials.issued':
    case 'round.counted':
      return [];
    default:
      return ['ruling'];
  }
}

function newRound(rules: RulesFrozen, restarted: Text | null): Round {
  const zeros = () => emptyTally(rules.proposals.map(([proposal]) => proposal));
  return {
    id: rules.round,
    rules,
    costs: new Map(rules.proposals),
    reveal: rules.reveal,
    wasSeen: false,
    stage: 'open',
    openDoors: new Set(rules.doors),
    closesAt: null,
    lastCall: 0,
    closed: null,
    counted: null,
    revealed: 0,
    shown: false,
    shownOutcome: null,
    correcting: false,
    corrected: [],
    notice: restarted === null ? null : { what: 'restarted', reason: restarted },
    issued: new Set(),
    ballots: new Map(),
    tally: zeros(),
    tallyOf: { citizens: zeros(), professionals: zeros() },
    sizes: { citizens: 0, professionals: 0, undeclared: 0 },
    papers: { entered: new Map(), spoiled: new Map(), issued: null, unused: null },
    passing: [],
    struck: false,
    castBy: { phone: 0, tablet: 0, paper: 0 },
    shownDoors: null,
  };
}

function castBallot(round: Round, event: BallotCast, { version, commit, body }: Recorded): void {
  // An erased ballot is still a fact of the chain, but says nothing that could be counted.
  if (body?.ballot === undefined || commit === null) return;
  if (round.rules.practice) round.passing.push(version);
  const { alloc, door, group = null, serial = null } = body.ballot;
  round.castBy[door] += 1;
  const before = takeOut(round, event.credential);
  putIn(round, event.credential, {
    version,
    alloc,
    commit,
    door,
    group,
    serial,
    replaced: serial === null ? null : before,
  });
  if (serial === null) return;
  round.papers.entered.set(serial, event.credential);
  round.papers.spoiled.delete(serial);
}

function strikeBallot(round: Round, credential: Credential): void {
  // Totals that were live have been seen, also when one ballot fewer hides them again.
  round.wasSeen ||= tallySeen(round);
  const struck = takeOut(round, credential);
  round.struck ||= struck !== null;
  const isVoid = ({ serial }: Ballot) =>
    serial !== null && (serial === struck?.serial || round.papers.entered.get(serial) !== credential);
  let before = struck?.replaced ?? null;
  while (before !== null && isVoid(before)) before = before.replaced;
  if (before !== null) putIn(round, credential, before);
}

function putIn(round: Round, credential: Credential, ballot: Ballot): void {
  round.ballots.set(credential, ballot);
  weigh(round, ballot, 1);
}

function takeOut(round: Round, credential: Credential): Ballot | null {
  const before = round.ballots.get(credential);
  if (before === undefined) return null;
  weigh(round, before, -1);
  round.ballots.delete(credential);
  return before;
}

function weigh(round: Round, { alloc, group }: Ballot, sign: 1 | -1): void {
  changeTally(round.tally, alloc, sign);
  if (group === null) return;
  round.sizes[group] += sign;
  if (group !== 'undeclared') changeTally(round.tallyOf[group], alloc, sign);
}

function openAgain(round: Round, doors: readonly Door[]): void {
  for (const door of doors) round.openDoors.add(door);
  round.closed = null;
  round.counted = null;
}

function count(round: Round, { upTo, ballots }: RoundCounted, { body }: Recorded): void {
  // A count that was on its way when the round was opened again belongs to the earlier close.
  if (round.closed?.version !== upTo || body?.count === undefined) return;
  round.counted = { round: round.id, upTo, ballots, ...body.count };
  if (round.shown && !round.correcting) round.shownOutcome = round.counted;
}

function show(round: Round): void {
  if (round.correcting && round.shownOutcome !== null) {
    round.corrected.push({ counted: round.shownOutcome, reason: round.notice?.reason ?? {} });
    round.notice = null;
  }
  round.shown = true;
  round.correcting = false;
  round.shownOutcome = round.counted;
  round.shownDoors = doorsToShow(round);
}

/** By way of coming in, what may be told of this version beside the one before. Rule X3. */
function doorsToShow({ rules, ballots, shownDoors }: Round): Round['shownDoors'] {
  const cells: Record<Door, number> = { phone: 0, tablet: 0, paper: 0 };
  for (const { door } of ballots.values()) cells[door] += 1;
  // One way alone is everybody, and how many that are is told anyway.
  const filled = rules.doors.filter((door) => cells[door] > 0);
  const shown = filled.length < 2 ? cells : protect(cells, SMALLEST_GROUP);
  return shownDoors === null ? shown : withoutDifference(shownDoors, shown, SMALLEST_GROUP);
}

/** An erased reason is an empty one: screens say "withheld". */
function reasonIn({ body }: Recorded): Text {
  return body?.texts?.reason ?? {};
}
