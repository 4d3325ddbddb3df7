import type { ProposalId } from '../words/ids.ts';
import type { Text } from '../words/text.ts';
import type { Minor } from '../words/units.ts';

/** A meeting takes at most this many proposals. */
export const MOST_PROPOSALS = 200;

/** The texts of a proposal, in the order in which people read them. */
export const TEXT_FIELDS = ['name', 'short', 'outcome', 'about', 'by'] as const;
export type TextField = (typeof TEXT_FIELDS)[number];

export const LANGUAGES = ['cy', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The most characters (UTF-16 units) that a text takes in each language. */
export const LONGEST: Readonly<Record<TextField, number>> = {
  name: 160,
  short: 18,
  outcome: 160,
  about: 1000,
  by: 120,
};

/** A proposal as a sheet or a `.pb` file brings it, ready for a meeting: its id is legal, its cost more than nothing, its texts clean. */
export interface ImportedProposal {
  readonly proposal: ProposalId;
  readonly costMinor: Minor;
  readonly name: Text;
  /** The name for the big screen. */
  readonly short?: Text;
  /** One line: what gets better. */
  readonly outcome?: Text;
  readonly about?: Text;
  /** Who brings it. */
  readonly by?: Text;
}

/** A proposal that is there before the import. */
export interface TakenProposal {
  readonly proposal: ProposalId;
  readonly name: Text;
}
