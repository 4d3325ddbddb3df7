import type { SetUp } from '@cyfran/shared/session/set-up.ts';
import { keepMeeting, readMeetings } from '#lib/device/meetings.ts';
import { HOST_KEY, runKey, stageKey, takeSecret } from '#lib/device/secret.ts';
import type { Keep } from '#lib/live/keep.ts';
import type { Text } from '@cyfran/shared/words/text.ts';
import { hostCalls, type Answer, type CreatedMeeting, type HostCalls, type MeetingOnServer } from './calls.ts';

/** How a key or a secret becomes calls to the server; a test hands in its own. */
type Calling = (secret: string) => HostCalls;

/** Makes a meeting like another one, for another day. */
export async function copyMeeting(keep: Keep, calls: HostCalls, sid: string): Promise<Answer<CreatedMeeting>> {
  const from = await calls.setUp(sid);
  return from.ok ? makeMeeting(keep, calls, forAnotherDay(from.got.setUp), sid) : from;
}

/** Makes a meeting on the server and keeps its links on this device: the server tells them once. `copyOf`: where the set-up is from. */
export async function makeMeeting(
  keep: Keep,
  calls: HostCalls,
  setUp: SetUp,
  copyOf: string | null = null,
): Promise<Answer<CreatedMeeting>> {
  const answer = await calls.create(setUp, copyOf);
  if (answer.ok) keepLinks(keep, answer.got, setUp.title);
  return answer;
}

/** Keeps the links of a meeting that was just made. */
export function keepLinks(keep: Keep, made: CreatedMeeting, title: Text): void {
  keep.write(runKey(made.sid), made.facilitator);
  keep.write(stageKey(made.sid), made.stage);
  keepMeeting(keep, { ...made, title });
}

/**
 * The secret with which this device prepares and runs a meeting: the one in the link, or kept from before; else a fresh one, made with the
 * host's key where this device has that. `no-secret`: none of them.
 */
export async function runSecret(keep: Keep, sid: string, calling: Calling = hostCalls): Promise<Answer<string>> {
  const known = takeSecret(keep, runKey(sid)) ?? readMeetings(keep).find((one) => one.sid === sid)?.facilitator;
  if (known === undefined) return freshSecret(keep, sid, calling);
  keep.write(runKey(sid), known);
  return { ok: true, got: known };
}

/** Opens a meeting's set-up: a secret that the server does not know any more is made anew with the host's key, where there is one. */
export async function openMeeting(
  keep: Keep,
  sid: string,
  calling: Calling = hostCalls,
): Promise<Answer<{ readonly calls: HostCalls; readonly meeting: MeetingOnServer }>> {
  const secret = await runSecret(keep, sid, calling);
  if (!secret.ok) return secret;
  const first = await tryOpen(sid, calling(secret.got));
  if (first.ok || first.reason !== 'unknown-secret') return first;
  const fresh = await freshSecret(keep, sid, calling);
  return fresh.ok ? tryOpen(sid, calling(fresh.got)) : first;
}

/** Brings what this device knows of a meeting up to date. */
export function rememberMeeting(keep: Keep, { sid, code, joinUrl, setUp }: MeetingOnServer): void {
  const facilitator = keep.read(runKey(sid));
  const stage = keep.read(stageKey(sid));
  if (typeof facilitator !== 'string') return;
  keepMeeting(keep, {
    ...{ sid, code, joinUrl, facilitator, title: setUp.title },
    stage: typeof stage === 'string' ? stage : null,
  });
}

/** What was chosen for that one evening is chosen anew: its day and times, and what was skipped as it went. */
function forAnotherDay(setUp: SetUp): SetUp {
  const agenda = setUp.agenda.map((item) => ({ ...item, skipped: false }));
  return { ...setUp, day: null, bookedMinutes: null, questionsUntil: null, agenda };
}

async function tryOpen(sid: string, calls: HostCalls) {
  const answer = await calls.setUp(sid);
  return answer.ok ? { ok: true as const, got: { calls, meeting: answer.got } } : answer;
}

async function freshSecret(keep: Keep, sid: string, calling: Calling): Promise<Answer<string>> {
  const key = keep.read(HOST_KEY);
  if (typeof key !== 'string') return { ok: false, reason: 'no-secret' };
  const answer = await calling(key).link(sid, 'facilitator');
  if (!answer.ok) return answer;
  keep.write(runKey(sid), answer.got.secret);
  return { ok: true, got: answer.got.secret };
}
