import type { Backed, Profile } from '@cyfran/shared/rules/profile.ts';

/**
 * Equal Shares as a textbook has it, in floats: in every round every proposal's supporters are sorted by their money for its worth. No exactness, no
 * laziness, no classes of voters: what the count is held against. `unit`: what each part of a voter's weight begins with.
 */
export function textbook({ potMinor, weights, proposals }: Profile, unit: number): string[] {
  const money = weights.map((weight) => weight * unit);
  const funded: string[] = [];
  let open = proposals.filter(({ voters, costMinor }) => voters.length > 0 && costMinor <= potMinor);
  for (;;) {
    let best: Backed | null = null;
    let least = Infinity;
    for (const backed of open) {
      const price = priceOf(backed, money);
      if (price < least || (price === least && best !== null && backed.proposal < best.proposal)) {
        best = backed;
        least = price;
      }
    }
    if (best === null) return funded;
    const { proposal, voters, worth } = best;
    funded.push(proposal);
    open = open.filter((other) => other !== best);
    voters.forEach((voter, at) => {
      money[voter] = Math.max(0, (money[voter] ?? 0) - least * (worth[at] ?? 0));
    });
  }
}

/** What one unit of worth costs its supporters; `Infinity` where they cannot pay. */
function priceOf({ costMinor, voters, worth }: Backed, money: Float64Array): number {
  const payers = Array.from(voters, (voter, at) => ({ has: money[voter] ?? 0, worth: worth[at] ?? 0 }));
  payers.sort((a, b) => a.has / a.worth - b.has / b.worth);
  let left = costMinor;
  let all = payers.reduce((sum, payer) => sum + payer.worth, 0);
  for (const payer of payers) {
    const price = left / all;
    if (price * payer.worth <= payer.has) return price;
    left -= payer.has;
    all -= payer.worth;
  }
  return Infinity;
}
