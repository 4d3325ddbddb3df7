import { countShares, stepOf } from '@cyfran/shared/activities/allocation/shares.ts';
import { nearest, toNumber } from '@cyfran/shared/rules/fraction.ts';
import type { Backed } from '@cyfran/shared/rules/profile.ts';
import type { SetUp, SetUpProposal } from '@cyfran/shared/session/set-up.ts';
import { minorDigits } from '@cyfran/shared/words/currency.ts';

/**
 * One line of the example, most tokens first. `round`: in which it was bought, at `perToken` minor units. `shortMinor`: by how much what is left
 * in the end is too little, `null` where it is funded.
 */
export interface SharesLine {
  readonly proposal: SetUpProposal;
  readonly tokens: number;
  readonly supporters: number;
  readonly round: number | null;
  readonly perToken: number;
  readonly shortMinor: number | null;
}

export interface SharesExample {
  readonly people: number;
  /** What each of them begins with, and what that has grown to in the end. */
  readonly eachMinor: number;
  readonly grownMinor: number;
  readonly lines: readonly SharesLine[];
}

/** Two villages in one: six people who want the first proposals, four who want the last. Tokens that nobody gave. */
const MANY = [4, 4, 2, 0, 0];
const FEW = [0, 0, 2, 4, 4];
const INVENTED = [MANY, MANY, MANY, MANY, MANY, MANY, FEW, FEW, FEW, FEW];

/**
 * How equal shares would go for up to five proposals of this meeting. Begun at the proposal where the example shows most: one with more tokens loses
 * to one with fewer. `null` where there is no money or no cost yet.
 */
export function sharesExample({ proposals, potMinor, currency }: SetUp): SharesExample | null {
  const priced = proposals.filter(({ costMinor }) => costMinor > 0);
  if (potMinor === 0 || priced.length < 2) return null;
  const unitMinor = 10 ** minorDigits(currency);
  const examples = priced.map((_, start) => exampleFrom(priced, start, potMinor, unitMinor));
  return examples.find(showsMost) ?? examples[0] ?? null;
}

function exampleFrom(
  priced: readonly SetUpProposal[],
  start: number,
  potMinor: number,
  unitMinor: number,
): SharesExample {
  const shown = MANY.flatMap((_, place) =>
    place < priced.length ? (priced[(start + place) % priced.length] ?? []) : [],
  );
  const backed = shown.map(({ proposal, costMinor }, place): Backed => {
    const voters = INVENTED.flatMap((tokens, voter) => ((tokens[place] ?? 0) > 0 ? [voter] : []));
    const worth = Float64Array.from(voters, (voter) => INVENTED[voter]?.[place] ?? 0);
    const total = worth.reduce((sum, one) => sum + one, 0);
    return { proposal, costMinor, voters: Int32Array.from(voters), worth, total, support: total };
  });
  const people = INVENTED.length;
  const { funded, unit, story } = countShares({
    upTo: null,
    profile: { potMinor, weights: new Float64Array(people).fill(1), proposals: backed },
    order: shown.map(({ proposal }) => proposal),
    stepMinor: stepOf(potMinor, people, unitMinor),
  });
  const chosen = new Set(funded);
  const left = backed.reduce(
    (sum, { proposal, costMinor }) => (chosen.has(proposal) ? sum - costMinor : sum),
    potMinor,
  );
  const lines = backed.map(({ proposal, costMinor, voters, support }, place): SharesLine => {
    const round = story.bought.findIndex((one) => one.proposal === proposal);
    const price = story.bought[round]?.price;
    return {
      proposal: shown[place] ?? { proposal, costMinor, name: {} },
      tokens: support,
      supporters: voters.length,
      round: round < 0 ? null : round + 1,
      perToken: price === undefined ? 0 : toNumber(price),
      shortMinor: chosen.has(proposal) ? null : costMinor - left,
    };
  });
  return { people, eachMinor: Math.round(potMinor / people), grownMinor: nearest(unit), lines };
}

function showsMost({ lines }: SharesExample): boolean {
  const first = lines.findIndex(({ shortMinor }) => shortMinor !== null);
  return first >= 0 && lines.slice(first).some(({ round }) => round !== null);
}
