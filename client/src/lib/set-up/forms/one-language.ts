import type { Form } from '../form.ts';
import { keptText, tellText, textProblems, typedText, type TwoTexts } from '../two-texts.ts';

/** Why one language is enough, where it is. */
export interface OneLanguage {
  oneLanguage: TwoTexts;
}

export const oneLanguageForm: Form<OneLanguage> = {
  name: 'one-language',
  fields: ['oneLanguage'],
  read: ({ oneLanguage }) => ({ oneLanguage: typedText(oneLanguage) }),
  problems: ({ oneLanguage }) =>
    textProblems('one-language', oneLanguage, 280, (words) => words.languages.reasonLegend),
  write: (setUp, { oneLanguage }) => ({ ...setUp, oneLanguage: keptText(oneLanguage) }),
  tell: ({ oneLanguage }, { languages: words }) => [
    { field: 'oneLanguage', label: words.reasonLegend, lines: tellText(oneLanguage) },
  ],
};
