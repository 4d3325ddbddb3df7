import { setTimeout } from 'node:timers/promises';
import type { AllocationNow } from '@cyfran/shared/activities/allocation/view.ts';
import type { View } from '@cyfran/shared/session/view.ts';
import type { Group } from '@cyfran/shared/words/groups.ts';
import type { ProposalId } from '@cyfran/shared/words/ids.ts';
import { readsGroups } from '@cyfran/shared/words/reads-groups.ts';
import { choose, type Luck } from './choosing.ts';
import type { Robot } from './robot.ts';

/** How the people of a hall are. `pace`: so many times as fast as people. `likes`: how much they like a proposal, above 0. */
export interface Hall {
  readonly pace: number;
  readonly luck: Luck;
  readonly likes: (proposal: ProposalId) => number;
}

/** In seconds, from and to. */
const ARRIVES: Span = [0, 40];
const READS: Span = [4, 30];
const WEIGHS: Span = [3, 40];
const HURRIES: Span = [1, 8];
const IS_AWAY: Span = [5, 20];
const ASKS_AFTER: Span = [5, 40];
type Span = readonly [from: number, to: number];

/** How many of all, as parts of one. */
const LOSES_SIGNAL = 0.15;
const SENDS_NOTHING = 0.04;
const CHANGES_MIND = 0.12;
const HAS_QUESTION = 0.05;
const SAYS_GROUP = 0.9;
const IS_CITIZEN = 0.65;

/**
 * Takes part in a meeting as a person would, until it ends: comes in when joining opens, knocks where people are let in, votes in every round
 * in its own time, hurries at the last call. Some lose their signal with choices that are not sent, some send nothing, some change their mind.
 */
export async function takePart(robot: Robot, hall: Hall): Promise<void> {
  const { luck } = hall;
  await robot.until(({ meeting, joining }) => (meeting ?? joining)?.state === 'open');
  await pause(ARRIVES, hall);
  await robot.sendSurely({ type: 'Join' });
  const group: Group = luck() > SAYS_GROUP ? 'undeclared' : luck() < IS_CITIZEN ? 'citizens' : 'professionals';
  const seen = new Set<string>();
  for (;;) {
    const next = await robot.until((view) => comesNext(view, seen));
    if (next === 'ended') break;
    seen.add(next);
    const { activity } = robot.view.now ?? {};
    if (activity?.kind === 'allocation') await vote(robot, activity, group, hall);
    else if (luck() < HAS_QUESTION) await ask(robot, next, hall);
  }
  robot.close();
}

/** A round to vote in, a part in which one can have a question, or the end; each once. */
function comesNext({ meeting, joining, now }: View, seen: ReadonlySet<string>): string | null {
  if ((meeting ?? joining)?.state === 'closed') return 'ended';
  const { current, activity } = now ?? {};
  const next = activity?.kind === 'allocation' ? activity.round : activity?.kind === 'how' ? current : null;
  return typeof next === 'string' && !seen.has(next) ? next : null;
}

async function vote(robot: Robot, round: AllocationNow, group: Group, hall: Hall): Promise<void> {
  const { luck, likes } = hall;
  await inOwnTime(robot, READS, hall);
  robot.socket.emit('presence', { unsent: true });
  await inOwnTime(robot, WEIGHS, hall);
  if (luck() < LOSES_SIGNAL) await loseSignal(robot, hall);
  if (luck() < SENDS_NOTHING) return;
  const send = async () => {
    if (!isOpen(robot.view, round)) return;
    // Too late is for people to read; a robot goes on.
    await robot.sendSurely(robot.ballot(choose(round, likes, luck), readsGroups(round) ? group : undefined));
    robot.socket.emit('presence', { unsent: false });
  };
  await send();
  if (luck() >= CHANGES_MIND) return;
  await inOwnTime(robot, WEIGHS, hall);
  await send();
}

async function ask(robot: Robot, activity: string, hall: Hall): Promise<void> {
  await pause(ASKS_AFTER, hall);
  if (robot.view.now?.current !== activity) return;
  await robot.sendSurely({ type: 'RaiseQuestion', activity, raised: true });
}

/** Out of reach for a while, as in a lift; then it comes back and says again that it has something to send. */
async function loseSignal(robot: Robot, hall: Hall): Promise<void> {
  robot.socket.disconnect();
  await pause(IS_AWAY, hall);
  robot.socket.connect();
  robot.socket.emit('presence', { unsent: true });
}

/** A while, or less when the last call is made. */
async function inOwnTime(robot: Robot, span: Span, hall: Hall): Promise<void> {
  const isCalled = ({ now }: View) => now?.activity?.kind !== 'allocation' || now.activity.closesAt !== null;
  const called = robot.until(isCalled).then(() => pause(HURRIES, hall));
  await Promise.race([pause(span, hall), called]);
}

function isOpen({ now }: View, { round }: AllocationNow): boolean {
  const { activity } = now ?? {};
  return activity?.kind === 'allocation' && activity.round === round && activity.stage !== 'closed';
}

function pause([from, to]: Span, { pace, luck }: Hall): Promise<void> {
  return setTimeout(((from + (to - from) * luck()) * 1000) / pace);
}
