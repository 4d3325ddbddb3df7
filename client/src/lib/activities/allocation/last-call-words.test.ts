import { phoneEn } from '@cyfran/shared/i18n/phone.en.ts';
import { expect, test } from 'vitest';
import { lastCallWords } from './last-call-words.ts';

test.each([
  [82_000, 'Voting closes in 1:22'],
  [60_001, 'Voting closes in 1:01'],
  [60_000, 'Voting closes in 60 seconds'],
  [900, 'Voting closes in 1 second'],
  [0, 'Voting is closing'],
  [-5000, 'Voting is closing'],
])('with %i ms left nobody is told of more time than a begun second: %s', (leftMs, words) => {
  expect(lastCallWords(phoneEn.lastCall, leftMs)).toBe(words);
});
