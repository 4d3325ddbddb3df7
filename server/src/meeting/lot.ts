import { randomInt } from 'node:crypto';
import type { SetUpProposal } from '@cyfran/shared/session/set-up.ts';
import type { ProposalId } from '@cyfran/shared/words/ids.ts';

/**
 * The order of the wall, drawn by lot: proposals that are known keep the order that they were drawn in, and each new one goes to a place
 * where it is equally likely to stand anywhere. However they come, one by one or all at once, every order is equally likely.
 */
export function placedByLot(
  known: readonly { readonly proposal: ProposalId }[],
  asked: readonly SetUpProposal[],
  below: (limit: number) => number = randomInt,
): SetUpProposal[] {
  const places = new Map(known.map(({ proposal }, place) => [proposal, place]));
  const placeOf = ({ proposal }: SetUpProposal) => places.get(proposal) ?? -1;
  const order = asked.filter((one) => placeOf(one) >= 0).sort((a, b) => placeOf(a) - placeOf(b));
  for (const added of asked.filter((one) => placeOf(one) < 0)) order.splice(below(order.length + 1), 0, added);
  return order;
}
