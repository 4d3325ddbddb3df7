import { setTimeout } from 'node:timers/promises';
import type { OutcomeSection } from '@cyfran/shared/activities/allocation/outcome.ts';
import type { Election } from '@cyfran/shared/pabulib/parse.ts';
import type { View } from '@cyfran/shared/session/view.ts';
import type { CreatedMeeting } from '../meeting/create-meeting.ts';
import { Robot } from '../robots/robot.ts';
import { accepted, addressOf, comeIn, openMeeting, rule } from '../robots/steps.ts';
import { Measures, type Figures } from './measures.ts';
import { countOffline, toReplayed, type Replayed, type Support } from './replayed.ts';

/** How to run it. `onOpen`: the meeting is there, nobody has joined; it goes on when the promise resolves. `onCast`: all ballots are in. */
export interface RehearsalOptions {
  readonly url: string;
  readonly hostKey: string;
  /** So many of the file's voters; all by default. */
  readonly people?: number | undefined;
  /** Ballots are spread over this time; 0 = as fast as answers come. */
  readonly castOverMs: number;
  /** Whether each phone may have an address of its own: the server then believes one proxy. */
  readonly ownAddresses?: boolean;
  readonly onOpen?: (meeting: CreatedMeeting) => Promise<void>;
  readonly onCast?: () => Promise<void>;
  readonly onShown?: () => Promise<void>;
}

/** `differences`: one sentence each, none when everything agreed. */
export interface RehearsalReport {
  readonly phones: number;
  readonly ballots: number;
  readonly funded: readonly string[];
  readonly spentMinor: number;
  readonly figures: Figures;
  readonly differences: readonly string[];
}

const JOINING_AT_ONCE = 50;
const LAST_CALL_SECONDS = 60;
/** The last frame is at most this far behind the last answer; what differs then is a difference. */
const SETTLE_MS = 20_000;

/**
 * Runs a real election as a meeting: one robot for each voter joins over a real socket and casts that voter's ballot; then the totals on
 * every phone are held against those of the same ballots and the file's own, and the outcome against a count made here from the ballots
 * alone. Throws `CannotReplay`.
 */
export async function rehearse(election: Election, options: RehearsalOptions): Promise<RehearsalReport> {
  const replayed = toReplayed(election, options.people);
  const meeting = await openMeeting(options.url, options.hostKey, replayed.setUp);
  await options.onOpen?.(meeting);
  const facilitator = await Robot.connect(options.url, { sid: meeting.sid, secret: meeting.facilitator });
  await rule(facilitator, (seen) => ({ type: 'OpenJoining', seen }));
  const robots = await join(options, meeting.code, replayed.ballots.length);
  const measures = new Measures(robots);
  await rule(facilitator, (seen) => ({ type: 'StartActivity', activity: 'a1', seen }));
  await castAll(replayed, robots, measures, options.castOverMs);
  const differences = await compareTallies(replayed, robots);
  const { figures } = measures;
  await options.onCast?.();
  const outcomes = await closeAndShow(facilitator, robots);
  await options.onShown?.();
  differences.push(...compareOutcomes(election, replayed, outcomes));
  await rule(facilitator, (seen) => ({ type: 'EndMeeting', seen }));
  for (const robot of [facilitator, ...robots]) robot.close();
  const [outcome] = outcomes;
  return {
    phones: robots.length,
    ballots: outcome?.ballots ?? 0,
    funded: outcome?.funded ?? [],
    spentMinor: outcome?.spentMinor ?? 0,
    figures,
    differences,
  };
}

async function join({ url, ownAddresses = false }: RehearsalOptions, code: string, people: number): Promise<Robot[]> {
  const robots: Robot[] = [];
  while (robots.length < people) {
    const some = Math.min(JOINING_AT_ONCE, people - robots.length);
    const first = robots.length;
    const joined = Array.from({ length: some }, async (_, nth) => {
      const robot = await comeIn(url, { code }, ownAddresses ? { address: addressOf(first + nth) } : {});
      accepted(await robot.sendSurely({ type: 'Join' }));
      return robot;
    });
    robots.push(...(await Promise.all(joined)));
  }
  return robots;
}

async function castAll(
  { ballots }: Replayed,
  robots: readonly Robot[],
  measures: Measures,
  overMs: number,
): Promise<void> {
  const cast = robots.map(async (robot, index) => {
    await robot.until(({ now }) => now?.activity?.kind === 'allocation');
    if (overMs > 0) await setTimeout((overMs * index) / robots.length);
    const at = performance.now();
    const ack = accepted(await robot.sendSurely(robot.ballot(ballots[index] ?? [])));
    measures.answered(at, ack.version);
  });
  await Promise.all(cast);
}

/** The last totals on every phone against those of the ballots, and against the file's `score` and `votes` columns. */
async function compareTallies({ totals, given }: Replayed, robots: readonly Robot[]): Promise<string[]> {
  const differences = robots.map(async (robot, index) => {
    const agrees = robot.until((view) => wrongRows(view, totals, 'the ballots say').length === 0);
    // Without holding the process: when all agree, there is nothing to wait for.
    await Promise.race([agrees, setTimeout(SETTLE_MS, undefined, { ref: false })]);
    const wrong = [
      ...wrongRows(robot.view, totals, 'the ballots say'),
      ...(given === null ? [] : wrongRows(robot.view, given, 'the file says')),
    ];
    return wrong.map((row) => `phone ${String(index + 1)}: ${row}`);
  });
  return (await Promise.all(differences)).flat();
}

function wrongRows({ now, tally }: View, expected: ReadonlyMap<string, Partial<Support>>, source: string): string[] {
  const proposals = now?.activity?.kind === 'allocation' ? now.activity.proposals : [];
  if (proposals.length !== expected.size || tally?.rows.length !== expected.size) return ['the tally is not there'];
  return proposals.flatMap((proposal, index) => {
    const [tokens, supporters] = tally.rows[index] ?? [0, 0];
    const right = { tokens, supporters, ...expected.get(proposal) };
    if (right.tokens === tokens && right.supporters === supporters) return [];
    return [
      `${proposal} has ${String(tokens)} tokens of ${String(supporters)} people, ${source} ${String(right.tokens)} of ${String(right.supporters)}`,
    ];
  });
}

async function closeAndShow(facilitator: Robot, robots: readonly Robot[]): Promise<OutcomeSection[]> {
  const round = 'a1.1';
  await rule(facilitator, (seen) => ({ type: 'LastCall', activity: 'a1', round, seconds: LAST_CALL_SECONDS, seen }));
  await rule(facilitator, (seen) => ({ type: 'CloseNow', activity: 'a1', round, seen }));
  await facilitator.until(({ ready }) => ready?.counted);
  await rule(facilitator, (seen) => ({ type: 'Show', activity: 'a1', round, seen }));
  return Promise.all(robots.map((robot) => robot.until(({ outcome }) => outcome)));
}

function compareOutcomes(election: Election, replayed: Replayed, outcomes: readonly OutcomeSection[]): string[] {
  const [first] = outcomes;
  if (first === undefined) return ['no phone showed an outcome'];
  const offline = countOffline(election, replayed, first.lot).join(', ');
  return outcomes.flatMap(({ funded }, index) =>
    funded.join(', ') === offline
      ? []
      : [`phone ${String(index + 1)}: funded ${funded.join(', ')}, counted offline ${offline}`],
  );
}
