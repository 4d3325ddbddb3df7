import type { Profile } from '../rules/profile.ts';

/** Proposals that a group large enough backs, all of whose members have less than it would give them. Source: COUNTING 4.7. */
export function deserving({ potMinor, weights, proposals }: Profile, funded: ReadonlySet<string>): string[] {
  const has = new Float64Array(weights.length);
  for (const { proposal, costMinor, voters } of proposals) {
    if (funded.has(proposal)) for (const voter of voters) has[voter] = (has[voter] ?? 0) + costMinor;
  }
  return proposals
    .filter(({ proposal, costMinor }) => !funded.has(proposal) && costMinor <= potMinor)
    .filter(({ costMinor, voters }) => {
      const satisfied = [...voters].map((voter) => has[voter] ?? 0).sort((a, b) => a - b);
      return satisfied.some((least, index) => (index + 1) * potMinor >= (least + costMinor) * weights.length);
    })
    .map(({ proposal }) => proposal);
}
