import { hostCy } from '@cyfran/shared/i18n/host.cy.ts';
import { hostEn } from '@cyfran/shared/i18n/host.en.ts';
import type { HostWords } from '@cyfran/shared/i18n/host.en.ts';
import type { Locale } from '@cyfran/shared/words/locale.ts';

/** The words of the host's pages, by language. */
export const host: Readonly<Record<Locale, HostWords>> = { cy: hostCy, en: hostEn };
