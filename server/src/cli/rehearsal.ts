import { createHash } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type { OutcomeSection } from '@cyfran/shared/activities/allocation/outcome.ts';
import { decidingRound } from '@cyfran/shared/activities/templates.ts';
import type { Election, Vote } from '@cyfran/shared/pabulib/parse.ts';
import type { Ack } from '@cyfran/shared/protocol.ts';
import type { Request } from '@cyfran/shared/session/commands.ts';
import { emptySetUp, type SetUp } from '@cyfran/shared/session/set-up.ts';
import type { View } from '@cyfran/shared/session/view.ts';
import type { CreatedMeeting } from '../meeting/create-meeting.ts';
import { Robot } from './robot.ts';

/** How to run it. `onOpen`: the meeting is there, nobody has joined; it goes on when the promise resolves. `onCast`: all ballots are in. */
export interface RehearsalOptions {
  readonly url: string;
  readonly hostKey: string;
  /** Ballots are spread over this time; 0 = as fast as answers come. */
  readonly castOverMs: number;
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
  readonly differences: readonly string[];
}

const JOINING_AT_ONCE = 20;
const LAST_CALL_SECONDS = 60;
/** The last frame is at most this far behind the last answer; what differs then is a difference. */
const SETTLE_MS = 5000;

/**
 * Runs a real election as a meeting: one robot per voter joins over a real socket and casts that voter's ballot; then the totals on
 * every phone are held against the file's own, and the outcome against a count made here from the file alone.
 */
export async function rehearse(election: Election, options: RehearsalOptions): Promise<RehearsalReport> {
  const meeting = await openMeeting(election, options);
  await options.onOpen?.(meeting);
  const facilitator = await Robot.connect(options.url, { sid: meeting.sid, secret: meeting.facilitator });
  await rule(facilitator, (seen) => ({ type: 'OpenJoining', seen }));
  const robots = await join(options.url, meeting.code, election.votes.length);
  await rule(facilitator, (seen) => ({ type: 'StartActivity', activity: 'a1', seen }));
  await castAll(election.votes, robots, options.castOverMs);
  const differences = await compareTallies(election, robots);
  await options.onCast?.();
  const outcomes = await closeAndShow(facilitator, robots);
  await options.onShown?.();
  differences.push(...compareOutcomes(election, outcomes));
  await rule(facilitator, (seen) => ({ type: 'EndMeeting', seen }));
  for (const robot of [facilitator, ...robots]) robot.close();
  const [outcome] = outcomes;
  return {
    phones: robots.length,
    ballots: outcome?.ballots ?? 0,
    funded: outcome?.funded ?? [],
    spentMinor: outcome?.spentMinor ?? 0,
    differences,
  };
}

/** The file's proposals, money and token rule as a meeting with one round, whose totals are live. */
function toSetUp({ meta, potMinor, projects }: Election): SetUp {
  const tokens = Number(meta.get('max_sum_points'));
  if (meta.get('vote_type') !== 'cumulative' || !Number.isInteger(tokens)) {
    throw new Error('a rehearsal needs cumulative votes with max_sum_points, so far');
  }
  const title = meta.get('description') ?? 'Rehearsal';
  const cap = Number(meta.get('max_points') ?? tokens);
  return {
    ...emptySetUp([decidingRound({ reveal: 'live', tokens, cap })]),
    title: { en: title.slice(0, 120) },
    purpose: { en: 'A rehearsal with the ballots of a real election' },
    voters: { en: 'One robot for each voter in the file' },
    currency: meta.get('currency') ?? 'EUR',
    potMinor,
    proposals: projects.map(({ id, name, costMinor }) => ({
      proposal: id,
      name: { en: name === '' ? id : name },
      costMinor,
    })),
  };
}

async function openMeeting(election: Election, { url, hostKey }: RehearsalOptions): Promise<CreatedMeeting> {
  const response = await fetch(`${url}/api/sessions`, {
    method: 'POST',
    headers: { authorization: `Bearer ${hostKey}`, 'content-type': 'application/json' },
    body: JSON.stringify(toSetUp(election)),
  });
  if (response.status !== 201) throw new Error(`the meeting was not opened: ${await response.text()}`);
  return (await response.json()) as CreatedMeeting;
}

/** A ruling on what the facilitator's screen shows now, answered and seen on that screen. */
async function rule(facilitator: Robot, command: (seen: number) => Request): Promise<void> {
  const seen = await facilitator.until(({ now }) => now?.ruling);
  accepted(await facilitator.send(command(seen)));
  await facilitator.until(({ now }) => now !== undefined && now.ruling > seen);
}

async function join(url: string, code: string, people: number): Promise<Robot[]> {
  const robots: Robot[] = [];
  while (robots.length < people) {
    const some = Math.min(JOINING_AT_ONCE, people - robots.length);
    const joined = Array.from({ length: some }, async () => {
      const robot = await Robot.connect(url, { code });
      accepted(await robot.send({ type: 'Join' }));
      return robot;
    });
    robots.push(...(await Promise.all(joined)));
  }
  return robots;
}

async function castAll(votes: readonly Vote[], robots: readonly Robot[], overMs: number): Promise<void> {
  const cast = robots.map(async (robot, index) => {
    await robot.until(({ now }) => now?.activity?.kind === 'allocation');
    if (overMs > 0) await setTimeout((overMs * index) / robots.length);
    accepted(await robot.cast(votes[index]?.lines ?? []));
  });
  await Promise.all(cast);
}

/** The last totals on every phone against the file's `score` and `votes` columns. */
async function compareTallies(election: Election, robots: readonly Robot[]): Promise<string[]> {
  const expected = new Map(election.projects.map(({ id, score, votes }) => [id, { score, votes }]));
  const differences = robots.map(async (robot, index) => {
    const agrees = robot.until((view) => wrongRows(view, expected).length === 0);
    // Without holding the process: when all agree, there is nothing to wait for.
    await Promise.race([agrees, setTimeout(SETTLE_MS, undefined, { ref: false })]);
    return wrongRows(robot.view, expected).map((row) => `phone ${String(index + 1)}: ${row}`);
  });
  return (await Promise.all(differences)).flat();
}

function wrongRows(
  { now, tally }: View,
  expected: ReadonlyMap<string, { score: number | null; votes: number | null }>,
): string[] {
  const proposals = now?.activity?.kind === 'allocation' ? now.activity.proposals : [];
  if (proposals.length !== expected.size || tally?.rows.length !== expected.size) return ['the tally is not there'];
  return proposals.flatMap((proposal, index) => {
    const [tokens, supporters] = tally.rows[index] ?? [0, 0];
    const { score = null, votes = null } = expected.get(proposal) ?? {};
    if ((score === null || score === tokens) && (votes === null || votes === supporters)) return [];
    return [
      `${proposal} has ${String(tokens)} tokens of ${String(supporters)} people, the file says ${String(score)} of ${String(votes)}`,
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

function compareOutcomes(election: Election, outcomes: readonly OutcomeSection[]): string[] {
  const [first] = outcomes;
  if (first === undefined) return ['no phone showed an outcome'];
  const offline = countOffline(election, first.lot).join(', ');
  return outcomes.flatMap(({ funded }, index) =>
    funded.join(', ') === offline
      ? []
      : [`phone ${String(index + 1)}: funded ${funded.join(', ')}, counted offline ${offline}`],
  );
}

/** Most points first, while the money lasts, from the file's ballots alone: shares no code with the meeting's own count. */
function countOffline({ projects, votes, potMinor }: Election, lot: string): string[] {
  const points = new Map<string, number>();
  for (const [id, given] of votes.flatMap(({ lines }) => lines)) points.set(id, (points.get(id) ?? 0) + given);
  const drawn = (id: string) => createHash('sha256').update(`${lot}\n${id}`).digest('hex');
  const ranked = projects
    .map(({ id, costMinor }) => ({ id, costMinor, points: points.get(id) ?? 0, drawn: drawn(id) }))
    .filter((project) => project.points > 0)
    .sort((a, b) => b.points - a.points || (a.drawn < b.drawn ? -1 : 1));
  let left = potMinor;
  return ranked.flatMap(({ id, costMinor }) => {
    if (costMinor > left) return [];
    left -= costMinor;
    return [id];
  });
}

function accepted(ack: Ack): void {
  if (!ack.ok) throw new Error(`refused: ${ack.reason}`);
}
