import { checkCy } from '@cyfran/shared/i18n/check.cy.ts';
import { checkEn, type CheckWords } from '@cyfran/shared/i18n/check.en.ts';
import type { Locale } from '@cyfran/shared/words/locale.ts';

/** The words of the page that checks a record, by language. */
export const checkWords: Readonly<Record<Locale, CheckWords>> = { cy: checkCy, en: checkEn };
