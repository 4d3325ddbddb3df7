import type { Text } from '../words/text.ts';
import type { Locale } from '../words/locale.ts';

/** A text as it will be read: in the language asked for, else in the other; `null` when it was erased. */
export function readText(text: Text, locale: Locale): { readonly text: string; readonly lang: Locale } | null {
  const other = locale === 'cy' ? 'en' : 'cy';
  const mine = text[locale];
  if (mine !== undefined) return { text: mine, lang: locale };
  const theirs = text[other];
  return theirs === undefined ? null : { text: theirs, lang: other };
}

/** The text alone, for titles and names of controls, which cannot mark their language. */
export function plainText(text: Text, locale: Locale, withheld: string): string {
  return readText(text, locale)?.text ?? withheld;
}
