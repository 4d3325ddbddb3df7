import type { AllocationSections } from '@cyfran/shared/activities/allocation/view.ts';

/** Whether the papers add up. `missing`: handed out, and neither entered, set aside nor back; `more`: entered or back beyond what was handed out. */
export type PaperSum =
  | { readonly sum: 'not-counted' }
  | { readonly sum: 'right' }
  | { readonly sum: 'missing' | 'more'; readonly papers: number };

/** What the helpers counted by hand, against what was entered and set aside. */
export function paperSum({ entered, spoiled, issued, unused }: NonNullable<AllocationSections['papers']>): PaperSum {
  if (issued === null || unused === null) return { sum: 'not-counted' };
  const missing = issued - unused - entered.length - spoiled.length;
  if (missing === 0) return { sum: 'right' };
  return missing > 0 ? { sum: 'missing', papers: missing } : { sum: 'more', papers: -missing };
}
