import type { Form } from '../form.ts';
import { agendaOfParts, minutesTyped, partsOf, type Part } from '../parts.ts';
import { textProblems } from '../two-texts.ts';

/** The run of show. */
export interface Show {
  parts: Part[];
}

export const showForm: Form<Show> = {
  name: 'show',
  read: ({ agenda }) => ({ parts: partsOf(agenda) }),
  problems: ({ parts }) =>
    parts.flatMap(({ activity, minutes, text }, index) => [
      ...(minutesTyped(minutes) === null
        ? [
            {
              field: `${activity}-minutes`,
              say: (errors: { minutes: (n: number) => string }) => errors.minutes(index + 1),
            },
          ]
        : []),
      ...textProblems(`${activity}-text`, text, 280),
    ]),
  write: (setUp, { parts }) => ({ ...setUp, agenda: agendaOfParts(parts, setUp.agenda) }),
  tell: ({ parts }, { show: words }) => [
    {
      field: 'parts',
      label: words.title,
      lines: parts.map(({ kind, minutes, skipped }) =>
        skipped ? words.toldSkipped(words.kinds[kind].label) : words.told(words.kinds[kind].label, minutes),
      ),
    },
  ],
};
