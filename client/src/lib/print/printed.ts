import type { Admission } from '@cyfran/shared/session/set-up.ts';
import type { Text } from '@cyfran/shared/words/text.ts';

/** What every sheet says of the meeting. */
export interface PrintedMeeting {
  readonly title: Text;
  readonly code: string;
  readonly joinUrl: string;
  readonly admission: Admission;
  /** Whether paper is a way to vote. */
  readonly paper: boolean;
  readonly contact: Text;
}

/** A card whose code is known: the server gives it once. */
export interface PrintedCard {
  readonly number: number;
  readonly code: string;
  readonly test: boolean;
}

/** A proposal as a row of a paper ballot. `number`: the same on wall, phone and paper. `cost` as people read it. */
export interface PrintedProposal {
  readonly number: number;
  readonly name: Text;
  readonly outcome: Text | undefined;
  readonly cost: string;
}

/** What a paper ballot is for. */
export interface PrintedVote {
  /** What its round is called, so that a helper enters it where it belongs; and the hosts' own words for it. */
  readonly name: Text;
  readonly own: Text | null;
  readonly tokens: number;
  readonly cap: number;
  /** What the groups are called where the rule reads them, so that the ballot must ask; empty for the usual words. */
  readonly groups: { readonly citizens: Text; readonly professionals: Text } | null;
  /** Whether the money is counted in pounds. */
  readonly inPounds: boolean;
  readonly proposals: readonly PrintedProposal[];
}

/** A code in two halves of four, as people read it out: `BCDF GHJK`. */
export function groupedCode(code: string): string {
  return `${code.slice(0, 4)} ${code.slice(4)}`;
}

/** What a card's QR code says: it joins this meeting as the person who holds the card. */
export function cardLink(joinUrl: string, code: string): string {
  return `${joinUrl}#${code}`;
}

/** The address to type, without what a person need not: `192.168.1.7:3000`. */
export function typedAddress(joinUrl: string): string {
  return new URL(joinUrl).host;
}

/** A paper ballot's number as printed: `0042`. */
export function serialText(serial: number): string {
  return String(serial).padStart(4, '0');
}

/** How many digits the most that one proposal can get has: as many boxes stand beside it. */
export function digitsOf(cap: number): number {
  return String(cap).length;
}

/** The same things, at most `size` in a row. */
export function inPages<T>(things: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(things.length / size) }, (_, page) =>
    things.slice(page * size, (page + 1) * size),
  );
}

/** How large a text can stand where its room does not grow, by the longer of its two languages. */
export function sizeOf(text: Text): 'large' | 'middle' | 'small' {
  const longest = Math.max(text.cy?.length ?? 0, text.en?.length ?? 0);
  return longest <= 44 ? 'large' : longest <= 80 ? 'middle' : 'small';
}
