import type { Election } from '@cyfran/shared/pabulib/parse.ts';
import type { Language } from '@cyfran/shared/sheet/imported-proposal.ts';
import { languageOf } from '@cyfran/shared/sheet/language.ts';
import { languageOfElection, readElection, toCurrency } from '@cyfran/shared/sheet/pabulib-proposals.ts';
import type { Destination, Reading } from '@cyfran/shared/sheet/reading.ts';

const MOST_MINOR = 1_000_000_000_000;

/** A Pabulib file while a person says what to take from it. */
export class PabulibDraft {
  readonly election: Election;
  readonly #destination: () => Destination;
  language = $state<Language>('en');
  takesPot = $state(false);
  readonly #reading = $derived.by(() => readElection(this.election, this.language, this.#destination()));

  constructor(election: Election, destination: () => Destination) {
    this.election = election;
    this.#destination = destination;
    this.language = languageOfElection(election) ?? languageOf(election.projects.map(({ name }) => name)) ?? 'en';
  }

  get reading(): Reading {
    return this.#reading;
  }

  /** The file's money in the meeting's currency; `null` where a meeting could not share it. */
  get potMinor(): number | null {
    const minor = toCurrency(this.election.potMinor, this.election.decimals, this.#destination().currency.digits);
    return minor === null || minor < 1 || minor > MOST_MINOR ? null : minor;
  }

  /** The currency that the file names, where it is not the meeting's. */
  get otherCurrency(): string | null {
    const named = this.election.meta.get('currency')?.toUpperCase() ?? '';
    return named === '' || named === this.#destination().currency.code ? null : named;
  }
}
