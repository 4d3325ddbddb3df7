import { minorDigits } from '@cyfran/shared/words/currency.ts';
import type { Minor } from '@cyfran/shared/words/units.ts';

/** Whole minor units as a decimal for machines, exactly: `12500.00`, `0.07`; for yen `5000`. */
export function decimalAmount(currency: string, minor: Minor): string {
  const places = minorDigits(currency);
  if (places === 0) return String(minor);
  const digits = String(minor).padStart(places + 1, '0');
  return `${digits.slice(0, -places)}.${digits.slice(-places)}`;
}
