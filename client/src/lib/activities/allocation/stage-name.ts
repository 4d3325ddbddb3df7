import type { Text } from '@cyfran/shared/words/text.ts';
import type { ProposalLine } from './proposal-lines.ts';

/** A proposal's name for the big screen: the short one in each language that has one, as a hall reads from afar. */
export function stageName({ name, short = {} }: Pick<ProposalLine, 'name' | 'short'>): Text {
  return { ...name, ...short };
}
