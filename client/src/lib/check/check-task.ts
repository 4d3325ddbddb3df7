import type { Asked, VerifyReport } from '@cyfran/shared/verify/verify.mjs';

/** What is to be checked: a published record, and what somebody kept. */
export interface CheckTask {
  readonly record: string;
  readonly asked: Asked;
}

export type CheckAnswer = { readonly report: VerifyReport } | { readonly unreadable: string };
