import type { Keep } from '#lib/live/keep.ts';
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

/** Puts a meeting at the head of the list; one that is there stays where it is and is brought up to date. */
export function keepMeeting(keep: Keep, meeting: KeptMeeting): void {
  const known = readMeetings(keep);
  const isThere = known.some(({ sid }) => sid === meeting.sid);
  keep.write(NAME, isThere ? known.map((one) => (one.sid === meeting.sid ? meeting : one)) : [meeting, ...known]);
}
