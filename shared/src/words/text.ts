import { z } from 'zod';

/** A text that people read, in one or both languages; a missing one is shown in the other, marked as such. */
export interface Text {
  readonly cy?: string | undefined;
  readonly en?: string | undefined;
}

const UNSEEN = /[\p{Cc}\u00AD\u061C\u180E\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF\uFFF9-\uFFFB]/u;

/** Whether a text holds control, zero-width or direction characters: they can make it read as something else. */
export function hasUnseenCharacters(text: string): boolean {
  return UNSEEN.test(text.replace(/\n/g, ''));
}

/** One language's text of at most `max` UTF-16 units, NFC and well-formed, as the journal stores it. */
const oneLanguage = (max: number) => z.string().min(1).max(max);

/** Schema of a text of at most `max` characters a language. That one language is there is checked by `isText`. */
export const textOf = (max: number) =>
  z.strictObject({ cy: oneLanguage(max).optional(), en: oneLanguage(max).optional() });

/** Whether a text can be shown: at least one language, not blank, nothing unseen, well-formed and normalised. */
export function isText(text: Text): boolean {
  const given = [text.cy, text.en].filter((one) => one !== undefined);
  return (
    given.length > 0 &&
    given.every(
      (one) => one.trim() === one && one.isWellFormed() && one === one.normalize('NFC') && !hasUnseenCharacters(one),
    )
  );
}
