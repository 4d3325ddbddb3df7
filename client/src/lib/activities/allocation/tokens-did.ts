import type { OutcomeSection } from '@cyfran/shared/activities/allocation/outcome.ts';
import { ownShare } from '@cyfran/shared/activities/allocation/own-share.ts';
import type { Allocation } from '@cyfran/shared/ballots/ballot.ts';
import type { PhoneInside } from '@cyfran/shared/i18n/phone-inside.en.ts';
import type { Group } from '@cyfran/shared/words/groups.ts';
import type { ProposalId } from '@cyfran/shared/words/ids.ts';
import { sumOf } from '../../live/allocation.ts';
import { notFunded, type NotFunded } from '@cyfran/shared/activities/allocation/not-funded.ts';

interface Own {
  readonly alloc: Allocation | null;
  readonly has: number;
  readonly group: Group | null;
}
interface Around {
  readonly costOf: (proposal: ProposalId) => number;
  readonly money: (minor: number) => string;
  readonly nameOf: (proposal: ProposalId) => string;
}

/**
 * What one person's tokens did, in sentences with their numbers: how many went to what is funded, to what lacked money, to what is still
 * talked about or lost the lot, and how many were kept; among equal shares also what the person's own share paid for. `has`: how many the
 * person had. `money`: an amount in words.
 */
export function tokensDid(
  words: PhoneInside['outcome'],
  outcome: OutcomeSection,
  { alloc, has, group }: Own,
  { costOf, money, nameOf }: Around,
): string[] {
  if (alloc === null) return [words.mineNothing];
  if (alloc.length === 0) return [words.mineBlank];
  const funded = alloc.filter(([proposal]) => outcome.funded.includes(proposal));
  const lost = notFunded(outcome, costOf);
  const of = (why: NotFunded['lacked']['why']) => {
    const those = new Map(lost.filter(({ lacked }) => lacked.why === why).map((one) => [one.proposal, one.lacked]));
    return alloc.flatMap(([proposal, tokens]) => {
      const lacked = those.get(proposal);
      return lacked === undefined ? [] : [{ tokens, lacked }];
    });
  };
  const tokens = (lines: readonly { readonly tokens: number }[]) => lines.reduce((sum, line) => sum + line.tokens, 0);
  const [short, talk, lot] = [[...of('money'), ...of('shares')], of('talk'), of('lot')];
  const [first] = short;
  const kept = has - sumOf(alloc);
  const [toFunded, toNone] = outcome.deciding
    ? [words.toFunded, words.toNone]
    : [words.toFundedFirst, words.toNoneFirst];
  return [
    funded.length > 0 ? toFunded(sumOf(funded), has, funded.length) : toNone(has),
    ...(short.length === 1 && first !== undefined && 'shortMinor' in first.lacked
      ? [words.toShort(first.tokens, money(first.lacked.shortMinor))]
      : []),
    ...(short.length > 1 ? [words.toShorts(tokens(short), short.length)] : []),
    ...(talk.length > 0 ? [words.toTalk(tokens(talk))] : []),
    ...(lot.length > 0 ? [words.toLot(tokens(lot))] : []),
    ...(kept > 0 ? [words.kept(kept)] : []),
    ...(funded.length === 0 ? [words.allCount] : []),
    ...shareDid(words, outcome, { alloc, group }, { money, nameOf }),
  ];
}

/** What a person's equal share paid for, and what of it was not used. */
function shareDid(
  words: PhoneInside['outcome'],
  { shares, groups }: OutcomeSection,
  { alloc, group }: { readonly alloc: Allocation; readonly group: Group | null },
  { money, nameOf }: Pick<Around, 'money' | 'nameOf'>,
): string[] {
  if (shares === null) return [];
  const weights = groups?.weights ?? null;
  const weight = weights === null ? 1 : weights[group ?? 'undeclared'] / weights.scale;
  const { eachMinor, paid, leftMinor } = ownShare(shares, alloc, weight);
  return [
    words.shares.mine(money(eachMinor)),
    ...paid.map(({ proposal, minor }) => words.shares.paid(money(minor), nameOf(proposal))),
    ...(leftMinor > 0 ? [words.shares.unspent(money(leftMinor))] : []),
  ];
}
