import type { HostWords } from '@cyfran/shared/i18n/host.en.ts';
import { formatCount } from '@cyfran/shared/i18n/money.ts';
import type { Locale } from '@cyfran/shared/words/locale.ts';
import { tokensTyped, type TokensDraft } from './forms/rules.ts';
import { backsAtLeast } from './numbers.ts';

/** What so many tokens mean with so many proposals; `null` without proposals, or where no number stands. */
export function tokensSentence({ rules }: HostWords, { tokens, cap }: TokensDraft, proposals: number): string | null {
  const all = tokensTyped(tokens);
  const most = all === null ? null : tokensTyped(cap, all);
  if (all === null || most === null || proposals === 0) return null;
  const least = backsAtLeast(all, most, proposals);
  return least === null ? rules.tokensFew(proposals, most * proposals) : rules.tokensBack(proposals, least);
}

/** A number with at most two decimals, for people. */
export function shortNumber(locale: Locale, number: number): string {
  return formatCount(locale, Math.round(number * 100) / 100);
}
