/** The two languages of everything that people read, Welsh first. */
export const LOCALES = ['cy', 'en'] as const;
export type Locale = (typeof LOCALES)[number];
