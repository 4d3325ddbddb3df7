import type { Lacked } from '../activities/allocation/not-funded.ts';
import type { RoundRecord } from '../activities/allocation/record.ts';
import type { RecordWords } from '../i18n/record.en.ts';
import type { SetUp } from '../session/set-up.ts';
import type { ProposalId } from '../words/ids.ts';
import type { Locale } from '../words/locale.ts';
import { partName } from './part-name.ts';
import { formatMoney } from '../i18n/money.ts';
import { plainText } from '../i18n/read-text.ts';
import type { Reading } from './reading.ts';
import { recordWords } from './record-words.ts';

/** What a record's page says in one language, where the words alone are not enough. */
export class Naming {
  readonly locale: Locale;
  readonly words: RecordWords;
  readonly #reading: Reading;

  constructor(locale: Locale, reading: Reading) {
    this.locale = locale;
    this.words = recordWords[locale];
    this.#reading = reading;
  }

  /** An amount in the meeting's currency. */
  money(minor: number): string {
    return formatMoney(this.locale, this.#setUp.currency, minor);
  }

  /** Tokens as the count weighed them: `70.4`. */
  weighed(tokens: number): string {
    return new Intl.NumberFormat(this.locale === 'cy' ? ['cy', 'en-GB'] : ['en-GB'], {
      maximumFractionDigits: 1,
    }).format(tokens);
  }

  /** A group by the meeting's own name for it, or by the usual one. */
  group(group: 'citizens' | 'professionals'): string {
    return plainText(this.#setUp.groupNames[group], this.locale, this.words.groups[group]);
  }

  /** What a round is called. */
  round({ round }: Pick<RoundRecord, 'round'>): string {
    return partName(this.locale, this.#setUp.agenda, round.slice(0, round.indexOf('.')));
  }

  /** Proposals by their names, one after the other, as in the order that they come in. */
  proposals(ids: readonly ProposalId[]): string {
    return ids.map((id) => plainText(this.#reading.proposal(id).name, this.locale, id)).join(', ');
  }

  /** What a proposal lacked, as a sentence. */
  lacked(lacked: Lacked): string {
    if (lacked.why === 'money') return this.words.lacked.money(this.money(lacked.shortMinor));
    if (lacked.why === 'shares') return this.words.lacked.shares(this.money(lacked.shortMinor));
    if (lacked.why !== 'talk') return this.words.lacked[lacked.why];
    return lacked.lacks === 'both' ? this.words.lacked.both : this.words.lacked.side(this.group(lacked.lacks));
  }

  get #setUp(): SetUp {
    return this.#reading.record.setUp;
  }
}
