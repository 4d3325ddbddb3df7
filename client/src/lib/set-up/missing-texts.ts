import type { SetUp, SetUpProposal } from '@cyfran/shared/session/set-up.ts';
import type { ProposalId } from '@cyfran/shared/words/ids.ts';
import type { Text } from '@cyfran/shared/words/text.ts';
import type { Task } from './tasks.ts';
import { lackingLanguage } from './two-texts.ts';

const MEETING_TEXTS = [
  ['title', 'basics'],
  ['purpose', 'basics'],
  ['promise', 'basics'],
  ['voters', 'voters'],
  ['together', 'together'],
  ['contact', 'together'],
  ['controller', 'record'],
] as const satisfies readonly (readonly [keyof SetUp, Task])[];
const PROPOSAL_TEXTS = ['name', 'short', 'outcome', 'about', 'by'] as const;

/** A text that stands in one language only: what it is, where it is written, and which language it lacks. */
export type MissingText = { readonly lacks: 'cy' | 'en' } & (
  | { readonly of: 'meeting'; readonly text: (typeof MEETING_TEXTS)[number][0]; readonly task: Task }
  | {
      readonly of: 'proposal';
      readonly texts: readonly (typeof PROPOSAL_TEXTS)[number][];
      readonly proposal: ProposalId;
      readonly name: Text;
    }
  | { readonly of: 'part'; readonly number: number }
);

/** Every text that lacks a language, in the order of the tasks; the texts of one proposal that lack the same one stand together. */
export function missingTexts(setUp: SetUp): MissingText[] {
  const meeting = MEETING_TEXTS.flatMap(([text, task]): MissingText[] => {
    const lacks = lackingLanguage(setUp[text]);
    return lacks === null ? [] : [{ of: 'meeting', text, task, lacks }];
  });
  const parts = setUp.agenda.flatMap(({ text }, index): MissingText[] => {
    const lacks = lackingLanguage(text);
    return lacks === null ? [] : [{ of: 'part', number: index + 1, lacks }];
  });
  return [...meeting, ...setUp.proposals.flatMap(missingOf), ...parts];
}

/** How many texts these are. */
export function countMissing(missing: readonly MissingText[]): number {
  return missing.reduce((sum, one) => sum + (one.of === 'proposal' ? one.texts.length : 1), 0);
}

/** The proposals that have texts without Welsh, in the order of the wall. */
export function withoutWelsh(setUp: SetUp): MissingText[] {
  return missingTexts(setUp).filter(({ of, lacks }) => of === 'proposal' && lacks === 'cy');
}

function missingOf(proposal: SetUpProposal): MissingText[] {
  return (['cy', 'en'] as const).flatMap((lacks): MissingText[] => {
    const texts = PROPOSAL_TEXTS.filter((text) => lackingLanguage(proposal[text] ?? {}) === lacks);
    return texts.length === 0
      ? []
      : [{ of: 'proposal', texts, proposal: proposal.proposal, name: proposal.name, lacks }];
  });
}
