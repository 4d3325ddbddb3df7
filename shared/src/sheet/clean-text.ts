/** Control, zero-width, filling and direction characters: what cannot be seen can make a text read as something else. */
const UNSEEN = /(?!\n)[\p{Cc}\p{Default_Ignorable_Code_Point}\uFFF9-\uFFFB]/u;

/** Of those, what is seen by what it does: the style of an emoji, and the tags that make a flag the flag of Wales. */
const SEEN = /[\uFE0E\uFE0F]|\u{1F3F4}[\u{E0061}-\u{E007A}]{5}\u{E007F}/u;

const UNSEEN_OR_SEEN = new RegExp(`(?<seen>${SEEN.source})|${UNSEEN.source}`, 'gu');
const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u;

/** A cell's text as meetings keep it: composed, nothing unseen, no space around it, lines kept; '' where nothing in it can be seen. */
export function cleanLines(cell: string): string {
  const text = cell
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/[^\S\n]|\u2800/gu, ' ')
    .replace(UNSEEN_OR_SEEN, (found, ...rest) => ((rest.at(-1) as { seen?: string }).seen === undefined ? '' : found))
    .replace(/ *\n */g, '\n')
    .replace(/ +/g, ' ')
    .replace(/\n{3,}/g, '\n\n')
    .normalize('NFC')
    .trim();
  return VISIBLE.test(text) ? text : '';
}

/** The same on one line. */
export function cleanLine(cell: string): string {
  return cleanLines(cell).replace(/\n+/g, ' ');
}
