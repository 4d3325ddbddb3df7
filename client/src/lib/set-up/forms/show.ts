import type { HostWords } from '@cyfran/shared/i18n/host.en.ts';
import type { Form } from '../form.ts';
import { agendaOfParts, minutesTyped, partsOf, type Part } from '../parts.ts';
import type { Problem } from '../problem.ts';
import { textProblems } from '../two-texts.ts';

/** The run of show. */
export interface Show {
  parts: Part[];
}

export const showForm: Form<Show> = {
  name: 'show',
  fields: ['agenda'],
  read: ({ agenda }) => ({ parts: partsOf(agenda) }),
  problems: ({ parts }) => parts.flatMap(partProblems),
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

function partProblems({ activity, kind, minutes, text }: Part, index: number): Problem[] {
  const name = ({ show }: HostWords) => show.part(index + 1, show.kinds[kind].label);
  return [
    ...(minutesTyped(minutes) === null
      ? [{ field: `${activity}-minutes`, say: ({ errors }: HostWords) => errors.minutes(index + 1) }]
      : []),
    ...textProblems(`${activity}-text`, text, 280, name),
  ];
}
