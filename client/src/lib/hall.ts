import { hallCy } from '@cyfran/shared/i18n/hall.cy.ts';
import { hallEn } from '@cyfran/shared/i18n/hall.en.ts';
import type { Hall } from '@cyfran/shared/i18n/hall.en.ts';
import type { Locale } from '@cyfran/shared/words/locale.ts';

/** The words of the host, the facilitator and the big screen, by language. */
export const hall: Readonly<Record<Locale, Hall>> = { cy: hallCy, en: hallEn };
