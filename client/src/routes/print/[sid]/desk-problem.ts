import type { Print } from '@cyfran/shared/i18n/print.en.ts';

/** Why the server did not do what was asked, for people. A reason that this page has no words for is told as our mistake. */
export function deskProblem({ problems }: Print, reason: string): string {
  return Object.hasOwn(problems, reason) ? problems[reason as keyof Print['problems']] : problems.other;
}
