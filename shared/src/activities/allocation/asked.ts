import type { Guard } from '../../words/by.ts';
import { refuse } from '../../words/refusal.ts';
import { isText, type Text } from '../../words/text.ts';
import type { Decision } from '../activity.ts';
import type { AllocationCommand } from './commands.ts';
import type { AllocationEvent } from './events.ts';

/** One kind of command about an allocation, and what comes of it. */
export type Asked<Type extends AllocationCommand['type']> = Extract<AllocationCommand, { type: Type }>;
export type Decided = Decision<AllocationEvent>;

/** Records these events, the first of them with its reason. Refuses: `bad-text`. */
export function reasoned(
  { reason }: { readonly reason: Text },
  ruling: Guard,
  events: readonly [AllocationEvent, ...AllocationEvent[]],
): Decided {
  if (!isText(reason)) return refuse('bad-text', { field: 'reason' });
  const bodies = events.map((_, index) => (index === 0 ? { texts: { reason } } : null));
  return { guards: [ruling], events, bodies };
}
