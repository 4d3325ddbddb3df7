import { decidingRound } from '@cyfran/shared/activities/templates.ts';
import { phoneEn } from '@cyfran/shared/i18n/phone.en.ts';
import { expect, test } from 'vitest';
import { howSentences } from './how-sentences.ts';

const said = (changes: Parameters<typeof decidingRound>[0]) =>
  howSentences(phoneEn.how, decidingRound(changes), '£12,500').join(' ');

test('the rules are read aloud with the round’s own numbers', () => {
  const text = said({ tokens: 7, cap: 3 });
  for (const part of ['7 tokens', 'at most 3', '£12,500', phoneEn.how.hidden, phoneEn.how.tie])
    expect(text).toContain(part);
});

test('what makes a round another is said', () => {
  expect(said({ voice: 'equal-groups' })).toContain(phoneEn.how.voice['equal-groups']);
  expect(said({ decision: 'both-groups' })).toContain(phoneEn.how.both);
  expect(said({ reveal: 'live' })).toContain(phoneEn.how.live);
  expect(said({ tokens: 5, cap: 5 })).not.toContain('at most');
});
