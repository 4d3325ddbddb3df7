import type { HostWords } from '@cyfran/shared/i18n/host.en.ts';

/** Why the server did not do what was asked, for people. A reason that these pages have no words for is told as our mistake. */
export function troubleSentence({ troubles }: HostWords, reason: string): string {
  return Object.hasOwn(troubles, reason) ? troubles[reason as keyof HostWords['troubles']] : troubles.other;
}
