import type { PhoneFirst } from '@cyfran/shared/i18n/phone-first.en.ts';
import { refusalSentence } from './refusal-sentence.ts';

/** What the join page says about the problem that the server named in its address; `null` when there is none. */
export function problemSentence(words: PhoneFirst, problem: string | null): string | null {
  switch (problem) {
    case null:
      return null;
    case 'empty':
      return words.join.empty;
    case 'unknown-session':
      return words.join.unknown;
    case 'session-ended':
      return words.join.ended;
    case 'too-fast':
      return words.join.tooFast;
    default:
      // The address can hold anything: only our own reasons are looked up.
      return Object.hasOwn(words.refusals, problem)
        ? refusalSentence(words, problem as keyof PhoneFirst['refusals'])
        : words.refusals.internal;
  }
}
