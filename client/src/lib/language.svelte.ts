import { phoneCy } from '@cyfran/shared/i18n/phone.cy.ts';
import { phoneEn } from '@cyfran/shared/i18n/phone.en.ts';
import type { Phone } from '@cyfran/shared/i18n/phone.en.ts';
import { createContext } from 'svelte';
import { LOCALE_COOKIE, type Locale } from './locale.ts';

const YEAR_S = 365 * 24 * 3600;
const PHONE_WORDS: Readonly<Record<Locale, Phone>> = { cy: phoneCy, en: phoneEn };

/** The language of this page: chosen by the server for its first look, changed at once by the toggle, kept for the next page. */
export class Language {
  #current = $state<Locale>('en');

  constructor(first: Locale) {
    this.#current = first;
  }

  get current(): Locale {
    return this.#current;
  }

  /** The words that all screens share, and those of the phone. */
  get words(): Phone {
    return PHONE_WORDS[this.#current];
  }

  /** Switches this page without loading it again. In the browser only. */
  choose(locale: Locale): void {
    this.#current = locale;
    document.documentElement.lang = locale;
    document.cookie = `${LOCALE_COOKIE}=${locale}; max-age=${String(YEAR_S)}; path=/; samesite=lax`;
  }
}

/** The page's language, set once by the root layout: a module's own state would be shared by everyone whom the server serves. */
export const [getLanguage, setLanguage] = createContext<Language>();
