import type { HostWords } from '@cyfran/shared/i18n/host.en.ts';
import type { Field } from '@cyfran/shared/session/mending.ts';
import type { SetUp } from '@cyfran/shared/session/set-up.ts';
import type { Problem } from './problem.ts';

/** One field of a form for comparing: what it is called, and what stands in it. */
export interface Told<Draft> {
  readonly field: keyof Draft;
  readonly label: string;
  readonly lines: readonly string[];
}

/**
 * One page of the set-up: which part of it is typed there, and how that goes into the whole. A draft is plain JSON; its top-level
 * fields are what two hosts may change side by side.
 */
export interface Form<Draft extends object> {
  /** Under which name the device keeps what is typed. */
  readonly name: string;
  /** What it writes. */
  readonly fields: readonly Field[];
  read(setUp: SetUp): Draft;
  /** What cannot be saved, in the order of the page. What is merely missing can. */
  problems(draft: Draft, setUp: SetUp): readonly Problem[];
  /** The whole set-up with this draft in it; only asked where there is no problem. */
  write(setUp: SetUp, draft: Draft): SetUp;
  tell(draft: Draft, words: HostWords): readonly Told<Draft>[];
}

/** Whether two drafts, or two fields of drafts, say the same. Both come from the same `read`, so that their keys stand in one order. */
export function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Under which key the device keeps what is typed in a form and not yet saved. */
export function keptUnder(sid: string, form: string): string {
  return `cyfran.set-up.${sid}.${form}`;
}
