import type { Phone } from '@cyfran/shared/i18n/phone.en.ts';
import type { Facts, RefusalReason } from '@cyfran/shared/words/refusal.ts';

/** Why the server said no, for people. */
export function refusalSentence(words: Phone, reason: RefusalReason, facts: Facts = {}): string {
  const said = words.refusals[reason];
  return typeof said === 'string' ? said : said(facts);
}
