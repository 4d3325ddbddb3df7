import type { ProposalId } from '../../words/ids.ts';
import type { Text } from '../../words/text.ts';
import type { Minor } from '../../words/units.ts';

/** The practice question, the same in every hall: everything is real but the money. */
export const PRACTICE: {
  readonly potMinor: Minor;
  readonly proposals: readonly { readonly proposal: ProposalId; readonly costMinor: Minor; readonly name: Text }[];
} = {
  potMinor: 300,
  proposals: [
    { proposal: 'tea', costMinor: 100, name: { cy: 'Te', en: 'Tea' } },
    { proposal: 'coffee', costMinor: 200, name: { cy: 'Coffi', en: 'Coffee' } },
    { proposal: 'water', costMinor: 100, name: { cy: 'Dŵr', en: 'Water' } },
  ],
};
