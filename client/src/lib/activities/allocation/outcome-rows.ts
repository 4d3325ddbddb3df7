import type { OutcomeSection } from '@cyfran/shared/activities/allocation/outcome.ts';
import type { PhoneInside } from '@cyfran/shared/i18n/phone-inside.en.ts';
import type { Sections } from '@cyfran/shared/session/view.ts';
import type { ProposalId } from '@cyfran/shared/words/ids.ts';
import type { Locale } from '@cyfran/shared/words/locale.ts';
import { plainText } from '@cyfran/shared/i18n/read-text.ts';
import { notFunded, type Lacked } from '@cyfran/shared/activities/allocation/not-funded.ts';
import type { ProposalLine } from './proposal-lines.ts';

/** One proposal of an outcome, ready to be read. `why`: what it lacked. */
export interface ReadRow {
  readonly line: ProposalLine;
  readonly funded: boolean;
  readonly tokens: number;
  readonly mine: number;
  readonly cost: string;
  readonly why: string | undefined;
}

interface Around {
  readonly proposals: readonly ProposalLine[];
  /** This person's own tokens. */
  readonly mine: ReadonlyMap<ProposalId, number>;
  readonly money: (minor: number) => string;
  readonly names: Sections['meeting']['groupNames'] | undefined;
  readonly locale: Locale;
}

/** What is funded, what is still talked about, and the others with what each lacked: as far as the outcome has been shown. */
export function outcomeRows(
  words: PhoneInside['outcome'],
  outcome: OutcomeSection,
  around: Around,
): Readonly<Record<'funded' | 'talk' | 'others', readonly ReadRow[]>> {
  const { proposals, mine, money } = around;
  const lines = new Map(proposals.map((line) => [line.proposal, line]));
  const tokens = new Map(outcome.rows.map((row) => [row.proposal, row.tokens]));
  const row = (proposal: ProposalId, lacked: Lacked | null): ReadRow[] => {
    const line = lines.get(proposal);
    if (line === undefined) return [];
    return [
      {
        line,
        funded: lacked === null,
        tokens: tokens.get(proposal) ?? 0,
        mine: mine.get(proposal) ?? 0,
        cost: money(line.costMinor),
        why: lacked === null ? undefined : lackedWords(words, lacked, around),
      },
    ];
  };
  const lost = outcome.complete ? notFunded(outcome, (proposal) => lines.get(proposal)?.costMinor ?? 0) : [];
  return {
    funded: outcome.funded.flatMap((proposal) => row(proposal, null)),
    talk: lost.flatMap(({ proposal, lacked }) => (lacked.why === 'talk' ? row(proposal, lacked) : [])),
    others: lost.flatMap(({ proposal, lacked }) => (lacked.why === 'talk' ? [] : row(proposal, lacked))),
  };
}

function lackedWords(words: PhoneInside['outcome'], lacked: Lacked, { money, names, locale }: Around): string {
  switch (lacked.why) {
    case 'money':
      return words.short(money(lacked.shortMinor));
    case 'shares':
      return words.shares.short(money(lacked.shortMinor));
    case 'lot':
      return words.byLot;
    case 'tokens':
      return words.noTokens;
    case 'talk':
      if (lacked.lacks === 'both') return words.lacksBoth;
      return words.lacks(plainText(names?.[lacked.lacks] ?? {}, locale, words.groupNames[lacked.lacks]));
  }
}
