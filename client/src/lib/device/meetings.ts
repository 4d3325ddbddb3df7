import type { Text } from '@cyfran/shared/words/text.ts';
import type { Kept } from './kept.ts';

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
export function readMeetings(store: Kept): KeptMeeting[] {
  try {
    const read: unknown = JSON.parse(store.get(NAME) ?? '[]');
    return Array.isArray(read) ? (read as KeptMeeting[]) : [];
  } catch {
    // Touched by hand: the list starts anew rather than keep a host from setting up.
    return [];
  }
}

/** Puts a meeting at the head of the list. */
export function keepMeeting(store: Kept, meeting: KeptMeeting): void {
  const others = readMeetings(store).filter(({ sid }) => sid !== meeting.sid);
  store.set(NAME, JSON.stringify([meeting, ...others]));
}

/** Takes a meeting off the list, its links with it. */
export function forgetMeeting(store: Kept, sid: string): void {
  store.set(NAME, JSON.stringify(readMeetings(store).filter((meeting) => meeting.sid !== sid)));
}
