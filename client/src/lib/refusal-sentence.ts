import type { PhoneFirst } from '@cyfran/shared/i18n/phone-first.en.ts';
import type { Facts, RefusalReason } from '@cyfran/shared/words/refusal.ts';

/** Why the server said no, for people. */
export function refusalSentence(words: PhoneFirst, reason: RefusalReason, facts: Facts = {}): string {
  const said = words.refusals[reason];
  return typeof said === 'string' ? said : said(facts);
}
