import { tabletCy } from '@cyfran/shared/i18n/tablet.cy.ts';
import { tabletEn, type TabletWords } from '@cyfran/shared/i18n/tablet.en.ts';
import type { Text } from '@cyfran/shared/words/text.ts';
import type { Locale } from '@cyfran/shared/words/locale.ts';

/** The words of a shared tablet in both languages. */
export const tabletWords: Readonly<Record<Locale, TabletWords>> = { cy: tabletCy, en: tabletEn };

/** One text of the tablet in both languages at once, for before somebody has chosen one. */
export function inBoth(of: (words: TabletWords) => string): Text {
  return { cy: of(tabletCy), en: of(tabletEn) };
}
