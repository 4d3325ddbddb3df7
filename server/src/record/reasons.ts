import type { Lacked } from '@cyfran/shared/activities/allocation/not-funded.ts';
import { recordCy } from '@cyfran/shared/i18n/record.cy.ts';
import { recordEn } from '@cyfran/shared/i18n/record.en.ts';
import type { SetUp } from '@cyfran/shared/session/set-up.ts';
import { decimalAmount } from './amount.ts';

/** The two languages of every file. */
export const LANGUAGES = ['cy', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

export const WORDS = { cy: recordCy, en: recordEn } as const;

/** What a proposal lacked, as a sentence. */
export function lackedSentence(
  language: Language,
  lacked: Lacked,
  { currency, groupNames }: Pick<SetUp, 'currency' | 'groupNames'>,
): string {
  const words = WORDS[language];
  if (lacked.why === 'money' || lacked.why === 'shares') {
    return words.lacked[lacked.why](`${decimalAmount(currency, lacked.shortMinor)} ${currency}`);
  }
  if (lacked.why !== 'talk') return words.lacked[lacked.why];
  if (lacked.lacks === 'both') return words.lacked.both;
  const { cy, en } = groupNames[lacked.lacks];
  const given = language === 'cy' ? (cy ?? en) : (en ?? cy);
  return words.lacked.side(given ?? words.groups[lacked.lacks]);
}
