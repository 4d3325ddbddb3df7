import { toAllocation } from '../ballots/cumulative.ts';
import type { Allocation } from '../ballots/ballot.ts';
import { dutiesOf } from '../session/duties.ts';
import type { Command } from '../session/commands.ts';
import type { ReadonlySession } from '../session/session.ts';
import { assert } from '../words/assert.ts';
import type { ActivityId, RoundId, SeatId } from '../words/ids.ts';
import type { Text } from '../words/text.ts';
import type { Version } from '../words/units.ts';
import type { Asked } from './recorded-session.ts';

const FACILITATOR = { role: 'facilitator' } as const;
export const SALT = 'AAAAAAAAAAAAAAAAAAAAAA';

/** Where a command goes, if not to the round on stage; `seen`: an older ruling on the facilitator's screen. */
export interface Aim {
  readonly activity?: ActivityId;
  readonly round?: RoundId;
  readonly seen?: Version;
}

/** A person's seat, by their name in the test: lower-case letters. */
export function seatOf(name: string): SeatId {
  return `p-${name.padEnd(16, '0')}`;
}

/** `ann` takes her seat; asked again it is the same command. */
export function joins(name: string): Asked {
  const seat = seatOf(name);
  return { actor: { role: 'newcomer', seat }, command: () => ({ type: 'Join' }), cmd: `join:${seat}` };
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

export function endMeeting(aim: Aim = {}): Asked {
  return { actor: FACILITATOR, command: (session) => ({ type: 'EndMeeting', seen: seenBy(session, aim) }) };
}

/** `votes`: tokens by proposal, made a legal ballot's lines; or the lines as they are sent. */
export function castBallot(name: string, votes: Readonly<Record<string, number>> | Allocation, aim: Aim = {}): Asked {
  const alloc = isLines(votes) ? votes : toAllocation(Object.entries(votes));
  return {
    actor: { role: 'participant', seat: seatOf(name) },
    command: (session) => ({ type: 'CastBallot', ...target(session, aim), alloc, replaces: 0, salt: SALT }),
  };
}

export function lastCall(seconds = 60, aim: Aim = {}): Asked {
  return ruling((session) => ({ type: 'LastCall', ...target(session, aim), seconds, seen: seenBy(session, aim) }));
}

export function closeNow(aim: Aim = {}): Asked {
  return ruling((session) => ({ type: 'CloseNow', ...target(session, aim), seen: seenBy(session, aim) }));
}

export function reopen(reason: Text = { en: 'A bus came late' }, aim: Aim = {}): Asked {
  return ruling((session) => ({ type: 'Reopen', ...target(session, aim), reason, seen: seenBy(session, aim) }));
}

export function show(aim: Aim = {}): Asked {
  return ruling((session) => ({ type: 'Show', ...target(session, aim), seen: seenBy(session, aim) }));
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
  return { actor: { role: 'count' }, command: (session) => ({ type: 'Count', ...target(session, aim) }) };
}

/** What the server owes the meeting first, under the id that every node gives it. */
export function firstDuty(session: ReadonlySession): Asked {
  const [duty] = dutiesOf(session);
  assert(duty, 'something is owed');
  const { cmd, role, command } = duty;
  return { cmd, actor: { role }, command: () => command };
}

/** The same asked by somebody else. */
export function by(actor: Asked['actor'], asked: Asked): Asked {
  return { ...asked, actor };
}

function ruling(command: Asked['command']): Asked {
  return { actor: FACILITATOR, command };
}

function seenBy(session: ReadonlySession, { seen }: Aim): Version {
  return seen ?? session.ruling.version;
}

function target({ current }: ReadonlySession, aim: Aim): { activity: ActivityId; round: RoundId } {
  const activity = aim.activity ?? current ?? 'a1';
  return { activity, round: aim.round ?? `${activity}.1` };
}

function isLines(votes: Readonly<Record<string, number>> | Allocation): votes is Allocation {
  return Array.isArray(votes);
}
