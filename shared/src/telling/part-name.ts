import { partsCy } from '../i18n/parts.cy.ts';
import { partsEn } from '../i18n/parts.en.ts';
import type { AgendaItem } from '../session/set-up.ts';
import type { ActivityId } from '../words/ids.ts';
import type { Locale } from '../words/locale.ts';
import { kindOfPlan } from './part-kind.ts';

const names = { cy: partsCy, en: partsEn };

/**
 * What a part is called: on every screen, on paper and in the record. A second round of its kind is told from the first by a number:
 * `Deciding round (2)`.
 */
export function partName(locale: Locale, agenda: readonly AgendaItem[], activity: ActivityId): string {
  const at = agenda.findIndex((item) => item.activity === activity);
  const plan = agenda[at]?.plan;
  if (plan === undefined) return activity;
  const kind = kindOfPlan(plan);
  const nth = agenda.slice(0, at + 1).filter((item) => kindOfPlan(item.plan) === kind).length;
  return plan.kind === 'allocation' && nth > 1 ? `${names[locale][kind]} (${String(nth)})` : names[locale][kind];
}
