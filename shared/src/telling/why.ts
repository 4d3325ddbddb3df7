import { isWeighed, neededBothGroups } from '../activities/allocation/decided.ts';
import type { OutcomeSection } from '../activities/allocation/outcome.ts';
import { formatWeight } from '../i18n/money.ts';
import type { Naming } from './naming.ts';
import type { Reading } from './reading.ts';

/** Why the result is what it is, in sentences: the rule, equals, the voice and what it did, what both sides backed, what was shared after. */
export function whySentences({ rounds, plainly }: Reading, naming: Naming): string[] {
  const [first, ...shares] = rounds;
  if (first === undefined) return [];
  const { why } = naming.words;
  const { outcome } = first;
  const left = outcome.potMinor - outcome.spentMinor;
  return [
    (outcome.rule === 'equal-shares' ? why.shares : why.rule)(outcome.ballots, naming.money(outcome.potMinor)),
    tieSentence(
      rounds.map((round) => round.outcome),
      naming,
    ),
    ...voiceSentences(outcome, naming),
    // What other weights would have given cannot be told from the totals there.
    ...(isWeighed(outcome) && outcome.rule === 'greedy' ? weightSentences(outcome, new Set(plainly), naming) : []),
    ...(neededBothGroups(outcome) ? [why.both(naming.group('citizens'), naming.group('professionals'))] : []),
    ...(shares.length === 0 ? [] : [why.share(naming.money(left))]),
  ];
}

function tieSentence(outcomes: readonly OutcomeSection[], naming: Naming): string {
  const { why } = naming.words;
  const ties = outcomes.flatMap(({ tiesThatMattered }) => tiesThatMattered);
  return ties.length === 0 ? why.noTie : why.tie(ties.map((equals) => naming.proposals(equals)).join('; '));
}

function voiceSentences(outcome: OutcomeSection, naming: Naming): string[] {
  const { why } = naming.words;
  const { groups, groupsTooSmall, voice } = outcome;
  if (groupsTooSmall) return [why.tooSmall];
  if (groups === null || voice === 'one-person-one-ballot') return [why.equal];
  if (groups.weights === null) return [why.hidden];
  if (!isWeighed(outcome)) return [why.floorNotNeeded(naming.group('citizens'))];
  const { scale, citizens, professionals } = groups.weights;
  const weight = (parts: number) => formatWeight(naming.locale, parts / scale);
  return [
    why.weighed(naming.group('citizens'), weight(citizens), naming.group('professionals'), weight(professionals)),
  ];
}

/** What the weights changed: held against the same count without them, before anyone asked what both sides back. */
function weightSentences(outcome: OutcomeSection, plainly: ReadonlySet<string>, naming: Naming): string[] {
  const { why } = naming.words;
  const weighed = [...outcome.funded, ...outcome.stillToTalk.map(([proposal]) => proposal)];
  const onlyHere = weighed.filter((proposal) => !plainly.has(proposal));
  const onlyThere = [...plainly].filter((proposal) => !weighed.includes(proposal));
  if (onlyHere.length === 0 && onlyThere.length === 0) return [why.weighedSame];
  return [
    ...(onlyHere.length === 0 ? [] : [why.weighedIn(naming.proposals(onlyHere))]),
    ...(onlyThere.length === 0 ? [] : [why.weighedOut(naming.proposals(onlyThere))]),
  ];
}
