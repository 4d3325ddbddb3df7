import type { RoundRecord } from '../activities/allocation/record.ts';
import { formatCount } from '../i18n/money.ts';
import type { Naming } from './naming.ts';
import type { Reading } from './reading.ts';

/** A name and what stands beside it. */
export type Fact = readonly [name: string, fact: string];

/** How many joined, and how many of them sent, in each round that decided. */
export function turnoutFacts({ record, rounds }: Reading, naming: Naming): Fact[] {
  const { words, locale } = naming;
  const count = (n: number) => formatCount(locale, n);
  const sent = rounds.map(({ round, outcome }): Fact => [
    rounds.length === 1 ? words.people.sent : words.people.sentIn(naming.round(round)),
    count(outcome.ballots),
  ]);
  return [[words.people.joined, count(record.joined)], ...sent];
}

/** How the ballots of the deciding round came in; `null` where a number would be too small to show, or a correction is under way. */
export function doorFacts({ rounds }: Reading, { words, locale }: Naming): Fact[] | null {
  const doors = rounds[0]?.round.doors ?? null;
  if (doors === null || doors.every(([, n]) => n === null)) return null;
  return doors.map(([door, n]): Fact => [
    words.people.door[door],
    n === null ? words.people.tooFew : formatCount(locale, n),
  ]);
}

/** How people described themselves, where the rule read it; `null` where one number is too small to show, empty where nobody was asked. */
export function groupFacts({ rounds }: Reading, naming: Naming): Fact[] | null {
  const outcome = rounds[0]?.outcome;
  if (outcome === undefined || (outcome.groups === null && !outcome.groupsTooSmall)) return [];
  const sizes = outcome.groups?.sizes ?? null;
  if (sizes === null) return null;
  const count = (n: number) => formatCount(naming.locale, n);
  return [
    [naming.group('citizens'), count(sizes.citizens)],
    [naming.group('professionals'), count(sizes.professionals)],
    [naming.words.people.undeclared, count(sizes.undeclared)],
  ];
}

/** What became of the cards; empty where there were none. */
export function cardFacts({ record }: Reading, { words, locale }: Naming): Fact[] {
  const { cards } = record;
  return (['issued', 'replaced', 'voided', 'test'] as const)
    .filter((what) => cards[what] > 0 || (what === 'issued' && record.setUp.admission === 'cards'))
    .map((what): Fact => [words.people.cards[what], formatCount(locale, cards[what])]);
}

/** What became of the papers of one round; empty where there were none. */
export function paperFacts({ papers, spoiled }: RoundRecord, { words, locale }: Naming): Fact[] {
  if (papers === null) return [];
  const { entered, issued, unused } = papers;
  if (entered === 0 && papers.spoiled === 0 && issued === null) return [];
  const said = words.people.papers;
  const count = (n: number | null) => (n === null ? said.notCounted : formatCount(locale, n));
  const reasons = spoiled.map(([why, n]) => `${words.people.spoiledWhy[why]}: ${formatCount(locale, n)}`);
  const facts: Fact[] = [
    [said.issued, count(issued)],
    [said.entered, count(entered)],
    [said.spoiled, [count(papers.spoiled), ...(reasons.length === 0 ? [] : [`(${reasons.join(', ')})`])].join(' ')],
    [said.unused, count(unused)],
  ];
  if (issued === null || unused === null) return facts;
  const missing = issued - unused - entered - papers.spoiled;
  if (missing === 0) return facts;
  return [...facts, [missing > 0 ? said.missing : said.over, count(Math.abs(missing))]];
}
