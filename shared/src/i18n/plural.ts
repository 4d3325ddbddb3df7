/** English asks one question of a number; Welsh has six answers, all of them needed. */
export interface EnglishForms {
  readonly one: string;
  readonly other: string;
}
export interface WelshForms extends EnglishForms {
  readonly zero: string;
  readonly two: string;
  readonly few: string;
  readonly many: string;
}

/**
 * The form of words that goes with a whole number. Not `Intl.PluralRules`: phones come without Welsh and answer as for another language.
 * Source: CLDR plural rules (cardinal) for `cy` and `en`.
 */
export function plural(locale: 'cy', n: number, forms: WelshForms): string;
export function plural(locale: 'en', n: number, forms: EnglishForms): string;
export function plural(locale: 'cy' | 'en', n: number, forms: EnglishForms | WelshForms): string {
  if (locale === 'en' || !('zero' in forms)) return n === 1 ? forms.one : forms.other;
  return forms[welshForm(n)];
}

function welshForm(n: number): keyof WelshForms {
  switch (n) {
    case 0:
      return 'zero';
    case 1:
      return 'one';
    case 2:
      return 'two';
    case 3:
      return 'few';
    case 6:
      return 'many';
    default:
      return 'other';
  }
}
