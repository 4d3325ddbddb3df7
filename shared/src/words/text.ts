import { z } from 'zod';

/** A text that people read, in one or both languages; a missing one is shown in the other, marked as such. */
export interface Text {
  readonly cy?: string | undefined;
  readonly en?: string | undefined;
}

const UNSEEN = /[\p{Cc}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\uFFF9-\uFFFB\u2800]/u;

/** A new line, the style of an emoji, and the tags that make a flag the flag of Wales: they are seen by what they do. */
const SEEN = /\n|[\uFE0E\uFE0F]|\u{1F3F4}[\u{E0061}-\u{E007A}]{5}\u{E007F}/gu;

/** A letter, a digit, or a mark of its own. */
const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u;

/** Whether a text holds control, zero-width, filling or direction characters: they can make it read as something else. */
function hasUnseenCharacters(text: string): boolean {
  return UNSEEN.test(text.replace(SEEN, ''));
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
    given.every((one) => one.trim() === one && VISIBLE.test(one) && isStored(one) && !hasUnseenCharacters(one))
  );
}

/** Whether a text comes back from the journal as it went in. */
function isStored(text: string): boolean {
  return text.isWellFormed() && text === text.normalize('NFC');
}
