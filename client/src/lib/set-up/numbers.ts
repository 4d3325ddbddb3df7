import { stillToTalkAbout } from '@cyfran/shared/rules/both-groups.ts';
import { greedy } from '@cyfran/shared/rules/greedy.ts';
import { groupsAreLargeEnough, weightsOf } from '@cyfran/shared/rules/voice.ts';
import type { SetUp, SetUpProposal } from '@cyfran/shared/session/set-up.ts';
import type { GroupSizes, Voice } from '@cyfran/shared/words/groups.ts';

/** On how many proposals at least somebody puts tokens who uses them all; `null` where there are too few proposals to use them all. */
export function backsAtLeast(tokens: number, cap: number, proposals: number): number | null {
  const least = Math.ceil(tokens / cap);
  return least > proposals ? null : least;
}

/** What a group's people weigh, in an example of numbers. `each`: how often one person's tokens count; `share`: of all, in percent. */
export interface GroupWeight {
  readonly each: number;
  readonly share: number;
  /** How many of the group must back a proposal under `both-groups`. */
  readonly needed: number;
}

/** What a voice does to so many citizens and professionals; `null` where a group is too small and everyone counts the same. */
export function weighExample(
  voice: Voice,
  citizens: number,
  professionals: number,
): Readonly<Record<'citizens' | 'professionals', GroupWeight>> | null {
  const sizes: GroupSizes = { citizens, professionals, undeclared: 0 };
  if (!groupsAreLargeEnough(sizes)) return null;
  const weights = weightsOf(voice, sizes);
  const all = weights.citizens * citizens + weights.professionals * professionals;
  const weigh = (group: 'citizens' | 'professionals'): GroupWeight => ({
    each: weights[group] / weights.scale,
    share: (100 * weights[group] * sizes[group]) / all,
    needed: neededOf(group, sizes),
  });
  return { citizens: weigh('citizens'), professionals: weigh('professionals') };
}

/** The fewest people of a group with whom the rule says that the group backs a proposal: asked of the rule itself. */
function neededOf(group: 'citizens' | 'professionals', sizes: GroupSizes): number {
  let backing = 0;
  const lacks = () => stillToTalkAbout(['it'], () => ({ ...sizes, [group]: backing }), sizes).length > 0;
  while (lacks()) backing += 1;
  return backing;
}

/** One line of the worked example, in the order of the count. `leftMinor`: what is left after it. */
export interface ExampleLine {
  readonly proposal: SetUpProposal;
  readonly tokens: number;
  readonly funded: boolean;
  readonly leftMinor: number;
}

/** Tokens that nobody gave: an example shows how the money goes, not who should have it. */
const INVENTED = [41, 36, 28, 19, 12];

/**
 * How the count would go for up to five proposals of this meeting, with invented tokens. The order is that of the wall, begun where the
 * example shows most: one that no longer fits is passed over, and a later one is funded. Nothing where there is no money or no cost yet.
 */
export function workedExample({ proposals, potMinor }: Pick<SetUp, 'proposals' | 'potMinor'>): ExampleLine[] {
  const priced = proposals.filter(({ costMinor }) => costMinor > 0);
  if (potMinor === 0 || priced.length < 2) return [];
  const examples = priced.map((_, start) => exampleFrom(priced, start, potMinor));
  return examples.find(passesOver) ?? examples[0] ?? [];
}

function exampleFrom(priced: readonly SetUpProposal[], start: number, potMinor: number): ExampleLine[] {
  const chosen = INVENTED.slice(0, priced.length).flatMap((tokens, index) => {
    const proposal = priced[(start + index) % priced.length];
    return proposal === undefined ? [] : [{ proposal, tokens }];
  });
  const candidates = chosen.map(({ proposal: { proposal, costMinor }, tokens }) => ({
    ...{ proposal, costMinor, tokens },
    drawn: proposal,
  }));
  const funded = new Set(greedy(candidates, potMinor).funded);
  let leftMinor = potMinor;
  return chosen.map(({ proposal, tokens }) => {
    const isFunded = funded.has(proposal.proposal);
    if (isFunded) leftMinor -= proposal.costMinor;
    return { proposal, tokens, funded: isFunded, leftMinor };
  });
}

function passesOver(lines: readonly ExampleLine[]): boolean {
  const first = lines.findIndex(({ funded }) => !funded);
  return first > 0 && lines.slice(first).some(({ funded }) => funded);
}

/** A number of people as somebody typed it, for an example; `null` for anything else. */
export function peopleTyped(typed: string): number | null {
  const digits = typed.trim();
  return /^\d{1,5}$/.test(digits) ? Number(digits) : null;
}
