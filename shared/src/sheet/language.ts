import type { Language } from './imported-proposal.ts';

/** Words that only one of the two languages has: `a`, `am`, `in` and such belong to both, or to neither for sure. */
const WORDS: Readonly<Record<Language, ReadonlySet<string>>> = {
  cy: new Set(
    'y yr yn o ar ac i gan gyda dros drwy mewn eu ei ein pob bob bydd mae newydd gwell hen bach mawr cymunedol gymunedol ysgol pentref neuadd gardd plant pobl ifanc llwybr clwb canolfan ganolfan'.split(
      ' ',
    ),
  ),
  en: new Set(
    'the of and for to with on at our their new old better more from by is are will community village hall garden school children people young path club centre repair free'.split(
      ' ',
    ),
  ),
};

/** How words begin in Welsh and hardly ever in English, and letters that English does not have. */
const WELSH_BEGINNING = /^(dd|ff|ngh|mh|nh|gw|rh|chw)/;
const WELSH_LETTER = /[ŵŷâêîôûŴŶÂÊÎÔÛ]/u;

/** The language that texts are in, by their words; `null` where nothing tells. Good enough to guess with, no more. */
export function languageOf(texts: readonly string[]): Language | null {
  let lean = 0;
  for (const word of texts.flatMap((text) => text.toLowerCase().split(/[^\p{L}]+/u))) {
    if (WORDS.cy.has(word)) lean += 2;
    else if (WELSH_BEGINNING.test(word) || WELSH_LETTER.test(word)) lean += 1;
    else if (WORDS.en.has(word)) lean -= 2;
  }
  if (lean === 0) return null;
  return lean > 0 ? 'cy' : 'en';
}
