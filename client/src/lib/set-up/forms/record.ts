import type { HostWords } from '@cyfran/shared/i18n/host.en.ts';
import type { Mode } from '@cyfran/shared/session/set-up.ts';
import type { Form } from '../form.ts';
import { keptText, tellText, textProblems, typedText, type TwoTexts } from '../two-texts.ts';

/** What the record tells of ballots, how long the link to people is kept, and who answers for it. */
export interface RecordDraft {
  mode: Mode;
  linkDays: string;
  controller: TwoTexts;
}

const MOST_DAYS = 365;

export const recordForm: Form<RecordDraft> = {
  name: 'record',
  fields: ['mode', 'linkDays', 'controller'],
  read: ({ mode, linkDays, controller }) => ({
    mode,
    linkDays: String(linkDays),
    controller: typedText(controller),
  }),
  problems: ({ linkDays, controller }) => [
    ...textProblems('controller', controller, 280, (words) => words.record.controllerLegend),
    ...(daysIn(linkDays) === null
      ? [{ field: 'link-days', say: ({ record }: HostWords) => record.linkDaysError }]
      : []),
  ],
  write: (setUp, { mode, linkDays, controller }) => ({
    ...setUp,
    mode,
    linkDays: daysIn(linkDays) ?? setUp.linkDays,
    controller: keptText(controller),
  }),
  tell: ({ mode, linkDays, controller }, words) => [
    { field: 'mode', label: words.record.modeLegend, lines: [words.claims.modes[mode].label] },
    { field: 'controller', label: words.record.controllerLegend, lines: tellText(controller) },
    { field: 'linkDays', label: words.record.linkDaysLabel, lines: [linkDays] },
  ],
};

/** A number of days as people type it; `null` where it is none that can be kept. */
export function daysIn(typed: string): number | null {
  const days = /^\d{1,3}$/.test(typed.trim()) ? Number(typed) : 0;
  return days >= 1 && days <= MOST_DAYS ? days : null;
}
