import { minorDigits } from '../words/currency.ts';
import type { Locale } from '../words/locale.ts';

// Phones come without Welsh, whose numbers are written as British ones are.
const NUMBERS: Readonly<Record<Locale, readonly string[]>> = { cy: ['cy', 'en-GB'], en: ['en-GB'] };

/** An amount of whole minor units for people: `£12,500`, with pence only where there are any. */
export function formatMoney(locale: Locale, currency: string, minor: number): string {
  const options = {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    trailingZeroDisplay: 'stripIfInteger',
  } as const;
  const format = new Intl.NumberFormat([...NUMBERS[locale]], options);
  return format.format(minor / 10 ** minorDigits(currency));
}

/** A whole number for people: `12,500`. */
export function formatCount(locale: Locale, count: number): string {
  return new Intl.NumberFormat([...NUMBERS[locale]]).format(count);
}

/** How much a vote weighs, for people: `1`, `3.4`, `0.58`. */
export function formatWeight(locale: Locale, weight: number): string {
  return new Intl.NumberFormat([...NUMBERS[locale]], { maximumSignificantDigits: 2 }).format(weight);
}
