import type { ActivityPlan } from '@cyfran/shared/activities/registry.ts';
import type { SetUp } from '@cyfran/shared/session/set-up.ts';

/**
 * A set-up in which nothing but the run of show has been chosen, as `emptySetUp` has it; said again because that stands with its schemas,
 * which want to build code from text, and pages may not. A test holds the two together.
 */
export function beginSetUp(plans: readonly ActivityPlan[]): SetUp {
  return {
    title: {},
    purpose: {},
    promise: {},
    voters: {},
    together: {},
    controller: {},
    contact: {},
    questionsUntil: null,
    day: null,
    bookedMinutes: null,
    currency: 'GBP',
    potMinor: 0,
    admission: 'open',
    paper: false,
    mode: 'private',
    linkDays: 28,
    oneLanguage: {},
    groupNames: { citizens: {}, professionals: {} },
    proposals: [],
    agenda: plans.map((plan, index) => ({ activity: `a${String(index + 1)}`, plan, text: {}, skipped: false })),
  };
}
