import type { ProposalId } from '../words/ids.ts';
import type { GroupSizes } from '../words/groups.ts';

/** How many people of each group back a proposal. */
export interface Backing {
  readonly citizens: number;
  readonly professionals: number;
}

/** A proposal that the count would fund, and which side does not back it yet. */
export type StillToTalk = readonly [proposal: ProposalId, lacks: 'citizens' | 'professionals' | 'both'];

/** One in five of a group must back what is funded. */
const NEEDED_PERCENT = 20;

/**
 * Which of the funded are not backed by at least a fifth of each group: they are not funded but talked about further. The money for them
 * stays. Cost: O(funded). Rule G4.
 */
export function stillToTalkAbout(
  funded: readonly ProposalId[],
  backingOf: (proposal: ProposalId) => Backing,
  sizes: GroupSizes,
): StillToTalk[] {
  return funded.flatMap((proposal): StillToTalk[] => {
    const { citizens, professionals } = backingOf(proposal);
    const byCitizens = citizens * 100 >= sizes.citizens * NEEDED_PERCENT;
    const byProfessionals = professionals * 100 >= sizes.professionals * NEEDED_PERCENT;
    if (byCitizens && byProfessionals) return [];
    return [[proposal, byCitizens ? 'professionals' : byProfessionals ? 'citizens' : 'both']];
  });
}
