import { LOCALES, type Locale } from '@cyfran/shared/words/locale.ts';

export const LOCALE_COOKIE = 'cyfran-lang';

function isLocale(value: unknown): value is Locale {
  return LOCALES.some((locale) => locale === value);
}

/**
 * The language of a page: what was chosen here before (`cookie`), else the first of ours that the browser asks for
 * (`Accept-Language`, by weight, then by order), else English.
 */
export function preferredLocale(cookie: string | undefined, acceptLanguage: string | null): Locale {
  if (isLocale(cookie)) return cookie;
  const asked = (acceptLanguage ?? '').split(',').map(parseLanguage);
  asked.sort((a, b) => b.weight - a.weight);
  return (
    (asked.find(({ weight, language }) => weight > 0 && isLocale(language))?.language as Locale | undefined) ?? 'en'
  );
}

function parseLanguage(range: string): { language: string; weight: number } {
  const [tag = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
  const quality = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
  const weight = quality === undefined ? 1 : Number(quality);
  return { language: tag.split('-', 1)[0] ?? '', weight: Number.isFinite(weight) ? weight : 0 };
}
