import type { Keep } from '#lib/live/keep.ts';
import { helpKey, runKey, stageKey } from './secret.ts';
import type { Text } from '@cyfran/shared/words/text.ts';

/** A meeting whose set-up was opened on this device, with the secrets of its links: the server does not keep them. */
export interface KeptMeeting {
  readonly sid: string;
  readonly code: string;
  readonly title: Text;
  readonly facilitator: string;
  /** The big screen's; a co-host's device has none until it makes one. */
  readonly stage: string | null;
  readonly joinUrl: string;
}

const NAME = 'cyfran.meetings';

/** The meetings of this device, the newest first. */
export function readMeetings(keep: Keep): KeptMeeting[] {
  const read = keep.read(NAME);
  return Array.isArray(read) ? (read as KeptMeeting[]) : [];
}

/** Forgets a meeting that is gone, with the secrets of its links. */
export function forgetMeeting(keep: Keep, sid: string): void {
  const others = readMeetings(keep).filter((one) => one.sid !== sid);
  keep.write(NAME, others);
  for (const name of [runKey(sid), stageKey(sid), helpKey(sid)]) keep.remove(name);
}

/** Puts a meeting at the head of the list; one that is there stays where it is and is brought up to date. */
export function keepMeeting(keep: Keep, meeting: KeptMeeting): void {
  const known = readMeetings(keep);
  const isThere = known.some(({ sid }) => sid === meeting.sid);
  keep.write(NAME, isThere ? known.map((one) => (one.sid === meeting.sid ? meeting : one)) : [meeting, ...known]);
}
