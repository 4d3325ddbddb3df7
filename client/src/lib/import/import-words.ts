import { importCy } from '@cyfran/shared/i18n/import.cy.ts';
import { importEn, type ImportWords } from '@cyfran/shared/i18n/import.en.ts';
import type { Locale } from '@cyfran/shared/words/locale.ts';

/** The words of importing, by language. */
export const importWords: Readonly<Record<Locale, ImportWords>> = { cy: importCy, en: importEn };
