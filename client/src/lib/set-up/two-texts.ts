import type { HostWords } from '@cyfran/shared/i18n/host.en.ts';
import { cleanLines } from '@cyfran/shared/sheet/clean-text.ts';
import type { Text } from '@cyfran/shared/words/text.ts';
import type { Problem } from './problem.ts';

/** A text as it is being typed, in both languages; an empty one is not there. */
export interface TwoTexts {
  cy: string;
  en: string;
}

const LANGUAGES = ['cy', 'en'] as const;

/** A text as the fields show it. */
export function typedText({ cy = '', en = '' }: Text = {}): TwoTexts {
  return { cy, en };
}

/** A typed text as the meeting keeps it: composed, nothing unseen, no space around it. */
export function keptText({ cy, en }: TwoTexts): Text {
  const [welsh, english] = [cleanLines(cy), cleanLines(en)];
  return { ...(welsh === '' ? {} : { cy: welsh }), ...(english === '' ? {} : { en: english }) };
}

/** Whether nobody has written it, in either language. */
export function isEmptyText({ cy, en }: Text): boolean {
  return cy === undefined && en === undefined;
}

/** The language that a text still lacks; `null` where it stands in both or in neither. */
export function lackingLanguage({ cy, en }: Text): 'cy' | 'en' | null {
  if ((cy === undefined) === (en === undefined)) return null;
  return cy === undefined ? 'cy' : 'en';
}

/** Too long in a language is a problem of that language's field. That it is missing is none: it can be saved. `label`: what the text is. */
export function textProblems(id: string, typed: TwoTexts, max: number, label: (words: HostWords) => string): Problem[] {
  const kept = keptText(typed);
  return LANGUAGES.filter((language) => (kept[language]?.length ?? 0) > max).map((language) => ({
    field: `${id}-${language}`,
    say: (words) => words.errors.tooLong(label(words), words.common.languages[language], max),
  }));
}

/** A text for comparing: each language on its own line. */
export function tellText(typed: TwoTexts): string[] {
  return LANGUAGES.map((language) => typed[language].trim()).filter((line) => line !== '');
}
