import type { PhoneInside } from '@cyfran/shared/i18n/phone-inside.en.ts';
import { clockText } from '#lib/parts/clock-text.ts';

const MINUTE_MS = 60_000;

/** How long there is left: as a clock says it, in the last minute in seconds. Never more than there is. */
export function lastCallWords(words: PhoneInside['lastCall'], leftMs: number): string {
  if (leftMs <= 0) return words.now;
  return leftMs > MINUTE_MS ? words.clock(clockText(leftMs)) : words.seconds(Math.ceil(leftMs / 1000));
}
