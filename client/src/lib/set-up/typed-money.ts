import { parseMoney } from '@cyfran/shared/sheet/parse-money.ts';
import { minorDigits } from '@cyfran/shared/words/currency.ts';
import type { Problem } from './problem.ts';

/** The currencies that the host chooses from. All have the same number of decimals, so a change of currency leaves amounts as they are. */
export const CURRENCIES = ['GBP', 'EUR', 'USD', 'CHF', 'SEK', 'NOK', 'DKK', 'PLN', 'CZK', 'CAD', 'AUD', 'NZD'];

/** An amount as a person would type it: `12,500` or `12,500.50`; nothing where there is none yet. */
export function typedMoney(minor: number, currency: string): string {
  if (minor === 0) return '';
  const digits = minorDigits(currency);
  const text = String(minor).padStart(digits + 1, '0');
  const whole = text.slice(0, text.length - digits).replace(/\B(?=(\d{3})+$)/g, ',');
  const fraction = text.slice(text.length - digits);
  return /^0*$/.test(fraction) ? whole : `${whole}.${fraction}`;
}

/** What was typed as whole minor units; 0 where nothing was, or where it is a problem. */
export function minorOf(typed: string, currency: string): number {
  const parsed = parseMoney(typed, minorDigits(currency));
  return parsed.ok ? parsed.minor : 0;
}

/** Why an amount cannot be saved. That none was typed is no problem. */
export function moneyProblems(field: string, typed: string, currency: string): Problem[] {
  const parsed = parseMoney(typed, minorDigits(currency));
  if (parsed.ok || parsed.why === 'missing') return [];
  const { why } = parsed;
  return [
    {
      field,
      say: ({ errors }) => {
        if (why === 'unclear') return errors.moneyUnclear;
        return why === 'too-small' ? errors.moneyTooSmall : errors.moneyTooLarge;
      },
    },
  ];
}
