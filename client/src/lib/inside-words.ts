import { phoneInsideCy } from '@cyfran/shared/i18n/phone-inside.cy.ts';
import { phoneInsideEn, type PhoneInside } from '@cyfran/shared/i18n/phone-inside.en.ts';
import type { Language } from './language.svelte.ts';
import type { Locale } from '@cyfran/shared/words/locale.ts';

const WORDS: Readonly<Record<Locale, PhoneInside>> = { cy: phoneInsideCy, en: phoneInsideEn };

/** The words of the phone inside a meeting, in the language of this page: a file of their own, as a first look does not need them. */
export function insideWords(language: Language): PhoneInside {
  return WORDS[language.current];
}
