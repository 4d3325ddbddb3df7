import { recordCy } from '@cyfran/shared/i18n/record.cy.ts';
import { recordEn } from '@cyfran/shared/i18n/record.en.ts';
import type { RecordWords } from '@cyfran/shared/i18n/record.en.ts';
import type { Locale } from '../locale.ts';

/** The words of a meeting's public record, by language. */
export const recordWords: Readonly<Record<Locale, RecordWords>> = { cy: recordCy, en: recordEn };
