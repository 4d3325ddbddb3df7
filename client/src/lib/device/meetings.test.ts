import { expect, test } from 'vitest';
import { memoryKeep } from '#lib/live/keep.ts';
import { keepMeeting, readMeetings, type KeptMeeting } from './meetings.ts';

const meeting = (sid: string, title = 'Village'): KeptMeeting => ({
  sid,
  code: 'BCDFGH',
  title: { en: title },
  facilitator: 'f',
  stage: 's',
  joinUrl: 'http://192.168.1.7:3000/s/BCDFGH',
});

test('the newest meeting stands first, each once, and a new name moves none of them', () => {
  const keep = memoryKeep();
  keepMeeting(keep, meeting('s-1'));
  keepMeeting(keep, meeting('s-2'));
  keepMeeting(keep, meeting('s-1', 'Again'));
  expect(readMeetings(keep)).toEqual([meeting('s-2'), meeting('s-1', 'Again')]);
});

test('what is no list is an empty one', () => {
  const keep = memoryKeep();
  keep.write('cyfran.meetings', { broken: true });
  expect(readMeetings(keep)).toEqual([]);
});
