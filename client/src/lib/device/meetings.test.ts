import { expect, test } from 'vitest';
import type { Kept } from './kept.ts';
import { forgetMeeting, keepMeeting, readMeetings, type KeptMeeting } from './meetings.ts';

function memory(): Kept {
  const values = new Map<string, string>();
  return {
    get: (key) => values.get(key) ?? null,
    set: (key, value) => void values.set(key, value),
    remove: (key) => void values.delete(key),
  };
}

const meeting = (sid: string, title = 'Village'): KeptMeeting => ({
  sid,
  code: 'BCDFGH',
  title: { en: title },
  facilitator: 'f',
  stage: 's',
  joinUrl: 'http://192.168.1.7:3000/s/BCDFGH',
});

test('the newest meeting stands first, each once', () => {
  const store = memory();
  keepMeeting(store, meeting('s-1'));
  keepMeeting(store, meeting('s-2'));
  keepMeeting(store, meeting('s-1', 'Again'));
  expect(readMeetings(store)).toEqual([meeting('s-1', 'Again'), meeting('s-2')]);
  forgetMeeting(store, 's-1');
  expect(readMeetings(store)).toEqual([meeting('s-2')]);
});

test('what is no list is an empty one', () => {
  const store = memory();
  store.set('cyfran.meetings', '{broken');
  expect(readMeetings(store)).toEqual([]);
  store.set('cyfran.meetings', '{}');
  expect(readMeetings(store)).toEqual([]);
});
