import { helperCy } from '@cyfran/shared/i18n/helper.cy.ts';
import { helperEn } from '@cyfran/shared/i18n/helper.en.ts';
import type { HelperWords } from '@cyfran/shared/i18n/helper.en.ts';
import type { Locale } from '@cyfran/shared/words/locale.ts';

/** The words of helpers, by language. */
export const helperWords: Readonly<Record<Locale, HelperWords>> = { cy: helperCy, en: helperEn };
