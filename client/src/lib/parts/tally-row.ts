import type { ProposalId } from '@cyfran/shared/words/ids.ts';
import type { Text } from '@cyfran/shared/words/text.ts';

/** One proposal's total as people see it. `number`: its place on the wall. `funded`: it would be funded now. */
export interface TallyLine {
  readonly proposal: ProposalId;
  readonly number: number;
  readonly name: Text;
  readonly tokens: number;
  readonly supporters: number;
  readonly funded: boolean;
}
