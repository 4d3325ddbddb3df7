import type { Keep } from '#lib/live/keep.ts';
import type { Text } from '@cyfran/shared/words/text.ts';

/** A meeting that was set up on this device, with the secrets of its links: the server does not keep them. */
export interface KeptMeeting {
  readonly sid: string;
  readonly code: string;
  readonly title: Text;
  readonly facilitator: string;
  readonly stage: string;
  readonly joinUrl: string;
}

const NAME = 'cyfran.meetings';

/** The meetings set up on this device, the newest first. */
export function readMeetings(keep: Keep): KeptMeeting[] {
  const read = keep.read(NAME);
  return Array.isArray(read) ? (read as KeptMeeting[]) : [];
}

/** Puts a meeting at the head of the list. */
export function keepMeeting(keep: Keep, meeting: KeptMeeting): void {
  const others = readMeetings(keep).filter(({ sid }) => sid !== meeting.sid);
  keep.write(NAME, [meeting, ...others]);
}
