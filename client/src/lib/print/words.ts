import { printCy } from '@cyfran/shared/i18n/print.cy.ts';
import { printEn } from '@cyfran/shared/i18n/print.en.ts';
import type { Print } from '@cyfran/shared/i18n/print.en.ts';
import type { Text } from '@cyfran/shared/words/text.ts';
import type { Locale } from '@cyfran/shared/words/locale.ts';

/** The words of the page that prints, by language. */
export const print: Readonly<Record<Locale, Print>> = { cy: printCy, en: printEn };

/** A word of a printed sheet, in both languages. */
export function bothPrinted(say: (words: Print['sheet']) => string): Text {
  return { cy: say(printCy.sheet), en: say(printEn.sheet) };
}

/** Whether nobody has written this. */
export function isEmpty(text: Text): boolean {
  return text.cy === undefined && text.en === undefined;
}
