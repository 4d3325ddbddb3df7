import { recordCy } from '../i18n/record.cy.ts';
import { recordEn } from '../i18n/record.en.ts';
import type { RecordWords } from '../i18n/record.en.ts';
import type { Locale } from '../words/locale.ts';

/** The words of a meeting's public record, by language. */
export const recordWords: Readonly<Record<Locale, RecordWords>> = { cy: recordCy, en: recordEn };
