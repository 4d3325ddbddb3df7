import { phoneFirstCy } from '@cyfran/shared/i18n/phone-first.cy.ts';
import { phoneFirstEn, type PhoneFirst } from '@cyfran/shared/i18n/phone-first.en.ts';
import { createContext } from 'svelte';
import type { Locale } from '@cyfran/shared/words/locale.ts';
import { LOCALE_COOKIE } from './locale.ts';

const YEAR_S = 365 * 24 * 3600;
const WORDS: Readonly<Record<Locale, PhoneFirst>> = { cy: phoneFirstCy, en: phoneFirstEn };

/** The language of this page: chosen by the server for its first look, changed at once by the toggle, kept for the next page. */
export class Language {
  #current = $state<Locale>('en');

  constructor(first: Locale) {
    this.#current = first;
  }

  get current(): Locale {
    return this.#current;
  }

  /** The words that all screens share, and those of a first look at a meeting. */
  get words(): PhoneFirst {
    return WORDS[this.#current];
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
