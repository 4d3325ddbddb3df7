import type { Form } from '../form.ts';
import { keptText, tellText, textProblems, typedText, type TwoTexts } from '../two-texts.ts';
import { dayProblems } from './basics.ts';

/** Who stands behind the meeting: who set it up together, and whom to ask about its record until when. */
export interface Together {
  together: TwoTexts;
  contact: TwoTexts;
  questionsUntil: string;
}

export const togetherForm: Form<Together> = {
  name: 'together',
  fields: ['together', 'contact', 'questionsUntil'],
  read: ({ together, contact, questionsUntil }) => ({
    together: typedText(together),
    contact: typedText(contact),
    questionsUntil: questionsUntil ?? '',
  }),
  problems: ({ together, contact, questionsUntil }) => [
    ...textProblems('together', together, 280, (words) => words.together.togetherLegend),
    ...textProblems('contact', contact, 280, (words) => words.together.contactLegend),
    ...dayProblems('questions-until', questionsUntil),
  ],
  write: (setUp, { together, contact, questionsUntil }) => ({
    ...setUp,
    together: keptText(together),
    contact: keptText(contact),
    questionsUntil: questionsUntil === '' ? null : questionsUntil,
  }),
  tell: ({ together, contact, questionsUntil }, { together: words }) => [
    { field: 'together', label: words.togetherLegend, lines: tellText(together) },
    { field: 'contact', label: words.contactLegend, lines: tellText(contact) },
    { field: 'questionsUntil', label: words.untilLegend, lines: questionsUntil === '' ? [] : [questionsUntil] },
  ],
};
