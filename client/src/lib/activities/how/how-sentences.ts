import type { AllocationPlan } from '@cyfran/shared/activities/allocation/plan.ts';
import type { PhoneInside } from '@cyfran/shared/i18n/phone-inside.en.ts';

/** The rules of the coming round in a few short sentences with its own numbers. `money`: what is shared, in words. */
export function howSentences(
  words: PhoneInside['how'],
  { tokens, cap, voice, decision, reveal, count = 'greedy' }: AllocationPlan,
  money: string,
): string[] {
  return [
    `${words.tokens(tokens, cap)} ${words.voice[voice]}`,
    `${words.count[count](money)} ${words.tie}`,
    ...(decision === 'both-groups' ? [words.both] : []),
    reveal === 'live' ? words.live : words.hidden,
  ];
}
