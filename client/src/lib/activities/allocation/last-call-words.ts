import type { Phone } from '@cyfran/shared/i18n/phone.en.ts';

const MINUTE_S = 60;

/** How long there is left, as people say it: whole minutes, then seconds. */
export function lastCallWords(words: Phone['lastCall'], seconds: number): string {
  if (seconds <= 0) return words.now;
  return seconds > MINUTE_S ? words.minutes(Math.ceil(seconds / MINUTE_S)) : words.seconds(seconds);
}
