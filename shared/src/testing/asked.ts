import { toAllocation } from '../ballots/cumulative.ts';
import type { Allocation } from '../ballots/ballot.ts';
import { sharesTaskOf } from '../activities/allocation/count.ts';
import type { SpoiledWhy } from '../activities/allocation/events.ts';
import { countShares } from '../activities/allocation/shares.ts';
import { dutiesOf } from '../session/duties.ts';
import type { Command } from '../session/commands.ts';
import type { ReadonlySession } from '../session/session.ts';
import type { Admission } from '../session/set-up.ts';
import { assert } from '../words/assert.ts';
import type { Door } from '../words/door.ts';
import type { Group } from '../words/groups.ts';
import type { ActivityId, RoundId, SeatId, Serial } from '../words/ids.ts';
import type { Actor, Pass } from '../words/roles.ts';
import type { Text } from '../words/text.ts';
import type { Version } from '../words/units.ts';
import { sha256 } from './canonical.ts';
import type { Asked } from './recorded-session.ts';

const FACILITATOR = { role: 'facilitator' } as const;
const HELPER = { role: 'helper' } as const;
export const SALT = 'AAAAAAAAAAAAAAAAAAAAAA';

/** Where a command goes, if not to the round on stage; `seen`: an older ruling on the facilitator's screen. */
export interface Aim {
  readonly activity?: ActivityId;
  readonly round?: RoundId;
  readonly seen?: Version;
}

/** How a ballot comes in. */
export interface Sent extends Aim {
  readonly door?: Exclude<Door, 'paper'>;
  readonly group?: Group;
}

/** Tokens by proposal, made a legal ballot's lines; or the lines as they are sent. */
export type Votes = Readonly<Record<string, number>> | Allocation;

/** A person's seat, by their name in the test: lower-case letters. */
export function seatOf(name: string): SeatId {
  return `p-${name.padEnd(16, '0')}`;
}

/** The seat that the server draws for a paper without a card. */
export function seatOfPaper(serial: Serial): SeatId {
  return seatOf(`paper${String(serial)}x`);
}

/** `ann` takes her seat, or asks at the door; asked again it is the same command. */
export function joins(name: string, pass: Pass = 'code'): Asked {
  const seat = seatOf(name);
  return { actor: { role: 'newcomer', seat, pass }, command: () => ({ type: 'Join' }), cmd: `join:${seat}` };
}

/** A greeter lets these in. */
export function letIn(...names: readonly string[]): Asked {
  return { actor: HELPER, command: () => ({ type: 'LetIn', seats: names.map(seatOf) }) };
}

/** These come in as this meeting lets people in. */
/** A greeter does not let in one person. */
export function turnAway(name: string): Asked {
  return { actor: HELPER, command: () => ({ type: 'TurnAway', seat: seatOf(name) }) };
}

export function comeIn(names: readonly string[], admission: Admission): Asked[] {
  const asked = names.map((name) => joins(name, admission === 'cards' ? 'card' : 'code'));
  return admission === 'let-in' && names.length > 0 ? [...asked, letIn(...names)] : asked;
}

export function openJoining(aim: Aim = {}): Asked {
  return { actor: FACILITATOR, command: (session) => ({ type: 'OpenJoining', seen: seenBy(session, aim) }) };
}

export function startActivity(activity: ActivityId, aim: Aim = {}): Asked {
  return {
    actor: FACILITATOR,
    command: (session) => ({ type: 'StartActivity', activity, seen: seenBy(session, aim) }),
  };
}

/** Takes back the start of what is on, or of another. */
export function takeBackStart(aim: Aim = {}): Asked {
  return ruling((session) => {
    const { activity } = target(session, aim);
    return { type: 'TakeBackStart', activity, seen: seenBy(session, aim) };
  });
}

export function endMeeting(aim: Aim = {}): Asked {
  return { actor: FACILITATOR, command: (session) => ({ type: 'EndMeeting', seen: seenBy(session, aim) }) };
}

export function castBallot(name: string, votes: Votes, sent: Sent = {}): Asked {
  const { door = 'phone', group } = sent;
  return {
    actor: { role: 'participant', seat: seatOf(name), door },
    command: (session) => ({
      type: 'CastBallot',
      ...target(session, sent),
      alloc: linesOf(votes),
      ...(group === undefined ? {} : { group }),
      replaces: 0,
      salt: SALT,
    }),
  };
}

/** A paper in a helper's hand; `card`: whose card is written on it. */
export function enterPaper(
  serial: Serial,
  votes: Votes,
  { card, group, ...aim }: Aim & { readonly card?: string; readonly group?: Group } = {},
): Asked {
  return {
    actor: { role: 'helper', forSeat: card === undefined ? seatOfPaper(serial) : seatOf(card) },
    command: (session) => ({
      type: 'EnterPaper',
      ...target(session, aim),
      serial,
      card: card === undefined ? null : 'BCDFGHJK',
      alloc: linesOf(votes),
      ...(group === undefined ? {} : { group }),
      salt: SALT,
    }),
  };
}

export function spoilPaper(serial: Serial, why: SpoiledWhy = 'unreadable', aim: Aim = {}): Asked {
  return { actor: HELPER, command: (session) => ({ type: 'SpoilPaper', ...target(session, aim), serial, why }) };
}

export function reconcilePaper(issued: number, unused: number, aim: Aim = {}): Asked {
  return {
    actor: HELPER,
    command: (session) => ({ type: 'ReconcilePaper', ...target(session, aim), issued, unused }),
  };
}

export function lastCall(seconds = 60, aim: Aim = {}): Asked {
  return ruling((session) => ({ type: 'LastCall', ...target(session, aim), seconds, seen: seenBy(session, aim) }));
}

export function withdrawLastCall(aim: Aim = {}): Asked {
  return ruled('WithdrawLastCall', aim);
}

export function closeNow(aim: Aim = {}): Asked {
  return ruled('CloseNow', aim);
}

export function reopen(reason: Text = { en: 'A bus came late' }, aim: Aim = {}): Asked {
  return ruling((session) => ({ type: 'Reopen', ...target(session, aim), reason, seen: seenBy(session, aim) }));
}

export function voidRound(reason: Text = { en: 'A cost was wrong' }, aim: Aim = {}): Asked {
  return ruling((session) => ({ type: 'VoidRound', ...target(session, aim), reason, seen: seenBy(session, aim) }));
}

export function correct(reason: Text = { en: 'A paper was found' }, aim: Aim = {}): Asked {
  return ruling((session) => ({ type: 'Correct', ...target(session, aim), reason, seen: seenBy(session, aim) }));
}

export function hideTotals(aim: Aim = {}): Asked {
  return ruled('HideTotals', aim);
}

export function showNext(aim: Aim = {}): Asked {
  return ruled('ShowNext', aim);
}

export function show(aim: Aim = {}): Asked {
  return ruled('Show', aim);
}

/** The clock acts on the last call of this version; by default on the one that is on. */
export function clockCloses(lastCallAt?: Version, aim: Aim = {}): Asked {
  const command = (session: ReadonlySession): Command => {
    const { activity, round } = target(session, aim);
    const state = session.activities.get(activity);
    const kept = state?.kind === 'allocation' ? state.round?.lastCall : undefined;
    return { type: 'Close', activity, round, lastCall: lastCallAt ?? kept ?? 0 };
  };
  return { actor: { role: 'clock' }, command };
}

export function counts(aim: Aim = {}): Asked {
  const count = (session: ReadonlySession) => ({ type: 'Count', ...target(session, aim) }) as const;
  return { actor: { role: 'count' }, command: (session) => workedOut(session, count(session)) };
}

/** What the server owes the meeting first, under the id that every node gives it. */
export function firstDuty(session: ReadonlySession): Asked {
  const [duty] = dutiesOf(session);
  assert(duty, 'something is owed');
  const { cmd, role, command } = duty;
  return { cmd, actor: { role }, command: (now) => workedOut(now, command) };
}

/** As the server does: a count by equal shares comes with what was worked out for it. */
function workedOut(session: ReadonlySession, command: Command): Command {
  if (command.type !== 'Count') return command;
  const activity = session.activities.get(command.activity);
  const round = activity?.kind === 'allocation' ? activity.round : null;
  const task = round === null ? null : sharesTaskOf(round, (text) => sha256(text).toString('hex'));
  return task === null ? command : { ...command, shares: countShares(task) };
}

/** The same asked by somebody else. */
export function by(actor: Actor, asked: Asked): Asked {
  return { ...asked, actor };
}

export function ruling(command: Asked['command']): Asked {
  return { actor: FACILITATOR, command };
}

/** The ruling on the asker's screen. */
export function seenBy(session: ReadonlySession, { seen }: Aim): Version {
  return seen ?? session.ruling.version;
}

/** The round on stage, where no other is named. */
export function target({ current, activities }: ReadonlySession, aim: Aim): { activity: ActivityId; round: RoundId } {
  const activity = aim.activity ?? current ?? 'a1';
  const state = activities.get(activity);
  const round = state?.kind === 'allocation' ? state.round?.id : undefined;
  return { activity, round: aim.round ?? round ?? `${activity}.1` };
}

function ruled(type: 'WithdrawLastCall' | 'CloseNow' | 'HideTotals' | 'ShowNext' | 'Show', aim: Aim): Asked {
  return ruling((session) => ({ type, ...target(session, aim), seen: seenBy(session, aim) }));
}

function linesOf(votes: Votes): Allocation {
  return isLines(votes) ? votes : toAllocation(Object.entries(votes));
}

function isLines(votes: Votes): votes is Allocation {
  return Array.isArray(votes);
}
